import type { ClauseWords } from './prepare.ts';

export interface Likeness {
  /** Weighted Dice of the two bags of words, 0 to 1. */
  readonly dice: number;
  /** Share of the lighter bag that the other holds, 0 to 1. */
  readonly containment: number;
  /** Words in common. */
  readonly shared: number;
}

/** Weight of all words of a clause. */
export function heaviness({ words }: ClauseWords, weights: Float64Array): number {
  let weight = 0;
  for (const word of words) weight += weights[word] ?? 0;
  return weight;
}

/** How like two clauses are, as weighted bags of words; `heavy` are their weights. */
export function likeness(
  a: ClauseWords,
  b: ClauseWords,
  heavy: readonly [a: number, b: number],
  weights: Float64Array,
): Likeness {
  let common = 0;
  let shared = 0;
  let [at, other] = [0, 0];
  // Both lists are sorted: they are walked side by side.
  while (at < a.distinct.length && other < b.distinct.length) {
    const [word, against] = [a.distinct[at] ?? 0, b.distinct[other] ?? 0];
    if (word < against) at++;
    else if (word > against) other++;
    else {
      const both = Math.min(a.counts[at] ?? 0, b.counts[other] ?? 0);
      shared += both;
      common += both * (weights[word] ?? 0);
      at++;
      other++;
    }
  }
  const sum = heavy[0] + heavy[1];
  const least = Math.min(...heavy);
  return { dice: sum === 0 ? 0 : (2 * common) / sum, containment: least === 0 ? 0 : common / least, shared };
}
