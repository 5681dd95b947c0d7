import documents from '../../../data/cited-documents.yaml';
import instruments from '../../../data/instruments.yaml';
import type { Localised } from '../model/flag.ts';

/** An agreed text that a wording cites, with the parts cited and those it leaves out. */
export interface CitedDocument {
  readonly id: string;
  readonly name: Localised;
  /** Numbers of parts, with the item where one is named ("35 a)"). */
  readonly parts: readonly string[];
  readonly leavesOut: readonly string[];
}

interface DocumentData {
  readonly name: Localised;
  readonly prefix: string;
  readonly known?: boolean;
  readonly isWhole?: boolean;
  readonly words: readonly string[];
  readonly parts: readonly string[];
  readonly named?: Readonly<Record<string, readonly string[]>>;
  readonly items?: Readonly<Record<string, readonly string[]>>;
}

// The one edge where the data gets its type; a test reads every document in it.
const DOCUMENTS = documents as Readonly<Record<string, DocumentData>>;
const IDS = Object.keys(instruments as Readonly<Record<string, unknown>>);

/** How far behind "paragraphs" its numbers may stand. */
const REACH = 80;
const NUMBER = /(?<![\p{L}\p{N}.])(\d{1,3})(?![\p{N}]|\.\d)(?:\s?\(?([a-f])\))?/gu;

interface Reader {
  readonly id: string;
  readonly data: DocumentData;
  readonly words: RegExp;
  readonly parts: RegExp;
  /** Numbers of the parts that are known, in order. */
  readonly numbers: readonly string[];
}

const READERS: readonly Reader[] = Object.entries(DOCUMENTS).map(([id, data]) => ({
  id,
  data,
  words: new RegExp(`(?:${data.words.join('|')})`, 'iu'),
  // Chinese and Arabic put no space where others do.
  parts: new RegExp(`(?<!\\p{L})(?:${data.parts.join('|')})\\s*([^;:]{1,${REACH}})`, 'giu'),
  numbers: IDS.filter((one) => one.startsWith(data.prefix))
    .map((one) => one.slice(data.prefix.length))
    .filter((one) => /^\d+$/.test(one)),
}));

const byNumber = (a: string, b: string): number =>
  Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);

const readOne = (
  { id, data, words, parts, numbers }: Reader,
  texts: readonly string[],
): CitedDocument | null => {
  const cited = new Set<string>();
  for (const text of texts) {
    if (data.known !== true && !words.test(text)) continue;
    for (const found of text.matchAll(parts))
      for (const [, number = '', item] of (found[1] ?? '').matchAll(NUMBER))
        if (numbers.includes(number)) cited.add(item === undefined ? number : `${number} ${item})`);
    for (const [name, patterns] of Object.entries(data.named ?? {}))
      if (new RegExp(patterns.join('|'), 'iu').test(text)) cited.add(name);
  }
  if (cited.size === 0) return null;
  const whole = new Set([...cited].map((one) => one.replace(/ .*$/, '')));
  const items = Object.entries(data.items ?? {}).flatMap(([number, list]) =>
    // A part cited whole leaves none of its items out.
    whole.has(number) && !cited.has(number) ? list.map((item) => `${number} ${item})`) : [],
  );
  const others = data.isWhole === true ? numbers.filter((one) => !whole.has(one)) : [];
  return {
    id,
    name: data.name,
    parts: [...cited].sort(byNumber),
    leavesOut: [...others, ...items.filter((one) => !cited.has(one))].sort(byNumber),
  };
};

/**
 * The agreed texts that wordings cite by the number of a part (data/cited-documents.yaml, with the parts of
 * data/instruments.yaml), and what they leave out: the other parts of a text that share out roles, and the other items
 * of a part of which one is cited alone.
 */
export function citedDocuments(texts: readonly string[]): CitedDocument[] {
  return READERS.flatMap((reader) => readOne(reader, texts) ?? []);
}
