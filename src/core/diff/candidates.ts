import { pairsInOrder, type PairTable } from './pairs.ts';
import type { Prepared, WordWeights } from './prepare.ts';
import { bagOf, likeness, type Bag } from './similarity.ts';
import { heaviestSpine } from './spine.ts';

/** Two clauses that may be the same one. `value` ranks (likeness and place), `score` is likeness alone. */
export interface Candidate {
  readonly base: number;
  readonly revised: number;
  readonly value: number;
  readonly score: number;
}

/** Bonuses and thresholds as measured in the comparison of engines (docs/alignment.md). */
const SAME_GAP = 0.1;
const SAME_HEADING = 0.05;
const SAME_LABEL = 0.02;
const ENOUGH_IN_GAP = 0.4;
const ENOUGH_ELSEWHERE = 0.6;
const LEAST_WORDS_ELSEWHERE = 4;
/** A clause that was much expanded shares little of its new words, but nearly all of its old ones. */
const CONTAINED = 0.8;
const KEPT_MOST = 0.42;

/** How many candidates of one clause are compared in full: rare shared words choose them. */
const SHORTLIST = 24;

/** For every place of a side, how many spine pairs stand before it: equal counts mean the same gap. */
export function gapNumbers(pairs: PairTable, base: readonly Prepared[], revised: readonly Prepared[]) {
  const points = pairsInOrder(pairs).map((pair) => ({
    ...pair,
    weight: (base[pair.base]?.words.length ?? 0) + 1,
  }));
  const spine = heaviestSpine(points);
  const mark = (length: number, places: readonly number[]): Int32Array => {
    const numbers = new Int32Array(length);
    for (const place of places) numbers[place] = 1;
    let before = 0;
    for (let at = 0; at < length; at++) {
      before += numbers[at] ?? 0;
      numbers[at] = before;
    }
    return numbers;
  };
  return {
    base: mark(
      base.length,
      [...spine].map((point) => point.base),
    ),
    revised: mark(
      revised.length,
      [...spine].map((point) => point.revised),
    ),
  };
}

/**
 * Candidate pairs among the clauses that are not yet paired, found through an inverted index: only clauses
 * that share words are ever compared.
 */
export function findCandidates(
  base: readonly Prepared[],
  revised: readonly Prepared[],
  pairs: PairTable,
  weights: WordWeights,
): Candidate[] {
  const freeRevised = revised.filter(({ index }) => !pairs.byRevised.has(index));
  if (freeRevised.length === 0) return [];
  const gaps = gapNumbers(pairs, base, revised);
  const bags = new Map<number, Bag>(freeRevised.map((clause) => [clause.index, bagOf(clause, weights)]));
  const holders = new Map<string, number[]>();
  for (const { index } of freeRevised) {
    for (const word of bags.get(index)?.counts.keys() ?? []) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [index]);
      else list.push(index);
    }
  }
  // A word that stands in most of the free clauses tells none of them apart.
  const common = Math.max(48, freeRevised.length / 4);
  const inGap = new Map<number, number[]>();
  for (const { index } of freeRevised) {
    const gap = gaps.revised[index] ?? 0;
    inGap.set(gap, [...(inGap.get(gap) ?? []), index]);
  }

  const found: Candidate[] = [];
  for (const from of base) {
    if (pairs.byBase.has(from.index)) continue;
    const bag = bagOf(from, weights);
    const seen = new Map<number, number>();
    for (const [word, count] of bag.counts) {
      const list = holders.get(word);
      if (list === undefined || list.length > common) continue;
      const weight = weights(word) * count;
      for (const index of list) seen.set(index, (seen.get(index) ?? 0) + weight);
    }
    const gap = gaps.base[from.index] ?? 0;
    const beside = inGap.get(gap) ?? [];
    if (beside.length <= SHORTLIST) for (const index of beside) seen.set(index, seen.get(index) ?? 0);
    const shortlist = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, SHORTLIST);
    for (const [index] of shortlist) {
      const to = revised[index];
      const other = bags.get(index);
      if (to === undefined || other === undefined) continue;
      const candidate = weigh(from, to, bag, other, gap === gaps.revised[index], weights);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

const weigh = (
  from: Prepared,
  to: Prepared,
  bag: Bag,
  other: Bag,
  isSameGap: boolean,
  weights: WordWeights,
): Candidate | null => {
  const { dice, containment, shared } = likeness(bag, other, weights);
  const bonus =
    (isSameGap ? SAME_GAP : 0) +
    (from.unit.heading === to.unit.heading ? SAME_HEADING : 0) +
    (from.unit.label !== null && from.unit.label === to.unit.label ? SAME_LABEL : 0);
  const least = Math.min(bag.words, other.words);
  const isContained = isSameGap && least >= 6 && containment >= CONTAINED;
  const score = isContained ? Math.max(dice, KEPT_MOST * containment) : dice;
  const isEnough = isSameGap
    ? score + bonus - SAME_GAP >= ENOUGH_IN_GAP - 0.0001
    : dice >= ENOUGH_ELSEWHERE && shared >= LEAST_WORDS_ELSEWHERE;
  if (!isEnough) return null;
  return { base: from.index, revised: to.index, value: score + bonus, score };
};
