import { indexHolders, NOBODY } from './holders.ts';
import { longestCommon } from './longest-common.ts';
import { removePair, type Pair, type PairTable } from './pairs.ts';
import type { Prepared, PreparedTexts } from './prepare.ts';

/** One clause that became several, or several that became one. `one` and `many` are places in their texts. */
export interface Regrouping {
  readonly kind: 'split' | 'merged';
  readonly one: number;
  readonly many: readonly number[];
  /** Share of the one clause's words that the several hold, 0 to 1. */
  readonly coverage: number;
}

/** Thresholds, chosen on the pairs of `npm run bench:alignment` (docs/alignment.md). */
const LEAST_COVERAGE = 0.75;
const BETTER_THAN_BEST = 0.1;
const MOST_FOREIGN = 0.34;
/** A new clause that merely took a phrase along is mostly foreign words: no part of a split. */
const MOST_FOREIGN_IN_MEMBER = 0.35;
const LEAST_MATCHED = 3;
const LARGEST_WINDOW = 4;
/** Members may have clauses between them that were moved there or away. */
const WIDEST_WINDOW = 8;
/** A pair below this likeness may be broken for a split or merge that explains both clauses better. */
const WEAK_PAIR = 0.55;
const LEAST_COVERAGE_TO_BREAK = 0.85;
/** A regrouping that explains nearly every word on both sides is believed before any likeness of single clauses. */
const SURE = { coverage: 0.9, foreign: 0.12, foreignInMember: 0.2 };
/** Above this many words a clause is left as it is. */
const LONG = 2_000;

interface Cover {
  readonly coverage: number;
  readonly foreign: number;
  readonly perMember: readonly number[];
}

/** Beyond so many words gone or come the members do not make up the whole. */
const MOST_EDITS = 1_500;

/** How the words of `whole` are found, in order, in `members` read one after the other. */
const coverOf = (whole: Prepared, members: readonly Prepared[]): Cover => {
  const length = members.reduce((sum, { words }) => sum + words.length, 0);
  const joined = new Int32Array(length);
  const ends: number[] = [];
  let end = 0;
  for (const { words } of members) {
    joined.set(words, end);
    end += words.length;
    ends.push(end);
  }
  const perMember = members.map(() => 0);
  let kept = 0;
  for (const place of longestCommon(whole.words, joined, MOST_EDITS) ?? []) {
    if (place === -1) continue;
    kept++;
    const member = ends.findIndex((one) => place < one);
    perMember[member] = (perMember[member] ?? 0) + 1;
  }
  return {
    coverage: whole.words.length === 0 ? 0 : kept / whole.words.length,
    foreign: length === 0 ? 1 : 1 - kept / length,
    perMember,
  };
};

interface Side {
  readonly clauses: readonly Prepared[];
  readonly pairOf: (place: number) => Pair | undefined;
}

/** How well the members must fit the whole. */
interface Bounds {
  readonly coverage: number;
  readonly foreign: number;
  readonly foreignInMember: number;
}

const USUAL: Bounds = {
  coverage: LEAST_COVERAGE,
  foreign: MOST_FOREIGN,
  foreignInMember: MOST_FOREIGN_IN_MEMBER,
};

const isWeak = (pair: Pair | undefined): boolean => pair?.reason === 'similar' && pair.score < WEAK_PAIR;

/** Windows of two to four members near each other under one heading, in order. */
const windowsOf = (members: readonly Prepared[]): Prepared[][] => {
  const windows: Prepared[][] = [];
  for (let start = 0; start < members.length; start++) {
    const first = members[start];
    if (first === undefined) continue;
    for (let size = 2; size <= LARGEST_WINDOW; size++) {
      const window = members.slice(start, start + size);
      const last = window[window.length - 1];
      if (window.length < size || last === undefined) break;
      if (last.unit.section !== first.unit.section || last.index - first.index >= WIDEST_WINDOW) break;
      windows.push(window);
    }
  }
  return windows;
};

/** Words that more clauses hold than this are not looked up. */
const MOST_HOLDERS = 100;
/** Nor more holders of one clause's words than this, the rarest words first: keeps long texts linear. */
const MOST_LOOKED_AT = 1_200;

const rarestFirst = (whole: Prepared, holders: readonly Int32Array[]): Int32Array[] =>
  Array.from(whole.distinct, (word) => holders[word] ?? NOBODY).sort((a, b) => a.length - b.length);

