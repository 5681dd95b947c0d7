import { unitsOf } from '../diff/units.ts';
import type { Change, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { SAME_CLAUSE, wordingLikeness } from './likeness.ts';
import type { Negotiation, Proposal } from './negotiation.ts';

/** Something a proposal puts in, and the base unit it follows. */
export interface Insertion {
  readonly proposal: string;
  readonly unit: Unit;
  readonly change: Change;
  /** The last base unit of its own kind (clause, heading) before it; null at the start. */
  readonly after: Unit | null;
  readonly order: number;
}

/** Insertions of several proposals that say the same at the same place; one a proposal. */
export interface Slot {
  readonly after: Unit | null;
  readonly order: number;
  readonly unit: Unit['unit'];
  readonly insertions: readonly Insertion[];
}

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;

/** What a proposal puts in, in its own order. What a moved clause left or found is no place to count from. */
function insertionsOf({ name, comparison, resolution }: Proposal, orders: ReadonlyMap<string, number>) {
  const changes = new Map<string, Change>();
  for (const change of comparison.changes)
    for (const unit of change.revised) changes.set(keyOf(unit), change);
  const insertions: Insertion[] = [];
  const last = new Map<Unit['unit'], Unit>();
  let order = -1;
  for (const unit of unitsOf(resolution)) {
    const change = changes.get(keyOf(unit));
    if (change === undefined) continue;
    if (change.base.length === 0) {
      insertions.push({ proposal: name, unit, change, after: last.get(unit.unit) ?? null, order });
      continue;
    }
    if (change.moved) continue;
    for (const base of change.base) {
      const at = orders.get(keyOf(base)) ?? -1;
      if (at < order) continue;
      order = at;
      last.set(base.unit, base);
    }
  }
  return insertions;
}

/**
 * The slots of a negotiation: new clauses and headings by the base unit they follow, those that say the same
 * (Dice >= .40) together. Law: the insertions of one proposal keep their order.
 */
export function slotsOf({ base, proposals }: Negotiation): Slot[] {
  const units = unitsOf(base.resolution);
  const orders = new Map(units.map((unit, at) => [keyOf(unit), at]));
  const language: Language = base.resolution.language;
  const places = new Map<string, Slot[]>();
  for (const proposal of proposals) {
    const lowest = new Map<string, number>();
    for (const insertion of insertionsOf(proposal, orders)) {
      const { unit, after, order } = insertion;
      const place = `${unit.unit} ${order} ${after?.path ?? ''}`;
      const slots = places.get(place) ?? [];
      const from = lowest.get(place) ?? 0;
      let at = slots.findIndex(
        (slot, index) =>
          index >= from &&
          slot.insertions.some(
            (other) => wordingLikeness(other.unit.text, unit.text, language) >= SAME_CLAUSE,
          ),
      );
      const joined = at === -1 ? undefined : slots[at];
      if (joined === undefined) {
        at = lowest.has(place) ? from : slots.length;
        slots.splice(at, 0, { after, order, unit: unit.unit, insertions: [insertion] });
      } else slots[at] = { ...joined, insertions: [...joined.insertions, insertion] };
      lowest.set(place, at + 1);
      places.set(place, slots);
    }
  }
  return [...places.values()].flat().sort((a, b) => a.order - b.order);
}
