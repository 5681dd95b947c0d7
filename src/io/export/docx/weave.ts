import type { Comparison } from '../../../core/model/change.ts';
import type { Span } from '../../../core/model/change.ts';
import { unitItemKey, type TextItem } from './text-items.ts';

/** One step of the redline: a kept (or edited) item, one that went, one that came, the two ends of a move. */
export interface Step {
  readonly kind: 'kept' | 'gone' | 'come' | 'movedFrom' | 'movedTo';
  readonly base: TextItem | null;
  readonly revised: TextItem | null;
  /** The words that changed; null where one side stands alone. */
  readonly spans: readonly Span[] | null;
  /** Number of the move, from 1; 0 for none. */
  readonly move: number;
  /** Position of its change in the comparison; -1 for what is not compared. */
  readonly change: number;
}

/** Longest rising run of numbers, by position: what keeps its order. */
const risingRun = (numbers: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = at;
  }
  const run = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
};

interface Pair {
  readonly base: number;
  readonly revised: number;
  readonly change: number;
  readonly spans: readonly Span[];
}

/** One base unit that became one revised unit; splits and merges are told as gone and come. */
const pairItems = (
  comparison: Comparison,
  base: readonly TextItem[],
  revised: readonly TextItem[],
): {
  readonly pairs: readonly Pair[];
  readonly ofBase: Map<string, number>;
  readonly ofRevised: Map<string, number>;
} => {
  const places = (items: readonly TextItem[]) => new Map(items.map(({ key }, at) => [key, at] as const));
  const [baseAt, revisedAt] = [places(base), places(revised)];
  const ofBase = new Map<string, number>();
  const ofRevised = new Map<string, number>();
  const pairs: Pair[] = [];
  for (const [change, { base: from, revised: to, spans }] of comparison.changes.entries()) {
    for (const unit of from) ofBase.set(unitItemKey(unit), change);
    for (const unit of to) ofRevised.set(unitItemKey(unit), change);
    const [one, other] = [from[0], to[0]];
    if (one === undefined || other === undefined || from.length > 1 || to.length > 1) continue;
    const [at, now] = [baseAt.get(unitItemKey(one)), revisedAt.get(unitItemKey(other))];
    if (at !== undefined && now !== undefined) pairs.push({ base: at, revised: now, change, spans });
  }
  for (const [at, { key, text }] of base.entries()) {
    const now = key.startsWith('block\n') ? revisedAt.get(key) : undefined;
    if (now !== undefined && baseAt.get(key) === at)
      pairs.push({ base: at, revised: now, change: -1, spans: [{ op: 'equal', text }] });
  }
  return { pairs: pairs.sort((a, b) => a.revised - b.revised), ofBase, ofRevised };
};

/**
 * Two texts woven into the one order a redline is read in: items that keep their order stand once, what left its
 * place stands at both ends of a move.
 * Law: leaving out what came (and where moved to) gives the base in its order; leaving out what went (and where
 * moved from) gives the revised text in its order.
 */
export function weave(
  comparison: Comparison,
  base: readonly TextItem[],
  revised: readonly TextItem[],
): readonly Step[] {
  const { pairs, ofBase, ofRevised } = pairItems(comparison, base, revised);
  const inOrder = risingRun(pairs.map((pair) => pair.base));
  const steps: Step[] = [];
  const moves = new Map<number, { readonly move: number; readonly pair: Pair }>();
  for (const [at, pair] of pairs.entries())
    if (!inOrder.has(at)) moves.set(pair.base, { move: moves.size + 1, pair });
  const byRevised = new Map([...moves.values()].map((moved) => [moved.pair.revised, moved] as const));
  let [from, to] = [0, 0];
  const pushOld = (end: number): void => {
    for (; from < end; from++) {
      const item = base[from];
      if (item === undefined) continue;
      const moved = moves.get(from);
      const change = moved?.pair.change ?? ofBase.get(item.key) ?? -1;
      const kind = moved === undefined ? 'gone' : 'movedFrom';
      steps.push({ kind, base: item, revised: null, spans: null, move: moved?.move ?? 0, change });
    }
  };
  const pushNew = (end: number): void => {
    for (; to < end; to++) {
      const item = revised[to];
      if (item === undefined) continue;
      const moved = byRevised.get(to);
      const change = moved?.pair.change ?? ofRevised.get(item.key) ?? -1;
      if (moved === undefined)
        steps.push({ kind: 'come', base: null, revised: item, spans: null, move: 0, change });
      else {
        const { pair, move } = moved;
        const was = base[pair.base] ?? null;
        steps.push({ kind: 'movedTo', base: was, revised: item, spans: pair.spans, move, change });
      }
    }
  };
  for (const [at, pair] of pairs.entries()) {
    if (!inOrder.has(at)) continue;
    pushOld(pair.base);
    pushNew(pair.revised);
    const [one, other] = [base[pair.base] ?? null, revised[pair.revised] ?? null];
    steps.push({ kind: 'kept', base: one, revised: other, spans: pair.spans, move: 0, change: pair.change });
    [from, to] = [pair.base + 1, pair.revised + 1];
  }
  pushOld(base.length);
  pushNew(revised.length);
  return steps;
}
