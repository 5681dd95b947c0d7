import type { Prepared, WordWeights } from './prepare.ts';

/** A clause's words as a weighted bag. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly words: number;
}

export function bagOf({ words }: Prepared, weights: WordWeights): Bag {
  const counts = new Map<string, number>();
  let weight = 0;
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    weight += weights(word);
  }
  return { counts, weight, words: words.length };
}

export interface Likeness {
  /** Weighted Dice of the two bags, 0 to 1. */
  readonly dice: number;
  /** Share of the lighter bag that the other holds, 0 to 1. */
  readonly containment: number;
  /** Words in common. */
  readonly shared: number;
}

export function likeness(a: Bag, b: Bag, weights: WordWeights): Likeness {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let common = 0;
  let shared = 0;
  for (const [word, count] of small.counts) {
    const both = Math.min(count, large.counts.get(word) ?? 0);
    if (both === 0) continue;
    shared += both;
    common += both * weights(word);
  }
  const sum = a.weight + b.weight;
  const least = Math.min(a.weight, b.weight);
  return { dice: sum === 0 ? 0 : (2 * common) / sum, containment: least === 0 ? 0 : common / least, shared };
}
