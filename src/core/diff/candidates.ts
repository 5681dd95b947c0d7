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

/** Bonuses and thresholds, chosen on the pairs of `npm run bench:alignment` (docs/alignment.md). */
const SAME_GAP = 0.1;
const SAME_HEADING = 0.05;
const SAME_LABEL = 0.02;
/** In one gap little likeness is enough; where a gap holds one free clause on each side, still less. */
const ENOUGH_IN_GAP = 0.33;
const ENOUGH_ALONE_IN_GAP = 0.2;
const ENOUGH_ELSEWHERE = 0.6;
const LEAST_WORDS_ELSEWHERE = 4;
/** A few places up or down the same list. */
const ENOUGH_NEARBY = 0.5;
const LEAST_WORDS_NEARBY = 3;
const NEARBY = 3;
/** Elsewhere this is enough when neither clause has a rival within the margin and they keep a long passage no other clause has. */
const ENOUGH_UNRIVALLED = 0.42;
const UNRIVALLED_BY = 0.08;
const LEAST_PASSAGE = 8;
const LEAST_PASSAGE_SHARE = 0.25;
/** Chinese is compared by characters: about so many make a word. */
const CHARACTERS_A_WORD = 1.7;
/** A clause that was much expanded shares little of its new words, but nearly all of its old ones. */
const CONTAINED = 0.8;
const WHOLLY_CONTAINED = 0.95;
const KEPT_MOST = 0.47;

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

  const freeInGap = new Map<number, number>();
  for (const { index } of base) {
    const gap = gaps.base[index] ?? 0;
    if (!pairs.byBase.has(index)) freeInGap.set(gap, (freeInGap.get(gap) ?? 0) + 1);
  }

  const seenPairs: Weighed[] = [];
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
      const isSameGap = gap === gaps.revised[index];
      const isAlone = isSameGap && beside.length === 1 && freeInGap.get(gap) === 1;
      seenPairs.push(weigh(from, to, bag, other, isSameGap, isAlone, weights));
    }
  }
  return choose(seenPairs, (one) => keepsPassage(base[one.base], revised[one.revised], base, revised));
}

/** A pair that was compared in full. */
interface Weighed extends Candidate {
  readonly isEnough: boolean;
  /** Not like enough to be believed elsewhere, unless nothing else comes near. */
  readonly isPossible: boolean;
}

const weigh = (
  from: Prepared,
  to: Prepared,
  bag: Bag,
  other: Bag,
  isSameGap: boolean,
  isAlone: boolean,
  weights: WordWeights,
): Weighed => {
  const { dice, containment, shared } = likeness(bag, other, weights);
  const isSameHeading = from.unit.heading === to.unit.heading;
  const bonus =
    (isSameGap ? SAME_GAP : 0) +
    (isSameHeading ? SAME_HEADING : 0) +
    (from.unit.label !== null && from.unit.label === to.unit.label ? SAME_LABEL : 0);
  const least = Math.min(bag.words, other.words);
  const isNearby = from.unit.section === to.unit.section && Math.abs(from.place - to.place) <= NEARBY;
  const isContained = isSameGap
    ? least >= 6 && containment >= CONTAINED
    : isNearby && least >= LEAST_WORDS_ELSEWHERE && containment >= WHOLLY_CONTAINED;
  const score = isContained ? Math.max(dice, KEPT_MOST * containment) : dice;
  const ofGap = isAlone && isSameHeading ? ENOUGH_ALONE_IN_GAP : ENOUGH_IN_GAP;
  const enough = isSameGap ? ofGap : isNearby ? ENOUGH_NEARBY : ENOUGH_ELSEWHERE;
  const leastWords = isSameGap ? 1 : isNearby ? LEAST_WORDS_NEARBY : LEAST_WORDS_ELSEWHERE;
  const isEnough = (score >= enough || isContained) && shared >= leastWords;
  const isPossible = dice >= ENOUGH_UNRIVALLED && shared >= LEAST_WORDS_ELSEWHERE;
  return { base: from.index, revised: to.index, value: score + bonus, score, isEnough, isPossible };
};

/** The longest run of words that two clauses share. */
const longestRun = (from: readonly string[], to: readonly string[]): readonly string[] => {
  let [longest, end] = [0, 0];
  let row: number[] = [];
  from.forEach((word, place) => {
    const next: number[] = [];
    to.forEach((other, at) => {
      const run = word === other ? (row[at - 1] ?? 0) + 1 : 0;
      next.push(run);
      if (run > longest) [longest, end] = [run, place + 1];
    });
    row = next;
  });
  return from.slice(end - longest, end);
};

/** True when both clauses share a long passage, a good part of the shorter one, that stands in no other clause. */
const keepsPassage = (
  from: Prepared | undefined,
  to: Prepared | undefined,
  base: readonly Prepared[],
  revised: readonly Prepared[],
): boolean => {
  if (from === undefined || to === undefined) return false;
  const run = longestRun(from.words, to.words);
  const isHan = /\p{Script=Han}/u.test(run[0] ?? '');
  const length = isHan ? run.length / CHARACTERS_A_WORD : run.length;
  const shorter = Math.min(from.words.length, to.words.length);
  if (length < LEAST_PASSAGE || run.length < LEAST_PASSAGE_SHARE * shorter) return false;
  const passage = ` ${run.join(' ')} `;
  const holders = (side: readonly Prepared[]) =>
    side.filter(({ words }) => ` ${words.join(' ')} `.includes(passage)).length;
  return holders(base) === 1 && holders(revised) === 1;
};

/** Those that are like enough, and those merely possible that have no rival on either side. */
const choose = (weighed: readonly Weighed[], keepsLongPassage: (one: Weighed) => boolean): Candidate[] => {
  const [ofBase, ofRevised] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const note = (index: Map<number, number[]>, key: number, score: number) => {
    const best = index.get(key) ?? [];
    index.set(key, [...best, score].sort((a, b) => b - a).slice(0, 2));
  };
  for (const { base, revised, score } of weighed) {
    note(ofBase, base, score);
    note(ofRevised, revised, score);
  }
  const isUnrivalled = ({ base, revised, score }: Weighed): boolean =>
    [ofBase.get(base), ofRevised.get(revised)].every(
      (best) => best?.[0] === score && score - (best[1] ?? 0) >= UNRIVALLED_BY,
    );
  return weighed
    .filter((one) => one.isEnough || (one.isPossible && isUnrivalled(one) && keepsLongPassage(one)))
    .map(({ base, revised, value, score }) => ({ base, revised, value, score }));
};
