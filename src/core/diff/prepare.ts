import type { Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { fold } from '../text/fold.ts';
import { languageTable } from '../text/language-table.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { tokenise } from '../text/tokens.ts';

/** A clause made ready for alignment. */
export interface Prepared {
  readonly unit: Unit;
  /** Place among the clauses of its text. */
  readonly index: number;
  /** Place among the clauses under its heading. */
  readonly place: number;
  /** The clause's own words, folded: equal keys are the same clause, whatever their labels. */
  readonly key: string;
  /** Words in order, folded and in lower case; spaces, punctuation and footnote marks left out. */
  readonly words: readonly string[];
  /** Those of its words that carry weight. */
  readonly content: readonly string[];
}

const FOOTNOTE_MARK = /\[\^[^\]\s]+\]/gu;

/** The clause's own words as a key: the list's punctuation and footnote marks do not belong to them. */
export function ownKey(text: string): string {
  return fold(text.slice(0, ownWordsEnd(text)).replace(FOOTNOTE_MARK, ''))
    .replace(/ +/g, ' ')
    .trim();
}

/** Clauses with their keys and words. Headings and frame lines are left out. */
export function prepare(units: readonly Unit[], language: Language): Prepared[] {
  const { functionWords } = languageTable(language);
  const places = new Map<string, number>();
  return units
    .filter(({ unit }) => unit === 'clause')
    .map((unit, index) => {
      const place = places.get(unit.section) ?? 0;
      places.set(unit.section, place + 1);
      const key = ownKey(unit.text);
      const words: string[] = [];
      for (const token of tokenise(key)) {
        if (token.kind !== 'space' && token.kind !== 'punctuation') words.push(token.text.toLowerCase());
      }
      return { unit, index, place, key, words, content: words.filter((word) => !functionWords.has(word)) };
    });
}

/** Weight of a word: its rarity in both texts (idf); function words count a fifth. */
export type WordWeights = (word: string) => number;

export function wordWeights(
  base: readonly Prepared[],
  revised: readonly Prepared[],
  language: Language,
): WordWeights {
  const frequency = new Map<string, number>();
  for (const side of [base, revised]) {
    for (const { words } of side) {
      for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  const total = base.length + revised.length;
  const { functionWords } = languageTable(language);
  const cache = new Map<string, number>();
  return (word) => {
    let weight = cache.get(word);
    if (weight === undefined) {
      weight = Math.log(1 + total / (1 + (frequency.get(word) ?? 0))) * (functionWords.has(word) ? 0.2 : 1);
      cache.set(word, weight);
    }
    return weight;
  };
}
