import type { Language } from '../model/language.ts';
import { languageTable } from '../text/language-table.ts';
import { wordsOf } from './phrases.ts';

/** New clauses of one slot are taken for the same from here on: the alignment's score within one gap (DIFF method, step 2). */
export const SAME_CLAUSE = 0.4;
const FUNCTION_WORD_WEIGHT = 0.2;

/** Likeness of two wordings, 0 to 1: Dice on their words, function words counting a fifth. 1 for the same bag of words. */
export function wordingLikeness(one: string, other: string, language: Language): number {
  const { functionWords } = languageTable(language);
  const weight = (word: string) => (functionWords.has(word) ? FUNCTION_WORD_WEIGHT : 1);
  const left = new Map<string, number>();
  let [sum, common] = [0, 0];
  for (const { key } of wordsOf(one)) {
    left.set(key, (left.get(key) ?? 0) + 1);
    sum += weight(key);
  }
  for (const { key } of wordsOf(other)) {
    sum += weight(key);
    const rest = left.get(key) ?? 0;
    if (rest === 0) continue;
    left.set(key, rest - 1);
    common += weight(key);
  }
  return sum === 0 ? 0 : (2 * common) / sum;
}