/** Finds splits of the clauses of `one` side, or merges when the sides are given the other way round. */
const findWindows = (
  one: Side,
  other: Side,
  kind: Regrouping['kind'],
  isUsed: (place: number) => boolean,
  bounds: Bounds,
  words: number,
): Regrouping[] => {
  const eligible = other.clauses.filter(({ index, words: own }) => {
    return own.length >= LEAST_MATCHED && !isUsed(index) && other.pairOf(index)?.reason !== 'identical';
  });
  const holders = indexHolders(eligible, words);
  const found: Regrouping[] = [];
  const shared = new Int32Array(eligible.length);
  const inWhole = new Int32Array(words).fill(-1);
  for (const whole of one.clauses) {
    const partner = one.pairOf(whole.index);
    const length = whole.words.length;
    if (partner?.reason === 'identical' || length < 2 * LEAST_MATCHED || length > LONG) continue;
    const seen: number[] = [];
    let looked = 0;
    for (const list of rarestFirst(whole, holders)) {
      looked += list.length;
      if (list.length > MOST_HOLDERS || looked > MOST_LOOKED_AT) break;
      for (const at of list) {
        if (shared[at] === 0) seen.push(at);
        shared[at] = (shared[at] ?? 0) + 1;
      }
    }
    for (const word of whole.content) inWhole[word] = whole.index;
    const partnerPlace = partner === undefined ? -1 : kind === 'split' ? partner.revised : partner.base;
    const members = seen
      .filter((at) => {
        const clause = eligible[at];
        if (clause === undefined || (shared[at] ?? 0) < Math.min(LEAST_MATCHED, clause.distinct.length))
          return false;
        const pair = other.pairOf(clause.index);
        if (clause.index !== partnerPlace && pair !== undefined && !isWeak(pair)) return false;
        let foreign = 0;
        for (const word of clause.content) if (inWhole[word] !== whole.index) foreign++;
        return foreign <= bounds.foreignInMember * clause.content.length;
      })
      .sort((a, b) => a - b)
      .flatMap((at) => eligible[at] ?? []);
    for (const at of seen) shared[at] = 0;
    if (members.length < 2) continue;
    const best = bestWindow(
      whole,
      members,
      (place) => place !== partnerPlace && other.pairOf(place) !== undefined,
      bounds,
    );
    if (best !== null) {
      found.push({
        kind,
        one: whole.index,
        many: best.members.map(({ index }) => index),
        coverage: best.cover.coverage,
      });
    }
  }
  return found.sort((a, b) => b.coverage - a.coverage || a.one - b.one);
};

interface Window {
  readonly members: readonly Prepared[];
  readonly cover: Cover;
}

const bestWindow = (
  whole: Prepared,
  members: readonly Prepared[],
  breaksPair: (place: number) => boolean,
  bounds: Bounds,
): Window | null => {
  let best: Window | null = null;
  for (const window of windowsOf(members)) {
    const breaks = window.some(({ index }) => breaksPair(index));
    const least = breaks ? Math.max(LEAST_COVERAGE_TO_BREAK, bounds.coverage) : bounds.coverage;
    const cover = inOrder(whole, window, { ...bounds, coverage: least }) ?? interleaved(whole, window, least);
    const worth = (one: Cover) => one.coverage - one.foreign;
    if (cover !== null && (best === null || worth(cover) > worth(best.cover)))
      best = { members: window, cover };
  }
  return best;
};

/** The coverage there would be if the order of words did not matter: never less than what it is in order. */
const mostCoverage = (whole: Prepared, window: readonly Prepared[]): number => {
  const left = new Map<number, number>();
  whole.distinct.forEach((word, at) => left.set(word, whole.counts[at] ?? 0));
  let kept = 0;
  for (const { distinct, counts } of window) {
    distinct.forEach((word, at) => {
      const both = Math.min(left.get(word) ?? 0, counts[at] ?? 0);
      if (both === 0) return;
      left.set(word, (left.get(word) ?? 0) - both);
      kept += both;
    });
  }
  return kept / Math.max(1, whole.words.length);
};

