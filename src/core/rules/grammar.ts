import data from '../../../data/rules/grammar.yaml';

/** What a small word does in a sentence: the names in data/rules/grammar.yaml. */
export type WordClass =
  | 'and'
  | 'then'
  | 'particle'
  | 'asks'
  | 'noun'
  | 'lesson'
  | 'denies'
  | 'auxiliary'
  | 'relative'
  | 'under'
  | 'beside'
  | 'footing';

interface Words {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
}

const read = (words: readonly string[]): Words => ({
  whole: new Set(words.filter((word) => !word.includes('*'))),
  beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  endings: words.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
});

// The data's one edge: a test holds its keys to the names above.
const CLASSES = new Map(
  Object.entries(data as Readonly<Record<string, readonly string[]>>).map(([name, words]) => [
    name,
    read(words),
  ]),
);

/** Whether a word, by its key, is of a class. */
export function isWord(name: WordClass, key: string): boolean {
  const words = CLASSES.get(name);
  if (words === undefined) return false;
  return (
    words.whole.has(key) ||
    words.beginnings.some((start) => key.startsWith(start)) ||
    words.endings.some((end) => key.endsWith(end))
  );
}
