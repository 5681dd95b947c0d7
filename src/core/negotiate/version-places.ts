import { clausesOf } from '../diff/units.ts';
import type { Unit } from '../model/change.ts';
import type { Resolution } from '../model/resolution.ts';

/** A heading and its clauses, as one language version has them. */
interface VersionSection {
  readonly path: string;
  readonly part: Unit['part'];
  readonly verb: string | null;
  readonly clauses: readonly Unit[];
}

/** Which clause of one language version is which of another, and where the two have not the same clauses. */
export interface VersionPlaces {
  /** Clauses of the first by place among its clauses, with those of the other. */
  readonly pairs: readonly (readonly [place: number, other: number])[];
  /** Sections that could not be matched: path and number of clauses on both sides, null where there is no section. */
  readonly unlike: readonly {
    readonly path: string;
    readonly counts: readonly [one: number, other: number];
  }[];
}

const sectionsOf = (resolution: Resolution): VersionSection[] => {
  const sections = new Map<string, Unit[]>();
  for (const unit of clausesOf(resolution)) {
    const list = sections.get(unit.section);
    if (list === undefined) sections.set(unit.section, [unit]);
    else list.push(unit);
  }
  return [...sections].flatMap(([path, clauses]) => {
    const [first] = clauses;
    return first === undefined ? [] : [{ path, part: first.part, verb: first.verb, clauses }];
  });
};

const isAlike = (one: VersionSection, other: VersionSection): boolean =>
  one.part === other.part && (one.verb === other.verb || one.verb === null || other.verb === null);

/** The most sections that pair in order, alike ones only (longest common subsequence). */
const pairSections = (
  one: readonly VersionSection[],
  other: readonly VersionSection[],
): readonly (readonly [VersionSection | null, VersionSection | null])[] => {
  const best = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a--)
    for (let b = other.length - 1; b >= 0; b--) {
      const [left, right] = [one[a], other[b]];
      const taken =
        left !== undefined && right !== undefined && isAlike(left, right)
          ? (best[a + 1]?.[b + 1] ?? 0) + 2 + Number(left.clauses.length === right.clauses.length)
          : 0;
      const row = best[a];
      if (row !== undefined) row[b] = Math.max(taken, best[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  const pairs: [VersionSection | null, VersionSection | null][] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const [left, right] = [one[a] ?? null, other[b] ?? null];
    const here = best[a]?.[b] ?? 0;
    if (left !== null && right !== null && isAlike(left, right)) {
      const own = (best[a + 1]?.[b + 1] ?? 0) + 2 + Number(left.clauses.length === right.clauses.length);
      if (own === here) {
        pairs.push([left, right]);
        a++;
        b++;
        continue;
      }
    }
    if (left !== null && (right === null || (best[a + 1]?.[b] ?? 0) === here))
      pairs.push([left, (a++, null)]);
    else pairs.push([null, (b++, right)]);
  }
  return pairs;
};

/**
 * Matches the clauses of two language versions of one text: headings in order by what they do (verb and part), the
 * clauses under them by their place. A section that has not as many clauses in both is told, and the others are
 * matched all the same.
 */
export function matchVersions(one: Resolution, other: Resolution): VersionPlaces {
  const [placeOf, otherPlaceOf] = [one, other].map(
    (resolution) => new Map(clausesOf(resolution).map(({ path }, at) => [path, at])),
  );
  const pairs: (readonly [number, number])[] = [];
  const unlike: { path: string; counts: readonly [number, number] }[] = [];
  for (const [left, right] of pairSections(sectionsOf(one), sectionsOf(other))) {
    const counts = [left?.clauses.length ?? 0, right?.clauses.length ?? 0] as const;
    if (left === null || right === null || counts[0] !== counts[1]) {
      unlike.push({ path: left?.path ?? right?.path ?? '', counts });
      continue;
    }
    left.clauses.forEach(({ path }, at) => {
      const [place, rival] = [placeOf?.get(path), otherPlaceOf?.get(right.clauses[at]?.path ?? '')];
      if (place !== undefined && rival !== undefined) pairs.push([place, rival]);
    });
  }
  return { pairs, unlike };
}
