import type { Change, Unit } from '../../core/model/change.ts';
import type { Flag } from '../../core/model/flag.ts';
import type { Report } from '../../core/model/report.ts';
import { baseOrder } from './base-order.ts';
import { flagsByChange } from './flags-by-change.ts';

/**
 * A thing that stands in the comparison: a change where the revised text has it; a `ghost` where a moved clause
 * came from; a heading that no change speaks of.
 */
export interface Entry {
  readonly kind: 'clause' | 'heading' | 'frame' | 'ghost';
  readonly key: string;
  /** Position of the change in the comparison; -1 for a heading no change speaks of. */
  readonly index: number;
  readonly change: Change | null;
  /** The clause drawn: the revised one, or the base one where there is no other. */
  readonly unit: Unit;
  readonly flags: readonly Flag[];
  /** Position of this entry among all of them. */
  readonly position: number;
  /** How many clauses stand up to here, this one included. */
  readonly clauses: number;
}

type Draft = Omit<Entry, 'position' | 'clauses'>;

const isQuiet = (change: Change): boolean => change.kind === 'unchanged' || change.kind === 'renumbered';

/** True when the entry says nothing that changed: its words are the same in both texts, at the same place. */
export function isUnchanged(entry: Entry): boolean {
  return entry.kind !== 'ghost' && (entry.change === null || isQuiet(entry.change));
}

const headingOf = (unit: Unit, position: number): Draft => ({
  kind: 'heading',
  key: `h${position}`,
  index: -1,
  change: null,
  unit: { ...unit, unit: 'heading', path: unit.section, label: null, depth: 0, text: unit.heading },
  flags: [],
});

const ghostsOf = (changes: readonly Change[], flags: ReadonlyMap<number, readonly Flag[]>): Draft[] => {
  const ghosts: Draft[] = [];
  for (const [index, change] of changes.entries()) {
    if (!change.moved || change.revised.length === 0) continue;
    for (const [nth, unit] of change.base.entries()) {
      const key = nth === 0 ? `g${index}` : `g${index}.${nth}`;
      ghosts.push({ kind: 'ghost', key, index, change, unit, flags: flags.get(index) ?? [] });
    }
  }
  return ghosts;
};

/** Ghosts put in after the clause that precedes them in the base text. */
const withGhosts = (
  entries: readonly Draft[],
  ghosts: readonly Draft[],
  order: ReadonlyMap<string, number>,
): Draft[] => {
  if (ghosts.length === 0) return [...entries];
  const orderOf = (unit: Unit): number => order.get(unit.path) ?? -1;
  // Clauses that kept their place are the fixed points; a moved one tells nothing about the base's order.
  const anchors = entries
    .flatMap(({ change, kind }, at) =>
      change && !change.moved && kind === 'clause'
        ? change.base.map((unit) => ({ at, order: orderOf(unit) }))
        : [],
    )
    .sort((a, b) => a.order - b.order);
  const firstClause = entries.findIndex(({ kind }) => kind === 'clause');
  const after = new Map<number, Draft[]>();
  for (const ghost of [...ghosts].sort((a, b) => orderOf(a.unit) - orderOf(b.unit))) {
    const anchor = anchors.findLast((known) => known.order < orderOf(ghost.unit));
    const at = anchor?.at ?? Math.max(firstClause - 1, -1);
    after.set(at, [...(after.get(at) ?? []), ghost]);
  }
  const woven: Draft[] = [...(after.get(-1) ?? [])];
  for (const [at, entry] of entries.entries()) woven.push(entry, ...(after.get(at) ?? []));
  return woven;
};

/**
 * The comparison as it is read: changes in the report's order, under their headings (one is made up where no
 * change speaks of it), each moved clause also where it came from.
 */
export function reportEntries(report: Report): readonly Entry[] {
  const { changes } = report.comparison;
  const flags = flagsByChange(changes, report.flags);
  const drafts: Draft[] = [];
  let section: string | null = null;
  for (const [index, change] of changes.entries()) {
    const unit = change.revised[0] ?? change.base[0];
    if (!unit) continue;
    if (change.unit === 'heading') section = unit.section;
    else if (change.unit === 'clause' && unit.section !== section) {
      section = unit.section;
      if (unit.heading !== '') drafts.push(headingOf(unit, drafts.length));
    }
    // Footnotes stand at the end of the text as they do on paper, with their mark for a label.
    const isNote = change.unit === 'footnote';
    const shown = isNote ? { ...unit, label: `[${unit.label ?? ''}]` } : unit;
    const kind = change.unit === 'footnote' ? 'clause' : change.unit;
    drafts.push({ kind, key: `c${index}`, index, change, unit: shown, flags: flags.get(index) ?? [] });
  }
  let clauses = 0;
  return withGhosts(drafts, ghostsOf(changes, flags), baseOrder(report)).map((draft, position) => {
    if (draft.kind === 'clause') clauses += 1;
    return { ...draft, position, clauses };
  });
}
