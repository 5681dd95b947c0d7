import type { Say } from '../text/speak.ts';
import { BASE_NAME, type Composite, type CompositeRow, type Option } from './composite-types.ts';

/** One paragraph of the consolidated text, brackets and sponsors written out. */
export interface CompositeLine {
  readonly unit: CompositeRow['unit'];
  readonly isNew: boolean;
  readonly hasOptions: boolean;
  readonly text: string;
}

/** What ends a clause in its list is nobody's amendment. */
const LIST_MARK = /^[;,.\s]*(?:(?:and|or|et|ou)\s*)?$/u;

/**
 * The consolidated text as people write it in a drafting group: "[words {eur, rcc} / other words {afcp}]",
 * "/ – {usa}" where a sponsor has nothing. What all proposals say, the base apart, stands without brackets.
 */
export function compositeLines({ rows, sponsors }: Composite, say: Say): CompositeLine[] {
  const all = sponsors.map(({ name }) => name);
  const asked = new Set(sponsors.filter(({ action }) => action === 'NOC').map(({ name }) => name));
  // Who keeps the base is many and says little: the base speaks for them, beside those who ask for no change.
  const named = (names: readonly string[]) => {
    const told = names.includes(BASE_NAME) ? names.filter((name) => asked.has(name)) : names;
    return `{${[...(names.includes(BASE_NAME) ? [say('composite.base')] : []), ...told].join(', ')}}`;
  };
  const place = (options: readonly Option[], everyone: readonly string[]) => {
    const [first] = options;
    if (first !== undefined && options.every(({ text }) => LIST_MARK.test(text))) return first.text;
    if (first !== undefined && everyone.length > 0 && everyone.every((name) => first.sponsors.includes(name)))
      return first.text;
    // White space that all options share stays outside the brackets.
    const lead = options.every(({ text }) => text === '' || /^\s/.test(text)) ? ' ' : '';
    const written = options.map(
      ({ text, sponsors: names }) => `${text.trim() === '' ? '–' : text.trim()} ${named(names)}`,
    );
    const tail = options.every(({ text }) => text === '' || /\s$/.test(text)) ? ' ' : '';
    return `${lead}[${written.join(' / ')}]${tail}`;
  };
  return rows.flatMap((row): CompositeLine[] => {
    const kept = row.kept.filter((name) => name !== BASE_NAME);
    const words = row.pieces
      .map((piece) => (piece.kind === 'agreed' ? piece.text : place(piece.options, kept)))
      .join('');
    const label = row.label === null ? '' : `${row.label} `;
    const absent = row.absent.filter((name) => name !== BASE_NAME);
    const isWhole = kept.length === all.length;
    const options: { text: string; names: readonly string[] }[] = [];
    if (row.kept.length > 0) options.push({ text: `${label}${words}`, names: row.kept });
    for (const { sponsors: names, lines } of row.alternatives) {
      const text = lines
        .map((line) => `${line.label === null ? '' : `${line.label} `}${line.text}`)
        .join(' / ');
      options.push({ text, names });
    }
    const hasOptions = !isWhole || row.pieces.some(({ kind }) => kind === 'options');
    const common = { unit: row.unit, isNew: row.base === null, hasOptions };
    if (isWhole) return [{ ...common, text: `${label}${words}` }];
    // Everybody deletes it: nothing is left to agree on.
    if (absent.length === all.length)
      return [
        {
          ...common,
          text: `[${label}${words} {${say('composite.base')}} / ${say('composite.delete')} ${named(absent)}]`,
        },
      ];
    const support = (names: readonly string[]) => names.filter((name) => name !== BASE_NAME).length;
    const written = options
      .toSorted((a, b) => support(b.names) - support(a.names))
      .map(({ text, names }) => `${text} ${named(names)}`);
    if (absent.length > 0) {
      const isGone = row.base !== null;
      const gone = `${isGone ? say('composite.delete') : '–'} ${named(isGone ? absent : row.absent)}`;
      const at = isGone
        ? options.filter(({ names }) => support(names) >= absent.length).length
        : written.length;
      written.splice(at, 0, gone);
    }
    return [{ ...common, text: `[${written.join('] / [')}]` }];
  });
}
