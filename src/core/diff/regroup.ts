import { diffArrays } from 'diff';
import { removePair, type Pair, type PairTable } from './pairs.ts';
import type { Prepared } from './prepare.ts';

/** One clause that became several, or several that became one. `one` and `many` are places in their texts. */
export interface Regrouping {
  readonly kind: 'split' | 'merged';
  readonly one: number;
  readonly many: readonly number[];
  /** Share of the one clause's words that the several hold, 0 to 1. */
  readonly coverage: number;
}

/** Thresholds as measured in the comparison of engines (docs/alignment.md). */
const LEAST_COVERAGE = 0.75;
const BETTER_THAN_BEST = 0.1;
const MOST_FOREIGN = 0.34;
const LEAST_MATCHED = 3;
const LARGEST_WINDOW = 4;
/** Above this many words on either side a clause is compared by its bag first. */
const LONG = 2_000;

interface Cover {
  readonly coverage: number;
  readonly foreign: number;
  readonly perMember: readonly number[];
}

/** How the words of `whole` are found, in order, in `members` read one after the other. */
const coverOf = (whole: Prepared, members: readonly Prepared[]): Cover => {
  const joined = members.flatMap(({ words }) => [...words]);
  const owner = members.flatMap(({ words }, member) => words.map(() => member));
  const perMember = members.map(() => 0);
  let at = 0;
  let kept = 0;
  const parts = diffArrays([...whole.words], joined, { maxEditLength: 1_500 }) as
    { added?: boolean; removed?: boolean; value: string[] }[] | undefined;
  for (const part of parts ?? []) {
    const length = part.value.length;
    if (part.removed === true) continue;
    if (part.added !== true) {
      kept += length;
      for (let word = at; word < at + length; word++) {
        const member = owner[word] ?? 0;
        perMember[member] = (perMember[member] ?? 0) + 1;
      }
    }
    at += length;
  }
  return {
    coverage: whole.words.length === 0 ? 0 : kept / whole.words.length,
    foreign: joined.length === 0 ? 1 : 1 - kept / joined.length,
    perMember,
  };
};

/** Finds splits, or merges when the sides are given the other way round. `partnerOf` is the one clause's present partner. */
const findWindows = (
  ones: readonly Prepared[],
  others: readonly Prepared[],
  partnerOf: (one: number) => Pair | undefined,
  isFree: (other: number, one: number) => boolean,
  kind: Regrouping['kind'],
): Regrouping[] => {
  const free = others.filter(({ index }) => isFree(index, -1));
  if (free.length === 0) return [];
  const holders = new Map<string, number[]>();
  for (const { index, words } of free) {
    for (const word of new Set(words)) holders.set(word, [...(holders.get(word) ?? []), index]);
  }
  const found: Regrouping[] = [];
  for (const one of ones) {
    const partner = partnerOf(one.index);
    if (partner?.reason === 'identical' || one.words.length < 2 * LEAST_MATCHED || one.words.length > LONG)
      continue;
    const near = new Map<number, number>();
    for (const word of new Set(one.words)) {
      const list = holders.get(word);
      if (list === undefined || list.length > 200) continue;
      for (const index of list) near.set(index, (near.get(index) ?? 0) + 1);
    }
    const partnerPlace =
      partner === undefined ? undefined : kind === 'split' ? partner.revised : partner.base;
    const starts = new Set<number>();
    for (const [index, shared] of near) {
      if (shared < LEAST_MATCHED) continue;
      for (let start = index - LARGEST_WINDOW + 1; start <= index; start++) starts.add(start);
    }
    let best: (Regrouping & { readonly foreign: number }) | null = null;
    for (const start of [...starts].sort((a, b) => a - b)) {
      for (let size = 2; size <= LARGEST_WINDOW; size++) {
        const members = others.slice(Math.max(0, start), Math.max(0, start) + size);
        if (start < 0 || members.length < size) break;
        const section = members[0]?.unit.section;
        const allowed = members.every(
          ({ index, unit }) =>
            unit.section === section && (index === partnerPlace || isFree(index, one.index)),
        );
        if (!allowed) break;
        const cover = coverOf(one, members);
        if (cover.coverage < LEAST_COVERAGE || cover.foreign > MOST_FOREIGN) continue;
        if (cover.perMember.some((matched) => matched < LEAST_MATCHED)) continue;
        const single = Math.max(...members.map((member) => coverOf(one, [member]).coverage));
        if (cover.coverage < single + BETTER_THAN_BEST) continue;
        if (best === null || cover.coverage - cover.foreign > best.coverage - best.foreign) {
          best = {
            kind,
            one: one.index,
            many: members.map(({ index }) => index),
            coverage: cover.coverage,
            foreign: cover.foreign,
          };
        }
      }
    }
    if (best !== null) found.push({ kind, one: best.one, many: best.many, coverage: best.coverage });
  }
  return found.sort((a, b) => b.coverage - a.coverage || a.one - b.one);
};

/**
 * Splits and merges among the clauses that are not paired word for word: windows of two to four neighbours
 * under one heading whose words together are those of one clause on the other side. Pairs they replace are
 * taken out of the table. Splits are settled before merges.
 */
export function findRegroupings(
  base: readonly Prepared[],
  revised: readonly Prepared[],
  pairs: PairTable,
): Regrouping[] {
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
  const splits = findWindows(
    base,
    revised,
    (one) => pairs.byBase.get(one),
    (other) => !pairs.byRevised.has(other),
    'split',
  );
  splits.forEach(accept);
  const merges = findWindows(
    revised.filter(({ index }) => !usedRevised.has(index)),
    base,
    (one) => pairs.byRevised.get(one),
    (other) => !pairs.byBase.has(other) && !usedBase.has(other),
    'merged',
  );
  merges.forEach(accept);
  return settled;
}
