import type { Entry } from './entries.ts';
import { isUnchanged } from './entries.ts';

/** A run of unchanged clauses shown as one line. */
export interface Fold {
  readonly kind: 'fold';
  /** Known by its first entry, so that it stays the same fold when others open. */
  readonly key: string;
  readonly clauses: number;
  readonly renumbered: number;
  readonly entries: readonly Entry[];
}

export type Item = Entry | Fold;

export interface Folding {
  readonly isAllOpen: boolean;
  /** Keys of the folds that were opened one by one. */
  readonly opened: ReadonlySet<string>;
  /** Unchanged clauses left in view on each side of a change. */
  readonly context: number;
  /** Entries that stay in view though unchanged: they carry a note, or hold what was searched. */
  readonly kept: ReadonlySet<string>;
}

/** A run shorter than this is cheaper to show than to fold. */
const SHORTEST_FOLD = 3;

const isClause = (entry: Entry): boolean => entry.kind === 'clause';

const foldOf = (entries: readonly Entry[]): Fold => {
  const clauses = entries.filter(isClause);
  return {
    kind: 'fold',
    key: `f:${clauses[0]?.key ?? entries[0]?.key ?? ''}`,
    clauses: clauses.length,
    renumbered: clauses.filter((entry) => entry.change?.kind === 'renumbered').length,
    entries,
  };
};

/** Where the first `count` clauses of a run end. */
const afterClauses = (run: readonly Entry[], count: number): number => {
  let left = count;
  for (const [at, entry] of run.entries()) {
    if (isClause(entry) && left-- === 0) return at;
  }
  return run.length;
};

const foldRun = (
  run: readonly Entry[],
  folding: Folding,
  isFirst: boolean,
  isLast: boolean,
): readonly Item[] => {
  const { context } = folding;
  const start = isFirst ? 0 : afterClauses(run, context);
  const reversedEnd = isLast ? 0 : afterClauses([...run].reverse(), context);
  const end = Math.max(start, run.length - reversedEnd);
  const middle = run.slice(start, end);
  const fold = foldOf(middle);
  if (folding.opened.has(fold.key)) return run;
  if (fold.clauses < SHORTEST_FOLD && middle.length > 0) {
    // The unchanged title and opening of a text are no clauses, yet nobody needs them on each screen.
    return fold.clauses === 0 && isFirst ? run.filter((entry) => entry.kind !== 'frame') : run;
  }
  if (middle.length === 0) return run;
  const tail = run.slice(end);
  const heading = middle.findLast((entry) => entry.kind === 'heading');
  const needsHeading = heading && tail[0]?.kind !== 'heading' && !isLast;
  return [...run.slice(0, start), fold, ...(needsHeading ? [heading] : []), ...tail];
};

/** What is listed: all entries, with runs of unchanged ones folded as asked for. Keeps the order. */
export function listItems(entries: readonly Entry[], folding: Folding): readonly Item[] {
  if (folding.isAllOpen) return entries;
  const items: Item[] = [];
  let run: Entry[] = [];
  let runStart = 0;
  const close = (isLast: boolean): void => {
    if (run.length > 0) items.push(...foldRun(run, folding, runStart === 0, isLast));
    run = [];
  };
  for (const [at, entry] of entries.entries()) {
    if (isUnchanged(entry) && !folding.kept.has(entry.key)) {
      if (run.length === 0) runStart = at;
      run.push(entry);
      continue;
    }
    close(false);
    items.push(entry);
  }
  close(true);
  return items;
}

/** True where the cursor may stand: clauses, folds, the old place of a move, changed headings and title lines. */
export function isStop(item: Item): boolean {
  if (item.kind === 'fold' || item.kind === 'clause' || item.kind === 'ghost') return true;
  return !isUnchanged(item);
}
