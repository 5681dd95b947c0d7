import type { Change, Unit } from '../model/change.ts';
import type { Evidence } from '../model/flag.ts';

/**
 * The clauses of a split or merged change that a flag is about: those its evidence stands in and, on the
 * revised side of a split, the one that goes on where the lost words stood. All of them when that says nothing.
 */
export function concernedUnits(
  change: Change,
  side: 'base' | 'revised',
  evidence: readonly Evidence[],
): readonly Unit[] {
  const units = change[side];
  if (units.length < 2) return units;
  const places = new Set(evidence.filter((each) => each.side === side).map((each) => each.path));
  if (places.size === 0 && side === 'revised')
    for (const each of evidence) {
      const unit = unitAfterLoss(change, each);
      if (unit !== null) places.add(unit.path);
    }
  const own = units.filter((unit) => places.has(unit.path));
  return own.length > 0 ? own : units;
}

/** The revised clause in which the text before a loss was kept. */
function unitAfterLoss(change: Change, lost: Evidence): Unit | null {
  let start = lost.start;
  for (const unit of change.base) {
    if (unit.path === lost.path) break;
    start += unit.text.length + 1;
  }
  let base = 0;
  let revised = 0;
  for (const span of change.spans) {
    if (span.op !== 'insert') {
      if (base + span.text.length > start) {
        revised += span.op === 'equal' ? start - base : 0;
        break;
      }
      base += span.text.length;
    }
    if (span.op !== 'delete') revised += span.text.length;
  }
  // Words struck at a border belong with what stood before them.
  let end = 0;
  for (const unit of change.revised) {
    end += unit.text.length + 1;
    if (revised <= end) return unit;
  }
  return null;
}
