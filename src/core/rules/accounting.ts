import type { Change, Unit } from '../model/change.ts';
import { isLive, type Side } from './side.ts';

/** A change of the document with both its sides read. */
export interface ReadChange {
  readonly change: Change;
  readonly base: Side;
  readonly revised: Side;
}

const ACCOUNTED = /^(lim|safe|ms|actor|partner)\b/u;
/** Share of a lost clause's own words that must come back elsewhere for it to count as carried over. */
const CARRIED_SHARE = 0.45;

const countIn = (side: Side, concept: string, member: string | null): number =>
  side.sightings.filter(
    (each) => each.concept === concept && (member === null || each.member === member) && !each.isMasked,
  ).length;

/**
 * Whether what a change loses is made good elsewhere in the same resolution: in the heading over the clause, in
 * the sentence that introduces its list, in a clause that governs all the work, or in a clause that took over
 * its words. A limiter that turns up in an unrelated clause makes nothing good.
 */
export function coverOf(
  subject: ReadChange,
  all: readonly ReadChange[],
): (concept: string, member: string) => boolean {
  return (concept, member) => {
    if (!ACCOUNTED.test(concept)) return false;
    const byMember = concept === 'actor.named' || concept === 'partner' ? member : null;
    return all.some((other) => {
      if (other === subject || other.revised.units.length === 0) return false;
      const after = countIn(other.revised, concept, byMember);
      if (after === 0) return false;
      const grew = after > countIn(other.base, concept, byMember);
      if (grew && governs(other, subject)) return true;
      if (grew && carries(other, subject)) return true;
      return concept.startsWith('lim.') || concept.startsWith('safe.') ? governsAll(other, concept) : false;
    });
  };
}

function governs(other: ReadChange, subject: ReadChange): boolean {
  const above = other.revised.units[0];
  const below = subject.revised.units[0] ?? null;
  if (above === undefined) return false;
  if (below === null) return false;
  if (other.change.unit === 'heading') return isHeadingOf(above, below);
  if (above.section === below.section && above.heading === below.heading) {
    if (below.path.startsWith(`${above.path} `)) return true;
    if (/[:：]\s*$/u.test(above.text) && above.depth <= below.depth) return true;
  }
  return other.revised.sightings.some((each) => each.concept === 'scope.whole');
}

const isHeadingOf = (heading: Unit, unit: Unit): boolean =>
  unit.section === heading.section || unit.heading === heading.text;

/** A kept clause that binds all the work binds it still. */
function governsAll(other: ReadChange, concept: string): boolean {
  if (other.change.unit !== 'clause') return false;
  const isWhole = other.revised.sightings.some((each) => each.concept === 'scope.whole');
  return isWhole && other.revised.sightings.some((each) => each.concept === concept && isLive(each));
}

function carries(other: ReadChange, subject: ReadChange): boolean {
  const lost = subject.base.tokens.filter(
    (token, index) => subject.base.changed[index] === true && token.key.length > 3,
  );
  const gained = new Set(
    other.revised.tokens
      .filter((_, index) => other.revised.changed[index] === true)
      .map((token) => token.key),
  );
  if (lost.length === 0) return false;
  return lost.filter((token) => gained.has(token.key)).length / lost.length >= CARRIED_SHARE;
}
