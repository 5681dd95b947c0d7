import { indexHolders, NOBODY } from './holders.ts';
import { pairsInOrder, type PairTable } from './pairs.ts';
import type { Prepared, PreparedTexts } from './prepare.ts';
import { heaviness, likeness, type Likeness } from './similarity.ts';
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
const SAME_PLACE = 0.02;
/** In one gap little likeness is enough; for two clauses that no other of the gap comes near, still less. */
const ENOUGH_IN_GAP = 0.33;
const ENOUGH_ALONE_IN_GAP = 0.22;
const RIVAL_IN_GAP = 0.1;
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
/** Above this many pairs of words a common passage is not looked for. */
const LARGEST_GRID = 4_000_000;
/** Chinese is compared by characters: about so many make a word. */
const CHARACTERS_A_WORD = 1.7;
/** A clause that was much expanded shares little of its new words, but nearly all of its old ones. */
const CONTAINED = 0.8;
const WHOLLY_CONTAINED = 0.95;
const KEPT_MOST = 0.47;

/** How many candidates of one clause are compared in full: rare shared words choose them. */
const SHORTLIST = 24;
/** Words that more free clauses hold than this are not looked up: a fixed bound keeps long texts linear. */
const LEAST_HOLDERS = 48;
const MOST_HOLDERS = 120;

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
export function findCandidates(texts: PreparedTexts, pairs: PairTable): Candidate[] {
  const { base, revised, weights } = texts;
  const free = revised.filter(({ index }) => !pairs.byRevised.has(index));
  if (free.length === 0) return [];
  const gaps = gapNumbers(pairs, base, revised);
  const holders = indexHolders(free, weights.length);
  const heavy = new Map(free.map((clause) => [clause.index, heaviness(clause, weights)]));
  // A word that stands in most of the free clauses tells none of them apart.
  const common = Math.min(MOST_HOLDERS, Math.max(LEAST_HOLDERS, free.length / 4));
  const inGap = new Map<number, number[]>();
  for (const { index } of free) {
    const gap = gaps.revised[index] ?? 0;
    const list = inGap.get(gap);
    if (list === undefined) inGap.set(gap, [index]);
    else list.push(index);
  }
  const weighed: Weighed[] = [];
  const shared = new Float64Array(revised.length);
  for (const from of base) {
    if (pairs.byBase.has(from.index) || from.words.length === 0) continue;
    const seen: number[] = [];
    from.distinct.forEach((word, at) => {
      const list = holders[word] ?? NOBODY;
      if (list.length > common) return;
      const weight = (weights[word] ?? 0) * (from.counts[at] ?? 0);
      for (const place of list) {
        const index = free[place]?.index ?? 0;
        const sum = shared[index] ?? 0;
        if (sum === 0) seen.push(index);
        shared[index] = sum + weight;
      }
    });
    const gap = gaps.base[from.index] ?? 0;
    const beside = inGap.get(gap) ?? [];
    if (beside.length <= SHORTLIST) {
      for (const index of beside) if (shared[index] === 0) seen.push(index);
    }
    seen.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
    const own = heaviness(from, weights);
    for (const index of seen.slice(0, SHORTLIST)) {
      const to = revised[index];
      if (to === undefined) continue;
      const isSameGap = gap === gaps.revised[index];
      const alike = likeness(from, to, [own, heavy.get(index) ?? 0], weights);
      weighed.push(weigh(from, to, alike, isSameGap));
    }
    for (const index of seen) shared[index] = 0;
  }
  const keepsPassage = passageTest(texts);
  return choose(weighed, (one) => keepsPassage(base[one.base], revised[one.revised]));
}

/** A pair that was compared in full. */
interface Weighed extends Candidate {
  readonly isEnough: boolean;
  /** Like enough if no other pair of the same gap is in the running. */
  readonly isEnoughAlone: boolean;
  readonly isRival: boolean;
  /** Not like enough to be believed elsewhere, unless nothing else comes near. */
  readonly isPossible: boolean;
}

