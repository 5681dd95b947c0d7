import { fold } from './fold.ts';
import type { LanguageTable, Phrase } from './language-table.ts';
import { matchKey, prefixLength } from './match-key.ts';
import { remember } from './remember.ts';

/** What a heading says: which part it opens, its verb (key of the language table), whom it speaks to. */
export interface HeadingMatch {
  readonly part: 'preamble' | 'operative';
  readonly verb: string;
  /** What follows the verb as written; null for nothing. Preamble headings have none. */
  readonly addressee: string | null;
  /** True when the line is nothing but table words: a heading beyond doubt. */
  readonly isWhole: boolean;
}

/** Longest heading seen in published texts is some 35 words; a clause is rarely shorter than that and unpunctuated. */
const LONGEST_HEADING = 320;

const startsWithPhrase = (key: string, phrase: string, isChinese: boolean): boolean =>
  key.startsWith(phrase) &&
  (isChinese || key.length === phrase.length || /[ ,:(]/.test(key.charAt(phrase.length)));

const stripModifiers = (rest: string, table: LanguageTable): string => {
  let left = rest;
  for (;;) {
    left = left.replace(/^[ ,:]+/, '');
    const modifier = table.modifiers.find((word) => startsWithPhrase(left, word, table.language === 'zh'));
    if (modifier === undefined || left === '') return left;
    left = left.slice(modifier.length);
  }
};

/** The rest of `heading` after the words of `phrase`, as written; null for nothing. */
const restAsWritten = (heading: string, phrase: Phrase): string | null => {
  const rest = heading.slice(prefixLength(heading, phrase.key)).replace(/^[\s,:，：]+/u, '');
  return rest === '' ? null : rest;
};

/**
 * Reads a line as a heading of the language, or returns null. A verb may also start a clause's words, so
 * callers decide by place and style whether a match that is not `isWhole` is a heading.
 */
export function matchHeading(line: string, table: LanguageTable): HeadingMatch | null {
  let match = matchers.get(table);
  if (match === undefined) matchers.set(table, (match = remember((text) => readHeading(text, table), 4_096)));
  return match(line);
}

/** A line is asked about several times while a text is read, and every proposal has the headings of its base. */
const matchers = new WeakMap<LanguageTable, (line: string) => HeadingMatch | null>();

const readHeading = (line: string, table: LanguageTable): HeadingMatch | null => {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > LONGEST_HEADING) return null;
  const written = trimmed.replace(/\s*[,:،：，]+$/u, '');
  if (written === '' || /[;.؛。；]$/u.test(written)) return null;
  const key = matchKey(written);
  const isChinese = table.language === 'zh';
  const before = table.modifiersBefore.find((word) => key.startsWith(word));
  const bare = before === undefined ? key : key.slice(before.length);

  const operative = table.operative.find((phrase) => startsWithPhrase(key, phrase.key, isChinese));
  const preamble = table.preamble.find(
    (phrase) => startsWithPhrase(key, phrase.key, isChinese) || startsWithPhrase(bare, phrase.key, isChinese),
  );
  // "reconnaissant" must not lose to a shorter verb of the other table.
  if (preamble !== undefined && (operative === undefined || preamble.key.length >= operative.key.length)) {
    const start = startsWithPhrase(key, preamble.key, isChinese) ? key : bare;
    const left = stripModifiers(start.slice(preamble.key.length), table);
    return { part: 'preamble', verb: preamble.value, addressee: null, isWhole: left === '' };
  }
  if (operative === undefined) return null;
  const left = stripModifiers(key.slice(operative.key.length), table);
  return {
    part: 'operative',
    verb: operative.value,
    addressee: restAsWritten(written, operative),
    isWhole: left === '',
  };
};

/** The number of a division and what follows it: "1", "2bis", "A", "IV", in brackets or after "No.". */
const DIVISION_NUMBER =
  /^\s*(?:no\.?|n°|№)?\s*([0-9]{1,3}(?:\s?(?:bis|ter|quater))?|[A-Z]|[IVX]{1,4})?\s*(?=$|[(:.–-]|\s)(.*)$/iu;

const matchDivision = (
  line: string,
  words: readonly string[],
  table: LanguageTable,
): { readonly number: string | null; readonly tail: string; readonly isCapitals: boolean } | null => {
  if (line.length > LONGEST_HEADING || /[;.,؛،。；，]$/u.test(line.trim())) return null;
  const key = matchKey(line);
  const word = words.find((phrase) => startsWithPhrase(key, phrase, table.language === 'zh'));
  if (word === undefined) return null;
  const written = fold(line.trim());
  const own = written.slice(0, prefixLength(written, word));
  const found = DIVISION_NUMBER.exec(written.slice(own.length));
  if (found === null) return null;
  const isCapitals = own === own.toUpperCase() && own !== own.toLowerCase();
  return { number: found[1]?.replace(/\s/g, '') ?? null, tail: (found[2] ?? '').trim(), isCapitals };
};

/** True when the line opens an annex ("ANNEX 1 (to Resolution …)"); its number comes back, or null for none. */
export function matchAnnex(line: string, table: LanguageTable): { readonly number: string | null } | null {
  const found = matchDivision(line, table.annex, table);
  if (found === null) return null;
  // "Annex 2 describes …" is a sentence, "ANNEX 2 (to Resolution 9)" and "ANNEX 2 – Title" are not.
  const { tail, isCapitals } = found;
  if (tail !== '' && !/^[(:.–-]/.test(tail) && !isCapitals) return null;
  // "Annex: 1", "Annexes: 2" at the foot of a decision counts them.
  if (/^:\s*\d*$/.test(tail)) return null;
  return { number: found.number };
}

/** True when the line opens a numbered section of a procedural resolution ("SECTION 2bis – Study groups", "第1节"). */
export function matchNumberedSection(line: string, table: LanguageTable): { readonly number: string } | null {
  if (table.language === 'zh') {
    const number = /^第\s*(\d{1,3})\s*(?:之二\s*)?(?:节|部分)(?=$|[\s:：–-])/u.exec(fold(line.trim()))?.[1];
    return number === undefined || line.length > LONGEST_HEADING ? null : { number };
  }
  const found = matchDivision(line, table.sections, table);
  if (found?.number == null) return null;
  const { tail, isCapitals } = found;
  // "Section 3 of the report …" goes on as a sentence.
  if (tail !== '' && !/^[(:.–-]/.test(tail) && !isCapitals) return null;
  return { number: found.number };
}

/**
 * The part of a clause that starts with its own verb ("Recalling its resolution …", "Decides to …"), as the
 * General Assembly writes; null for other words. The verb must be set apart by a capital.
 */
export function leadingVerbPart(text: string, table: LanguageTable): 'preamble' | 'operative' | null {
  const start = text.trimStart().slice(0, 80);
  if (/^\p{Ll}/u.test(start)) return null;
  const key = matchKey(start);
  const fits = (list: readonly Phrase[], from: string) =>
    list.find((phrase) => startsWithPhrase(from, phrase.key, table.language === 'zh'))?.key.length ?? 0;
  const bare = key.replace(/^(?:also|further|strongly|deeply|once again|again|strongly) /u, '');
  const preamble = Math.max(fits(table.preamble, key), fits(table.preamble, bare));
  const operative = Math.max(fits(table.operative, key), fits(table.operative, bare));
  if (preamble === 0 && operative === 0) return null;
  return preamble >= operative ? 'preamble' : 'operative';
}
