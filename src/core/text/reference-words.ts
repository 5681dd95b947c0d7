import references from '../../../data/languages/references.yaml';
import type { Language } from '../model/language.ts';
import { languageTable, type Phrase } from './language-table.ts';
import { matchKey } from './match-key.ts';

/** The shape of one language in `data/languages/references.yaml`; a test holds the file to it. */
export interface ReferenceFile {
  readonly items: readonly string[];
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly and: readonly string[];
  readonly to: readonly string[];
  readonly links: readonly string[];
  readonly before: readonly string[];
  readonly of: readonly string[];
  readonly own: readonly string[];
  readonly foreign: readonly string[];
  readonly counters: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** What finds references in the key of a text: patterns built from the words of one language. */
export interface ReferencePatterns {
  /** A heading's verb with its modifiers, anywhere. */
  readonly heading: RegExp;
  /** "above", "below", anywhere. */
  readonly direction: RegExp;
  /** A word for a clause and the labels after it, anywhere. */
  readonly items: RegExp;
  /** At the start: the labels after a heading, and the direction after them. */
  readonly labelsAfter: RegExp;
  /** At the end: labels before a heading ("point 3 du"). */
  readonly labelsBefore: RegExp;
  /** At the end: labels before a direction ("items 1 and 2"). */
  readonly labelsBeforeDirection: RegExp;
  readonly directionAfter: RegExp;
  readonly directionBefore: RegExp;
  /** At the end: a word after which a heading is cited. */
  readonly before: RegExp;
  /** At the end: a sign that makes the figure before it a clause's. */
  readonly counted: RegExp;
  /** At the start: the reference goes on to another instrument. */
  readonly foreignAfter: RegExp;
  /** At the end: what stands before is another instrument, or speaks of one. */
  readonly foreignBefore: RegExp;
  readonly above: ReadonlySet<string>;
  /** One clause in a list of labels ("2 ii)"), anywhere. */
  readonly path: RegExp;
  /** One label of a path, anywhere. */
  readonly label: RegExp;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const anyOf = (words: readonly string[]): string => {
  const keys = [...new Set(words.map(matchKey))].sort((a, b) => b.length - a.length);
  return keys.length === 0 ? '(?!)' : `(?:${keys.map(escape).join('|')})`;
};

const BIS = String.raw`(?:bis|ter|quater|quinquies)(?!\p{L})`;
const LETTERS = String.raw`\(?(?:[a-zа-я]|\p{Script=Arabic}|[ivx]{1,6}|[a-z]{2})\s?(?:bis|ter|quater)?\s?\)(?:\s?${BIS})?`;
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?${BIS})?\)?(?![\p{L}\d%/]|[.,:]\d)`;
/** In Chinese a figure and the word after it have no space between. */
const HAN_NUMBER = String.raw`\d{1,3}(?:\.\d{1,3}){0,3}\)?(?![a-z\d%/]|[.,:]\d)`;

const compile = (language: Language): ReferencePatterns => {
  const file = (references as Readonly<Record<Language, ReferenceFile>>)[language];
  const table = languageTable(language);
  const isHan = language === 'zh';
  const [open, close] = isHan ? ['', ''] : [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`];
  const word = (words: readonly string[]) => `${open}${anyOf(words)}${close}`;
  // "décide de" is a heading, but "le point 3 du décide de la Résolution 101" goes on with another word.
  const phrases = (list: readonly Phrase[]) =>
    list.map(({ key }) => key).filter((key) => !/ (?:de|to|that|que|о)$/u.test(key));
  const counters = { before: anyOf(file.counters.before), after: anyOf(file.counters.after) };
  const number = isHan ? HAN_NUMBER : NUMBER;
  const label = `(?:${LETTERS}|${number})`;
  const path = `(?:${counters.before})?${label}(?:\\s?${LETTERS}){0,2}(?:${counters.after})?`;
  // Arabic writes "and" together with the next word, Chinese everything.
  const gap = isHan || language === 'ar' ? '\\s?' : '\\s';
  const join = `(?:\\s?[,;،、]\\s?(?:${anyOf(file.and)}${gap})?|\\s?-\\s?|${gap}${anyOf([...file.and, ...file.to])}${gap})`;
  const list = `(${path}(?:${join}${path}){0,9})`;
  const item = word(file.items);
  const direction = word([...file.above, ...file.below]);
  const quote = String.raw`["'()]?`;
  const modifiers = table.modifiers.length === 0 ? '' : `(?:\\s${anyOf(table.modifiers)}${close})*`;
  const before = table.modifiersBefore.length === 0 ? '' : `(?:${anyOf(table.modifiersBefore)})?`;
  const instruments = anyOf(phrases(table.instruments));
  const own = anyOf(file.own);
  const instrument = isHan
    ? String.raw`(?:第\s?\d+\s?号${instruments}|》)(?:\([^)]*\))?(?:中的|中|的|之)?\s?`
    : String.raw`${instruments}\s(?:\p{L}+[\p{P}\s]){0,2}\d+(?:\s?\([^)]*\))?,?\s?(?:${word(file.before)}\s)?`;
  const of = file.of.length === 0 ? '(?!)' : `(?:${anyOf(file.of)})\\s?(?!${own})(?=\\p{L})`;
  const possessive = file.foreign.length === 0 ? '(?!)' : `${open}${anyOf(file.foreign)}\\s?`;
  const regex = (source: string, flags = 'u') => new RegExp(source, flags);
  return {
    heading: regex(
      `${open}${before}${anyOf(phrases([...table.preamble, ...table.operative]))}${close}${modifiers}`,
      'gu',
    ),
    direction: regex(direction, 'gu'),
    // A bare figure in Chinese is an item only between its counters: 第2段.
    items: regex(isHan ? `(?=${counters.before})${list}(?<=${counters.after})` : `${item}\\s?${list}`, 'gu'),
    labelsAfter: regex(`^${quote},?\\s?${quote}(?:${item}\\s)?${list}(?:,?\\s?\\(?(${direction}))?`),
    labelsBefore: regex(
      `(?:${item}\\s?)?(?<![\\p{L}\\d./-])${list}(?:,?\\s(${direction}))?,?\\s?${open}${anyOf(file.links)}\\s?${quote}$`,
    ),
    labelsBeforeDirection: regex(`(${item}\\s?)?(?<![\\p{L}\\d./-])${list},?\\s?$`),
    directionAfter: regex(`^${quote},?\\s?\\(?(${direction})`),
    directionBefore: regex(`(${direction})\\s?${quote}$`),
    before: regex(`(?:[("]|${open}${anyOf(file.before)}\\s?)["']?$`),
    counted: regex(`${counters.after}$`),
    foreignAfter: regex(`^\\s?,?\\s?${open}${of}`),
    foreignBefore: regex(`(?:${instrument}|${possessive})$`),
    above: new Set(file.above.map(matchKey)),
    path: regex(path, 'gu'),
    label: regex(label, 'gu'),
  };
};

const compiled = new Map<Language, ReferencePatterns>();

/** The patterns that find references in a language, from `data/languages/references.yaml`. */
export function referencePatterns(language: Language): ReferencePatterns {
  let patterns = compiled.get(language);
  if (patterns === undefined) compiled.set(language, (patterns = compile(language)));
  return patterns;
}