/** The whole read in the order of its members, one after the other: the usual split. */
const inOrder = (whole: Prepared, window: readonly Prepared[], bounds: Bounds): Cover | null => {
  if (mostCoverage(whole, window) < bounds.coverage) return null;
  const cover = coverOf(whole, window);
  if (cover.coverage < bounds.coverage || cover.foreign > bounds.foreign) return null;
  if (cover.perMember.some((matched) => matched < LEAST_MATCHED)) return null;
  const single = Math.max(...window.map((member) => coverOf(whole, [member]).coverage));
  return cover.coverage < single + BETTER_THAN_BEST ? null : cover;
};

/** What each member of an interleaved merge must bring along: words that no other member has. */
const LEAST_OWN = 2;
const LEAST_INTERLEAVED = 0.85;
/** Their words are shuffled, so their places must speak: side by side, or with one new clause between. */
const MOST_BETWEEN = 1;
const LEAST_APART = 0.95;

/**
 * Near-duplicates folded into one ("that A report x", "that B report y": "that A and B report x and y"): the
 * words of each stand in the whole, but not one after the other.
 */
const interleaved = (whole: Prepared, window: readonly Prepared[], least: number): Cover | null => {
  const [first, last] = [window[0], window[window.length - 1]];
  if (first === undefined || last === undefined) return null;
  if (last.index - first.index >= window.length + MOST_BETWEEN) return null;
  const bags = window.map(({ content }) => new Set(content));
  const coverage = (sets: readonly ReadonlySet<number>[]) =>
    whole.content.filter((word) => sets.some((set) => set.has(word))).length /
    Math.max(1, whole.content.length);
  const all = coverage(bags);
  const isApart = last.index - first.index >= window.length;
  if (all < Math.max(isApart ? LEAST_APART : LEAST_INTERLEAVED, least)) return null;
  const own = window.map(
    (_, at) =>
      whole.content.filter(
        (word) => bags[at]?.has(word) === true && bags.every((set, other) => other === at || !set.has(word)),
      ).length,
  );
  const common = [...(bags[0] ?? [])].filter((word) => bags.every((set) => set.has(word))).length;
  const isNearDuplicate = common >= LEAST_MATCHED && common >= 0.4 * Math.min(...bags.map((set) => set.size));
  if (!isNearDuplicate || own.some((count) => count < LEAST_OWN)) return null;
  if (all < Math.max(...bags.map((set) => coverage([set]))) + BETTER_THAN_BEST) return null;
  const words = window.reduce((sum, { content }) => sum + content.length, 0);
  return {
    coverage: all,
    foreign: Math.max(0, 1 - whole.content.length / Math.max(1, words)) / 4,
    perMember: own,
  };
};

/**
 * Splits and merges among the clauses that are not paired word for word: two to four clauses near each other
 * under one heading whose words together are those of one clause on the other side. Pairs they replace are
 * taken out of the table. Splits are settled before merges. `isSure` asks for nearly perfect ones only.
 */
export function findRegroupings(
  { base, revised, weights }: PreparedTexts,
  pairs: PairTable,
  isSure: boolean,
): Regrouping[] {
  const bounds = isSure ? SURE : USUAL;
  const settled: Regrouping[] = [];
  const usedBase = new Set<number>();
  const usedRevised = new Set<number>();

  const accept = (found: Regrouping): void => {
    const [oneUsed, manyUsed] = found.kind === 'split' ? [usedBase, usedRevised] : [usedRevised, usedBase];
    if (oneUsed.has(found.one) || found.many.some((place) => manyUsed.has(place))) return;
    oneUsed.add(found.one);
    for (const place of found.many) manyUsed.add(place);
    const byOne = found.kind === 'split' ? pairs.byBase : pairs.byRevised;
    const byMany = found.kind === 'split' ? pairs.byRevised : pairs.byBase;
    for (const pair of [byOne.get(found.one), ...found.many.map((place) => byMany.get(place))]) {
      if (pair !== undefined) removePair(pairs, pair);
    }
    settled.push(found);
  };
  const ofBase: Side = { clauses: base, pairOf: (place) => pairs.byBase.get(place) };
  const ofRevised: Side = { clauses: revised, pairOf: (place) => pairs.byRevised.get(place) };
  findWindows(ofBase, ofRevised, 'split', () => false, bounds, weights.length).forEach(accept);
  const rest: Side = { ...ofRevised, clauses: revised.filter(({ index }) => !usedRevised.has(index)) };
  findWindows(rest, ofBase, 'merged', (place) => usedBase.has(place), bounds, weights.length).forEach(accept);
  return settled;
}
