import type { Language } from '../../src/core/model/language.ts';
import type { Clause, Resolution, Section } from '../../src/core/model/resolution.ts';

/** A clause to be written: its label follows from its place, unless it has one of its own ("3bis"). */
export interface Item {
  readonly text: string;
  readonly label?: string;
  readonly isBullet?: boolean;
  readonly children: readonly Item[];
}

export interface Group {
  readonly heading: string;
  readonly part: 'preamble' | 'operative';
  readonly items: readonly Item[];
}

/** A text as its tree, as the lines of a plain document, and as Markdown. */
export interface WrittenText {
  readonly tree: Resolution;
  readonly markdown: string;
  /** Label and text of each clause, in reading order. */
  readonly lines: readonly { readonly label: string | null; readonly text: string }[];
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(97 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];

const labelOf = (
  item: Item,
  at: number,
  count: number,
  depth: number,
  part: Group['part'],
): string | null => {
  if (item.label !== undefined) return item.label;
  if (item.isBullet === true) return '–';
  if (depth > 1) return `${ROMAN[at] ?? 'ix'})`;
  if (count === 1) return null;
  return part === 'operative' ? String(at + 1) : `${letters(at)})`;
};

/** Writes groups of clauses as a Resolution, the way the parser would have read them. */
export function writeText(groups: readonly Group[], language: Language, year: number): WrittenText {
  const lines: { label: string | null; text: string }[] = [];
  const number = `RESOLUTION 99 (Rev. Geneva, ${year})`;
  const markdown: string[] = [`# ${number}`, '## Title'];
  const seen = new Map<string, number>();
  const writeItems = (
    items: readonly Item[],
    depth: number,
    part: Group['part'],
    above: string,
    end: string,
  ): Clause[] => {
    let place = 0;
    return items.map((item, at): Clause => {
      const label = labelOf(item, place, items.length, depth, part);
      if (item.label === undefined) place++;
      const cited = label === '–' ? `–${at + 1}` : label;
      const path = cited === null ? above : `${above} ${cited}`;
      const text = `${item.text}${at === items.length - 1 && item.children.length === 0 ? end : ';'}`;
      lines.push({ label, text });
      markdown.push(`${label === null ? '' : `${label} `}${text}`);
      const children = writeItems(item.children, depth + 1, part, path, at === items.length - 1 ? end : ';');
      return { type: 'clause', path, label, depth, text, marks: [], children };
    });
  };
  const writeGroup = ({ heading, part, items }: Group): Section => {
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    const path = times === 1 ? heading : `${heading} (${times})`;
    markdown.push(`*${heading}*`);
    const children = writeItems(items, 1, part, path, ',');
    return {
      type: 'section',
      text: heading,
      marks: [],
      path,
      verb: null,
      addressee: null,
      children,
      blocks: [],
    };
  };
  const filled = groups.filter(({ items }) => items.length > 0);
  const partOf = (name: Group['part']) => ({
    type: 'part' as const,
    name,
    children: filled.filter(({ part }) => part === name).map(writeGroup),
  });
  const frameLine = (name: 'number' | 'title', text: string) =>
    ({ type: 'frameLine', name, text, marks: [] }) as const;
  const tree: Resolution = {
    type: 'resolution',
    language,
    instrument: 'resolution',
    body: null,
    number: '99',
    title: 'Title',
    revision: { place: 'Geneva', year },
    history: [],
    isDraft: false,
    children: [
      {
        type: 'part',
        name: 'frame',
        children: [frameLine('number', number), frameLine('title', 'Title')],
        blocks: [],
      },
      partOf('preamble'),
      partOf('operative'),
    ],
    footnotes: [],
    messages: [],
  };
  return { tree, markdown: `${markdown.join('\n\n')}\n`, lines };
}
