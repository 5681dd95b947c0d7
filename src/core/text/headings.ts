import { fold } from './fold.ts';
import type { LanguageTable, Phrase } from './language-table.ts';
import { matchKey, prefixLength } from './match-key.ts';

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
  const written = line.trim().replace(/\s*[,:،：，]+$/u, '');
  if (written === '' || written.length > LONGEST_HEADING || /[;.؛。；]$/u.test(written)) return null;
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
}

/** True when the line opens an annex ("ANNEX 1 (to Resolution …)"); its number comes back, or null for none. */
export function matchAnnex(line: string, table: LanguageTable): { readonly number: string | null } | null {
  const key = matchKey(line);
  const word = table.annex.find((phrase) => startsWithPhrase(key, phrase, table.language === 'zh'));
  if (word === undefined || line.length > LONGEST_HEADING || /[;.,؛،。；]$/u.test(line.trim())) return null;
  const rest = fold(line.trim()).slice(word.length);
  const found =
    /^\s*(?:no\.?|n°)?\s*([0-9]{1,3}(?:bis|ter)?|[A-Z]|[IVX]{1,4})?\s*(?=$|[(:.–-]|\s)(.*)$/iu.exec(rest);
  if (found === null) return null;
  // "Annex 2 describes …" is a sentence, "ANNEX 2 (to Resolution 9)" and "ANNEX 2 – Title" are not.
  const tail = (found[2] ?? '').trim();
  const isCapitals = line.trim().slice(0, word.length) === line.trim().slice(0, word.length).toUpperCase();
  if (tail !== '' && !/^[(:–-]/.test(tail) && !isCapitals) return null;
  return { number: found[1] ?? null };
}
