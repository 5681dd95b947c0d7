import type { Pairing } from '../model/change.ts';

/** One clause of the base taken for one clause of the revised text. */
export interface Pair {
  readonly base: number;
  readonly revised: number;
  readonly score: number;
  readonly reason: Pairing['reason'];
  readonly runnerUp?: { readonly base: number; readonly revised: number; readonly score: number };
  readonly isAmbiguous: boolean;
}

/** One-to-one pairs, looked up from both sides. */
export interface PairTable {
  readonly byBase: Map<number, Pair>;
  readonly byRevised: Map<number, Pair>;
}

export function newPairTable(): PairTable {
  return { byBase: new Map(), byRevised: new Map() };
}

export function addPair(table: PairTable, pair: Pair): void {
  table.byBase.set(pair.base, pair);
  table.byRevised.set(pair.revised, pair);
}

export function removePair(table: PairTable, pair: Pair): void {
  table.byBase.delete(pair.base);
  table.byRevised.delete(pair.revised);
}

/** Pairs in base order. */
export function pairsInOrder(table: PairTable): Pair[] {
  return [...table.byBase.values()].sort((a, b) => a.base - b.base);
}
