import type { Language } from '../model/language.ts';
import { foldWithOffsets } from '../text/fold.ts';

/** A word of a text as cues see it: folded, lower case, without accents; offsets in the text's own UTF-16 units. */
export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The first punctuation mark between this word and the next, or nothing. */
  readonly stop: string;
}

const WORD = /\p{Script=Han}|[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu;
const STOP = /[,;:.!?()"«»“”„،؛，；：。、（）]/u;

const ARABIC_FORMS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
};

/** Conjunctions, prepositions and the article that Arabic writes on the word. */
const arabicStem = (key: string): string => {
  let stem = key;
  for (const clitics of ['وفبلك', 'بلك']) {
    if (stem.length > 4 && clitics.includes(stem.charAt(0)) && stem.startsWith('ال', 1)) stem = stem.slice(1);
    else if (
      stem.length > 4 &&
      clitics.includes(stem.charAt(0)) &&
      clitics.length === 5 &&
      stem.startsWith('و')
    )
      stem = stem.slice(1);
  }
  if (stem.startsWith('لل') && stem.length > 4) stem = stem.slice(2);
  return stem.startsWith('ال') && stem.length > 4 ? stem.slice(2) : stem;
};

/** Verbs that everyone writes with an s. */
const ALWAYS_S =
  /(?:v|pr|exerc|otherw|comprom|expert|prec|prom|ra|disgu|franch|merchand|prem|no|conc)is\w*$/u;
const SPELLING_IS = /is(e|es|ed|er|ers|ing|ation|ations)$/u;

const keysOf = new Map<Language, Map<string, string>>();
/** Words remembered with their keys; texts repeat themselves. */
const KEY_LIMIT = 100_000;

/** Like {@link wordKey}, remembered. */
function knownKey(word: string, language: Language): string {
  let keys = keysOf.get(language);
  if (keys === undefined || keys.size > KEY_LIMIT) {
    keys = new Map();
    keysOf.set(language, keys);
  }
  let key = keys.get(word);
  if (key === undefined) {
    key = wordKey(word, language);
    keys.set(word, key);
  }
  return key;
}

/** Characters that folding drops or takes apart: without them a text's offsets are its own. */
const NEEDS_FOLDING = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0640\uFB00-\uFFEF\p{M}]/u;

/** The key of one word: what a cue and a text are compared by. */
export function wordKey(word: string, language: Language): string {
  let key = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae');
  if (language === 'en' && key.length > 5 && !ALWAYS_S.test(key)) key = key.replace(SPELLING_IS, 'iz$1');
  if (language === 'ar') {
    key = key.replace(/[أإآٱىةؤئ]/gu, (char) => ARABIC_FORMS[char] ?? char);
    key = arabicStem(key);
  }
  return key;
}

/** The words of a text in order. Linear; Chinese by characters, since its words are not parted. */
export function tokenize(text: string, language: Language): readonly Token[] {
  const isPlain = !NEEDS_FOLDING.test(text);
  const folded = isPlain ? { text, offsets: null } : foldWithOffsets(text);
  const original = (at: number): number => folded.offsets?.[at] ?? Math.min(at, text.length);
  const tokens: Token[] = [];
  let previousEnd = 0;
  const close = (from: number, to: number): void => {
    const last = tokens.pop();
    if (last !== undefined) tokens.push({ ...last, stop: STOP.exec(folded.text.slice(from, to))?.[0] ?? '' });
  };
  for (const match of folded.text.matchAll(WORD)) {
    close(previousEnd, match.index);
    const end = match.index + match[0].length;
    tokens.push({
      key: knownKey(match[0], language),
      start: original(match.index),
      end: original(end),
      stop: '',
    });
    previousEnd = end;
  }
  close(previousEnd, folded.text.length);
  return tokens;
}
