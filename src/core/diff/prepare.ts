import type { Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { fold } from '../text/fold.ts';
import { languageTable } from '../text/language-table.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { remember } from '../text/remember.ts';
import { scanTokens } from '../text/tokens.ts';
import { newVocabulary, type Vocabulary } from './vocabulary.ts';

/** The words of a clause as numbers of a vocabulary; clauses of one wording share them. */
export interface ClauseWords {
  /** In order, without case; spaces, punctuation and footnote marks left out. */
  readonly words: Int32Array;
  /** Those that carry weight. */
  readonly content: Int32Array;
  /** Each word once, and how often it stands. */
  readonly distinct: Int32Array;
  readonly counts: Int32Array;
}

/** A clause made ready for alignment. */
export interface Prepared extends ClauseWords {
  readonly unit: Unit;
  /** Place among the clauses of its text. */
  readonly index: number;
  /** Place among the clauses under its heading. */
  readonly place: number;
  /** The clause's own words, folded: equal keys are the same clause, whatever their labels. */
  readonly key: string;
}

/** Both texts made ready. */
export interface PreparedTexts {
  readonly base: readonly Prepared[];
  readonly revised: readonly Prepared[];
  readonly vocabulary: Vocabulary;
  /** Weight of each word: its rarity in both texts (idf); function words count a fifth. */
  readonly weights: Float64Array;
}

export const NO_WORDS: ClauseWords = {
  words: new Int32Array(),
  content: new Int32Array(),
  distinct: new Int32Array(),
  counts: new Int32Array(),
};

const FUNCTION_WORD_SHARE = 0.2;
const FOOTNOTE_MARK = /\[\^[^\]\s]+\]/gu;

/** The clause's own words as a key: the list's punctuation and footnote marks do not belong to them. */
export const ownKey = remember((text: string): string => {
  const own = text.slice(0, ownWordsEnd(text));
  const plain = own.includes('[^') ? own.replace(FOOTNOTE_MARK, '') : own;
  return fold(plain).replace(/ {2,}/g, ' ').trim();
}, 2_048);

/** The words of a key in order, as written. */
const writtenWords = remember((key: string): readonly string[] => {
  const words: string[] = [];
  scanTokens(key, (kind, start, end) => {
    if (kind !== 'space' && kind !== 'punctuation') words.push(key.slice(start, end));
  });
  return words;
}, 512);

const countWords = (words: Int32Array): Pick<ClauseWords, 'distinct' | 'counts'> => {
  const sorted = words.slice().sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  for (const word of sorted) {
    const last = distinct.length - 1;
    if (distinct[last] === word) counts[last] = (counts[last] ?? 0) + 1;
    else {
      distinct.push(word);
      counts.push(1);
    }
  }
  return { distinct: Int32Array.from(distinct), counts: Int32Array.from(counts) };
};

/** Clauses of both texts with their keys and words. Headings and frame lines are left out. */
export function prepareTexts(
  base: readonly Unit[],
  revised: readonly Unit[],
  language: Language,
): PreparedTexts {
  const { functionWords } = languageTable(language);
  const vocabulary = newVocabulary();
  const isFunctionWord: boolean[] = [];
  const byKey = new Map<string, ClauseWords>();
  const readWords = (key: string): ClauseWords => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const words = writtenWords(key).map(vocabulary.numberOf);
    for (let word = isFunctionWord.length; word < vocabulary.size(); word++) {
      isFunctionWord.push(functionWords.has(vocabulary.wordOf(word)));
    }
    const list = Int32Array.from(words);
    const content = list.filter((word) => isFunctionWord[word] !== true);
    const read = { words: list, content, ...countWords(list) };
    byKey.set(key, read);
    return read;
  };
  const prepareSide = (units: readonly Unit[]): Prepared[] => {
    const places = new Map<string, number>();
    return units
      .filter(({ unit }) => unit === 'clause')
      .map((unit, index) => {
        const place = places.get(unit.section) ?? 0;
        places.set(unit.section, place + 1);
        const key = ownKey(unit.text);
        const { words, content, distinct, counts } = readWords(key);
        return { unit, index, place, key, words, content, distinct, counts };
      });
  };
  const [from, to] = [prepareSide(base), prepareSide(revised)];
  return { base: from, revised: to, vocabulary, weights: weigh(from, to, isFunctionWord) };
}

const weigh = (
  base: readonly Prepared[],
  revised: readonly Prepared[],
  isFunctionWord: readonly boolean[],
): Float64Array => {
  const frequency = new Int32Array(isFunctionWord.length);
  for (const side of [base, revised]) {
    for (const { distinct } of side)
      for (const word of distinct) frequency[word] = (frequency[word] ?? 0) + 1;
  }
  const total = base.length + revised.length;
  return Float64Array.from(frequency, (count, word) => {
    const rarity = Math.log(1 + total / (1 + count));
    return isFunctionWord[word] === true ? rarity * FUNCTION_WORD_SHARE : rarity;
  });
};
