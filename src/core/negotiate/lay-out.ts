import { unitsOf } from '../diff/units.ts';
import type { Unit } from '../model/change.ts';
import type { Proposal } from './negotiation.ts';

/** Where the units of one proposal stand among those of the base. */
export interface Layout {
  readonly name: string;
  /** By place in the base: what the proposal has there. */
  readonly inPlace: ReadonlyMap<number, readonly Unit[]>;
  /** By place in the base (-1: at the start): what it puts in after it, in order. */
  readonly after: ReadonlyMap<number, readonly Unit[]>;
}

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;

/** The longest run of places that never goes back; what is off it was moved. */
const spineOf = (places: readonly number[]): ReadonlySet<number> => {
  const best: number[] = [];
  const before: number[] = [];
  places.forEach((place, at) => {
    best[at] = place < 0 ? -Infinity : 1;
    before[at] = -1;
    if (place < 0) return;
    for (let other = 0; other < at; other++) {
      if ((places[other] ?? -1) < 0 || (places[other] ?? 0) > place) continue;
      const length = (best[other] ?? 0) + 1;
      if (length > (best[at] ?? 0)) {
        best[at] = length;
        before[at] = other;
      }
    }
  });
  let end = -1;
  places.forEach((place, at) => {
    if (place >= 0 && (end === -1 || (best[at] ?? 0) > (best[end] ?? 0))) end = at;
  });
  const spine = new Set<number>();
  for (let at = end; at >= 0; at = before[at] ?? -1) spine.add(at);
  return spine;
};

/**
 * A proposal's units laid out along the base: what stands for a base unit in its place, all else (new, moved)
 * after the place before it. Law: reading place by place, what stands there and then what is put in, gives the
 * proposal's units in their order.
 */
export function layOut({ name, resolution, comparison }: Proposal, base: readonly Unit[]): Layout {
  const orders = new Map(base.map((unit, at) => [keyOf(unit), at]));
  const places = new Map<string, number>();
  for (const { base: from, revised } of comparison.changes) {
    const [first] = from;
    if (first === undefined) continue;
    for (const unit of revised) places.set(keyOf(unit), orders.get(keyOf(first)) ?? -1);
  }
  const units = unitsOf(resolution);
  const wanted = units.map((unit) => places.get(keyOf(unit)) ?? -1);
  const spine = spineOf(wanted);
  const [inPlace, after] = [new Map<number, Unit[]>(), new Map<number, Unit[]>()];
  let last = -1;
  units.forEach((unit, at) => {
    const isInPlace = spine.has(at) && (wanted[at] !== last || (after.get(last)?.length ?? 0) === 0);
    if (isInPlace) last = wanted[at] ?? last;
    const map = isInPlace ? inPlace : after;
    map.set(last, [...(map.get(last) ?? []), unit]);
  });
  return { name, inPlace, after };
}
