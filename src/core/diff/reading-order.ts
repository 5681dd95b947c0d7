import type { Change, Unit } from '../model/change.ts';

/**
 * Changes in the reading order of the revised text. A deleted clause stands right after what became of the
 * clause before it in the base, moved ones not counted: where a reader of the revised text misses it.
 */
export function inReadingOrder(
  changes: readonly Change[],
  base: readonly Unit[],
  revised: readonly Unit[],
): Change[] {
  const ofBase = new Map<Unit, Change>();
  const ofRevised = new Map<Unit, Change>();
  for (const change of changes) {
    for (const unit of change.base) ofBase.set(unit, change);
    for (const unit of change.revised) ofRevised.set(unit, change);
  }
  /** Deleted changes by the change they follow; null for the start of the text. */
  const followers = new Map<Change | null, Change[]>();
  let anchor: Change | null = null;
  for (const unit of base) {
    const change = ofBase.get(unit);
    if (change === undefined) continue;
    if (change.revised.length > 0) {
      if (!change.moved) anchor = change;
    } else {
      const list = followers.get(anchor);
      if (list === undefined) followers.set(anchor, [change]);
      else list.push(change);
    }
  }
  const ordered: Change[] = [...(followers.get(null) ?? [])];
  const seen = new Set<Change>();
  for (const unit of revised) {
    const change = ofRevised.get(unit);
    if (change === undefined || seen.has(change)) continue;
    seen.add(change);
    ordered.push(change, ...(followers.get(change) ?? []));
  }
  return ordered;
}
