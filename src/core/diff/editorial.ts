import type { Language } from '../model/language.ts';
import { fold } from '../text/fold.ts';
import { languageTable, type LanguageTable } from '../text/language-table.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { matchKey } from '../text/match-key.ts';
import { remember } from '../text/remember.ts';
import { tokenise, type Token } from '../text/tokens.ts';

/** What an editorial change may consist of; each is a way to read two wordings as the same. */
export const EDITORIAL_REASONS = [
  'footnote-mark',
  'cross-reference',
  'citation',
  'date',
  'spelling',
  'case',
  'punctuation',
] as const;

export type EditorialReason = (typeof EDITORIAL_REASONS)[number];

/** What is worked out once for a language and a word, however many changes hold the word. */
interface Forms {
  readonly table: LanguageTable;
  readonly verbs: ReadonlySet<string>;
  readonly respelt: (text: string) => string;
  readonly keepsCase: (text: string) => boolean;
}

const forms = new Map<Language, Forms>();

const formsOf = (language: Language): Forms => {
  const known = forms.get(language);
  if (known !== undefined) return known;
  const table = languageTable(language);
  const made: Forms = {
    table,
    verbs: new Set([...table.preamble, ...table.operative].map((phrase) => phrase.key)),
    respelt: remember((text) => respell(text, table), 8_192),
    keepsCase: remember((text) => table.caseMatters.has(matchKey(text)), 8_192),
  };
  forms.set(language, made);
  return made;
};

/** A token after folding; `text` is what is compared. */
interface Word {
  readonly kind: Token['kind'];
  readonly text: string;
}

type Reading = (words: readonly Word[], forms: Forms) => readonly Word[];

const dropFootnoteMarks: Reading = (words) => words.filter(({ kind }) => kind !== 'mark');

const dropCitations: Reading = (words) => words.filter(({ kind }) => kind !== 'citation');

const LABEL = /^(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,3}(?:bis|ter)?)$/u;
const CONNECTOR = /^(?:,|and|et|y|и|to|à|a|-|–|or|ou|o|или)$/u;

/** "considering c), d) and f)" and "resolves 3" by their headings alone: labels follow the numbering. */
const dropCrossReferences: Reading = (words, { verbs }) => {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    kept.push(word);
    if (word.kind !== 'word' || !verbs.has(matchKey(word.text))) continue;
    let end = at + 1;
    let seen = at;
    while (end < words.length) {
      const text = (words[end]?.text ?? '').toLowerCase();
      const next = words[end + 1]?.text;
      if (LABEL.test(text) && (next === ')' || /^\d/.test(text))) {
        end += next === ')' ? 2 : 1;
        seen = end - 1;
      } else if (seen > at && CONNECTOR.test(text)) end++;
      else break;
    }
    at = seen;
  }
  return kept;
};

/** "2022 г.", "2022年". */
const YEAR_WORD = /^(?:г\.?|年)$/u;

/** Years, and days and months beside them, as one mark: a date that moved on says nothing new. */
const maskDates: Reading = (words, { table }) => {
  const masked: Word[] = [];
  for (const word of words) {
    const isYear = word.kind === 'number' && /^(?:1[89]|20)\d{2}(?:[-/]\d{2,4})?$/.test(word.text);
    if (!isYear) {
      masked.push(word);
      continue;
    }
    while (isDatePart(masked[masked.length - 1], table)) masked.pop();
    masked.push({ kind: 'number', text: '0000' });
  }
  return masked.filter((word) => !YEAR_WORD.test(word.text));
};

const isDatePart = (word: Word | undefined, table: LanguageTable): boolean => {
  if (word === undefined) return false;
  if (word.kind === 'number') return /^\d{1,2}$/.test(word.text);
  return table.months.includes(matchKey(word.text));
};

const respell = (text: string, table: LanguageTable): string => {
  // "Etats" and "États": capitals often lose their accents. "œ" and "oe", "ё" and "е" are one letter each.
  const plain = /^\p{Lu}/u.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : text;
  const word = plain
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    .replace(/æ/g, 'ae')
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е');
  const lower = word.toLowerCase();
  for (const { from, to } of table.spellings) {
    if (lower === from || (lower.endsWith(from) && word.length - from.length >= 3)) {
      return word.slice(0, word.length - from.length) + to;
    }
  }
  return word;
};

const respellAll: Reading = (words, { respelt }) =>
  words.map((word) => (word.kind === 'word' ? { ...word, text: respelt(word.text) } : word));

const dropCase: Reading = (words, { keepsCase }) =>
  words.map((word) => (keepsCase(word.text) ? word : { ...word, text: word.text.toLowerCase() }));

const dropPunctuation: Reading = (words) =>
  words
    .filter(({ kind }) => kind !== 'punctuation')
    .map((word) => (word.kind === 'word' ? { ...word, text: word.text.replace(/-/g, '') } : word));

const READINGS: Readonly<Record<EditorialReason, Reading>> = {
  'footnote-mark': dropFootnoteMarks,
  'cross-reference': dropCrossReferences,
  citation: dropCitations,
  date: maskDates,
  spelling: respellAll,
  case: dropCase,
  punctuation: dropPunctuation,
};

const key = (words: readonly Word[], own: Forms, reasons: readonly EditorialReason[]): string => {
  let list = words;
  for (const reason of reasons) list = READINGS[reason](list, own);
  return list.map(({ text }) => text).join(' ');
};

/** A word as it is after every reading; never dropped ones are the same on both sides of an editorial change. */
const plainForm = (text: string, { respelt }: Forms): string => respelt(text).toLowerCase().replace(/-/g, '');

const mayBeDropped = (text: string, table: LanguageTable): boolean => {
  const lower = text.toLowerCase();
  return (
    LABEL.test(lower) ||
    CONNECTOR.test(lower) ||
    YEAR_WORD.test(text) ||
    table.months.includes(matchKey(text))
  );
};

/** A quick look before the readings are made: a word that no reading drops or turns into one of the other side's. */
const bringsOtherWord = (words: readonly Word[], other: readonly Word[], own: Forms): boolean => {
  const written = new Set(other.map(({ text }) => text));
  let plain: Set<string> | null = null;
  for (const { kind, text } of words) {
    if (kind !== 'word' || written.has(text) || mayBeDropped(text, own.table)) continue;
    plain ??= new Set(other.map((one) => plainForm(one.text, own)));
    if (!plain.has(plainForm(text, own))) return true;
  }
  return false;
};

const wordsOf = remember(
  (text: string): readonly Word[] =>
    tokenise(fold(text.slice(0, ownWordsEnd(text)))).filter(({ kind }) => kind !== 'space'),
  256,
);

/**
 * Why a change of wording is editorial: the ways of reading that are needed, all of them together, to see
 * two wordings as the same; `null` when they differ in substance. An empty list means that the clause's
 * own words are the same but for typography.
 */
export function editorialReasons(
  base: string,
  revised: string,
  language: Language,
): EditorialReason[] | null {
  const own = formsOf(language);
  const [from, to] = [wordsOf(base), wordsOf(revised)];
  const isSame = (reasons: readonly EditorialReason[]) => key(from, own, reasons) === key(to, own, reasons);
  if (isSame([])) return [];
  if (bringsOtherWord(from, to, own) || bringsOtherWord(to, from, own)) return null;
  if (!isSame(EDITORIAL_REASONS)) return null;
  let needed: readonly EditorialReason[] = EDITORIAL_REASONS;
  for (const reason of EDITORIAL_REASONS) {
    const without = needed.filter((other) => other !== reason);
    if (isSame(without)) needed = without;
  }
  return [...needed];
}
