import { addPair, type Pair, type PairTable } from './pairs.ts';
import type { Prepared } from './prepare.ts';

const group = (side: readonly Prepared[]): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const { key, index } of side) {
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  return places;
};

const identical = (base: number, revised: number, isAmbiguous: boolean): Pair => ({
  base,
  revised,
  score: 1,
  reason: 'identical',
  isAmbiguous,
});

/** A wording that stands more often is not held against all its doubles. */
const MOST_MEETINGS = 2_500;

/** Doubles whose neighbour is paired stay beside it; the rest go in order. */
const pairInOrder = (base: readonly number[], revised: readonly number[], pairs: PairTable): void => {
  const free = new Set(revised);
  const take = (from: number, to: number): void => {
    free.delete(to);
    addPair(pairs, identical(from, to, true));
  };
  for (const from of base) {
    const after = (pairs.byBase.get(from - 1)?.revised ?? -2) + 1;
    const before = (pairs.byBase.get(from + 1)?.revised ?? 0) - 1;
    if (free.has(after)) take(from, after);
    else if (free.has(before)) take(from, before);
  }
  const left = [...free].values();
  for (const from of base) {
    if (pairs.byBase.has(from)) continue;
    const { value, done } = left.next();
    if (done === true) break;
    take(from, value);
  }
};

/**
 * Pairs clauses whose own words are the same, into `pairs`. Unique ones first; a wording that stands several times is
 * paired by its surroundings: paired neighbours, the same heading, then order.
 */
export function anchorIdentical(
  base: readonly Prepared[],
  revised: readonly Prepared[],
  pairs: PairTable,
): void {
  const inRevised = group(revised);
  const repeated: { readonly base: number[]; readonly revised: number[] }[] = [];
  for (const [key, places] of group(base)) {
    const others = inRevised.get(key);
    if (others === undefined) continue;
    const [only, other] = [places[0], others[0]];
    if (places.length === 1 && others.length === 1 && only !== undefined && other !== undefined) {
      addPair(pairs, identical(only, other, false));
    } else repeated.push({ base: places, revised: others });
  }

  const agreement = (from: number, to: number): number => {
    const [a, b] = [base[from]?.unit, revised[to]?.unit];
    if (a === undefined || b === undefined) return 0;
    let score = 0;
    if (pairs.byBase.get(from - 1)?.revised === to - 1) score += 4;
    if (pairs.byBase.get(from + 1)?.revised === to + 1) score += 4;
    if (a.heading === b.heading) score += 2;
    if (a.part === b.part) score += 1;
    return score;
  };
  for (const places of repeated) {
    if (places.base.length * places.revised.length > MOST_MEETINGS) {
      pairInOrder(places.base, places.revised, pairs);
      continue;
    }
    const candidates = places.base.flatMap((from, a) =>
      places.revised.map((to, b) => ({ from, to, order: Math.abs(a - b), score: agreement(from, to) })),
    );
    candidates.sort((a, b) => b.score - a.score || a.order - b.order || a.from - b.from || a.to - b.to);
    for (const { from, to } of candidates) {
      if (!pairs.byBase.has(from) && !pairs.byRevised.has(to)) addPair(pairs, identical(from, to, true));
    }
  }
}
