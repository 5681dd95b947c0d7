import type { Comparison, Span, Unit } from '../../../core/model/change.ts';
import { joinItems, unitItemKey, type TextItem } from './text-items.ts';

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

/** Items that stand one after the other. */
interface Run {
  readonly start: number;
  readonly end: number;
}

interface Pair {
  readonly base: Run;
  readonly revised: Run;
  readonly change: number;
  readonly spans: readonly Span[];
}

const single = (at: number): Run => ({ start: at, end: at + 1 });

/** Where the units of one side of a change stand, when nothing stands between them; else null. */
const runOf = (units: readonly Unit[], places: ReadonlyMap<string, number>): Run | null => {
  const found = units.map((unit) => places.get(unitItemKey(unit)) ?? NaN);
  const [start = NaN] = found;
  return found.length > 0 && found.every((at, offset) => at === start + offset)
    ? { start, end: start + found.length }
    : null;
};

/** What stands in both texts: one unit that stayed one, one that was split, several that were merged. */
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
    const [was, now] = [runOf(from, baseAt), runOf(to, revisedAt)];
    if (was !== null && now !== null) pairs.push({ base: was, revised: now, change, spans });
  }
  for (const [at, { key, text }] of base.entries()) {
    const now = key.startsWith('block\n') ? revisedAt.get(key) : undefined;
    if (now !== undefined && baseAt.get(key) === at)
      pairs.push({ base: single(at), revised: single(now), change: -1, spans: [{ op: 'equal', text }] });
  }
  return { pairs: pairs.sort((a, b) => a.revised.start - b.revised.start), ofBase, ofRevised };
};

const joined = (items: readonly TextItem[], { start, end }: Run): TextItem | null => {
  const [first, ...rest] = items.slice(start, end);
  return first === undefined ? null : joinItems([first, ...rest]);
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
  const inOrder = risingRun(pairs.map((pair) => pair.base.start));
  const steps: Step[] = [];
  const moves = pairs.filter((_, at) => !inOrder.has(at)).map((pair, at) => ({ pair, move: at + 1 }));
  const byBase = new Map(moves.map((moved) => [moved.pair.base.start, moved] as const));
  const byRevised = new Map(moves.map((moved) => [moved.pair.revised.start, moved] as const));
  let [from, to] = [0, 0];
  const pushOld = (end: number): void => {
    while (from < end) {
      const moved = byBase.get(from);
      const run = moved?.pair.base ?? single(from);
      const item = joined(base, run);
      const change = moved?.pair.change ?? ofBase.get(item?.key ?? '') ?? -1;
      const kind = moved === undefined ? 'gone' : 'movedFrom';
      steps.push({ kind, base: item, revised: null, spans: null, move: moved?.move ?? 0, change });
      from = run.end;
    }
  };
  const pushNew = (end: number): void => {
    while (to < end) {
      const moved = byRevised.get(to);
      const run = moved?.pair.revised ?? single(to);
      const item = joined(revised, run);
      if (moved === undefined) {
        const change = ofRevised.get(item?.key ?? '') ?? -1;
        steps.push({ kind: 'come', base: null, revised: item, spans: null, move: 0, change });
      } else {
        const { pair, move } = moved;
        const was = joined(base, pair.base);
        steps.push({
          kind: 'movedTo',
          base: was,
          revised: item,
          spans: pair.spans,
          move,
          change: pair.change,
        });
      }
      to = run.end;
    }
  };
  for (const [at, { base: was, revised: now, change, spans }] of pairs.entries()) {
    if (!inOrder.has(at)) continue;
    pushOld(was.start);
    pushNew(now.start);
    steps.push({
      kind: 'kept',
      base: joined(base, was),
      revised: joined(revised, now),
      spans,
      move: 0,
      change,
    });
    [from, to] = [was.end, now.end];
  }
  pushOld(base.length);
  pushNew(revised.length);
  return steps;
}
