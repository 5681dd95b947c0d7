import type { Say } from '../text/speak.ts';
import { BASE_NAME, type Composite, type CompositeRow, type Option } from './composite-types.ts';

/** One paragraph of the consolidated text, brackets and sponsors written out. */
export interface CompositeLine {
  readonly unit: CompositeRow['unit'];
  readonly isNew: boolean;
  readonly hasOptions: boolean;
  readonly text: string;
}

const groupBy = (
  names: readonly string[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name]);
  return groups;
};

/** What ends a clause in its list is nobody's amendment. */
const LIST_MARK = /^[;,.\s]*(?:(?:and|or|et|ou)\s*)?$/u;

/**
 * The consolidated text as people write it in a drafting group: "[words {eur, rcc} / other words {afcp}]",
 * "/ – {usa}" where a sponsor has nothing, "moved to resolves 4 {arb}" and there "moved from resolves 2: words {arb}"
 * where it has it elsewhere. What all proposals say, the base apart, stands without brackets.
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
    /** Those who moved it here apart from those for whom it is new. */
    const push = (text: string, names: readonly string[]) => {
      for (const [from, own] of groupBy(names, (name) => row.movedFrom.get(name) ?? ''))
        options.push({
          text: from === '' ? text : `${say('composite.movedFrom', { path: from })} ${text}`,
          names: own,
        });
    };
    if (row.kept.length > 0) push(`${label}${words}`, row.kept);
    for (const { sponsors: names, lines } of row.alternatives) {
      const text = lines
        .map((line) => `${line.label === null ? '' : `${line.label} `}${line.text}`)
        .join(' / ');
      push(text, names);
    }
    const hasOptions = !isWhole || row.pieces.some(({ kind }) => kind === 'options');
    const common = { unit: row.unit, isNew: row.base === null, hasOptions };
    if (isWhole) return [{ ...common, text: `${label}${words}` }];
    // Everybody deletes it: nothing is left to agree on.
    if (absent.length === all.length && row.movedTo.size === 0)
      return [
        {
          ...common,
          text: `[${label}${words} {${say('composite.base')}} / ${say('composite.delete')} ${named(absent)}]`,
        },
      ];
    const support = (names: readonly string[]) => names.filter((name) => name !== BASE_NAME).length;
    const written = options.map(({ text, names }) => ({ text, names, told: names }));
    if (row.base === null && absent.length > 0) written.push({ text: '–', names: [], told: row.absent });
    else
      for (const [to, names] of groupBy(absent, (name) => row.movedTo.get(name) ?? '')) {
        const text = to === '' ? say('composite.delete') : say('composite.movedTo', { path: to });
        written.push({ text, names, told: names });
      }
    const told = written
      .toSorted((a, b) => support(b.names) - support(a.names))
      .map(({ text, told: names }) => `${text} ${named(names)}`);
    return [{ ...common, text: `[${told.join('] / [')}]` }];
  });
}