const weigh = (
  from: Prepared,
  to: Prepared,
  { dice, containment, shared }: Likeness,
  isSameGap: boolean,
): Weighed => {
  const isSameHeading = from.unit.heading === to.unit.heading;
  const bonus =
    (isSameGap ? SAME_GAP : 0) +
    (isSameHeading ? SAME_HEADING : 0) +
    (from.place === to.place ? SAME_PLACE : 0);
  const least = Math.min(from.words.length, to.words.length);
  const isNearby = from.unit.section === to.unit.section && Math.abs(from.place - to.place) <= NEARBY;
  const isContained = isSameGap
    ? least >= 6 && containment >= CONTAINED
    : isNearby && least >= LEAST_WORDS_ELSEWHERE && containment >= WHOLLY_CONTAINED;
  const score = isContained ? Math.max(dice, KEPT_MOST * containment) : dice;
  const enough = isSameGap ? ENOUGH_IN_GAP : isNearby ? ENOUGH_NEARBY : ENOUGH_ELSEWHERE;
  const leastWords = isSameGap ? 1 : isNearby ? LEAST_WORDS_NEARBY : LEAST_WORDS_ELSEWHERE;
  const isEnough = (score >= enough || isContained) && shared >= leastWords;
  const isPossible = dice >= ENOUGH_UNRIVALLED && shared >= LEAST_WORDS_ELSEWHERE;
  const isEnoughAlone = isSameGap && isSameHeading && score >= ENOUGH_ALONE_IN_GAP && shared >= 1;
  const isRival = isSameGap && score >= RIVAL_IN_GAP;
  const value = score + bonus;
  return { base: from.index, revised: to.index, value, score, isEnough, isEnoughAlone, isRival, isPossible };
};

/** The longest run of words that two clauses share. */
const longestRun = (from: Int32Array, to: Int32Array): Int32Array => {
  let [longest, end] = [0, 0];
  let row = new Int32Array(to.length + 1);
  let next = new Int32Array(to.length + 1);
  for (let place = 0; place < from.length; place++) {
    for (let at = 0; at < to.length; at++) {
      const run = from[place] === to[at] ? (row[at] ?? 0) + 1 : 0;
      next[at + 1] = run;
      if (run > longest) [longest, end] = [run, place + 1];
    }
    [row, next] = [next, row];
  }
  return from.slice(end - longest, end);
};

const holdsRun = ({ words }: Prepared, run: Int32Array): boolean => {
  for (
    let start = words.indexOf(run[0] ?? -1);
    start !== -1;
    start = words.indexOf(run[0] ?? -1, start + 1)
  ) {
    let at = 1;
    while (at < run.length && words[start + at] === run[at]) at++;
    if (at === run.length) return true;
  }
  return false;
};

/** Tests whether two clauses share a long passage, a good part of the shorter one, that stands in no other clause. */
const passageTest = ({ base, revised, vocabulary, weights }: PreparedTexts) => {
  let index: readonly (readonly Int32Array[])[] | null = null;
  return (from: Prepared | undefined, to: Prepared | undefined): boolean => {
    if (from === undefined || to === undefined || from.words.length * to.words.length > LARGEST_GRID)
      return false;
    const run = longestRun(from.words, to.words);
    const isHan = /\p{Script=Han}/u.test(vocabulary.wordOf(run[0] ?? -1));
    const length = isHan ? run.length / CHARACTERS_A_WORD : run.length;
    const shorter = Math.min(from.words.length, to.words.length);
    if (length < LEAST_PASSAGE || run.length < LEAST_PASSAGE_SHARE * shorter) return false;
    index ??= [indexHolders(base, weights.length), indexHolders(revised, weights.length)];
    return [base, revised].every((side, at) => {
      // The rarest word of the passage says where to look for it.
      let rarest = index?.[at]?.[run[0] ?? 0] ?? NOBODY;
      for (const word of run) {
        const list = index?.[at]?.[word] ?? NOBODY;
        if (list.length < rarest.length) rarest = list;
      }
      let holders = 0;
      for (const place of rarest) {
        const clause = side[place];
        if (clause !== undefined && holdsRun(clause, run) && ++holders > 1) return false;
      }
      return holders === 1;
    });
  };
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
  const [rivalsOfBase, rivalsOfRevised] = [new Map<number, number>(), new Map<number, number>()];
  for (const { base, revised, isRival } of weighed) {
    if (!isRival) continue;
    rivalsOfBase.set(base, (rivalsOfBase.get(base) ?? 0) + 1);
    rivalsOfRevised.set(revised, (rivalsOfRevised.get(revised) ?? 0) + 1);
  }
  const isAlone = ({ base, revised }: Weighed): boolean =>
    rivalsOfBase.get(base) === 1 && rivalsOfRevised.get(revised) === 1;
  const isUnrivalled = ({ base, revised, score }: Weighed): boolean =>
    [ofBase.get(base), ofRevised.get(revised)].every(
      (best) => best?.[0] === score && score - (best[1] ?? 0) >= UNRIVALLED_BY,
    );
  return weighed
    .filter(
      (one) =>
        one.isEnough ||
        (one.isEnoughAlone && isAlone(one)) ||
        (one.isPossible && isUnrivalled(one) && keepsLongPassage(one)),
    )
    .map(({ base, revised, value, score }) => ({ base, revised, value, score }));
};
