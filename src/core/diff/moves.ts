import type { MoveScope } from '../model/change.ts';
import type { Alignment, Link } from './align.ts';
import type { SectionPairs, SectionVote } from './align-sections.ts';
import { heaviestSpine, type Point } from './spine.ts';

export interface Move {
  readonly scope: MoveScope;
  /** Neighbours that moved together share a number, from 1. */
  readonly run: number;
}

interface LinkPoint extends Point {
  readonly link: Link;
}

/** Links as points: where they start on each side, and how heavy they are in words. */
const pointsOf = ({ base, revised, links }: Alignment): LinkPoint[] => {
  const points: LinkPoint[] = [];
  for (const link of links) {
    const [from, to] = [link.base[0], link.revised[0]];
    if (from === undefined || to === undefined) continue;
    const words = (side: typeof base, places: readonly number[]) =>
      places.reduce((sum, place) => sum + (side[place]?.words.length ?? 0), 0);
    const weight = Math.max(words(base, link.base), words(revised, link.revised)) + 1;
    points.push({ base: from, revised: to, weight, link });
  }
  return points;
};

/** The links that stayed in order, as votes for which section is which. */
export function sectionVotes(alignment: Alignment): SectionVote[] {
  const points = pointsOf(alignment);
  const spine = heaviestSpine(points);
  return points.map((point) => ({
    base: alignment.base[point.base]?.unit.section ?? '',
    revised: alignment.revised[point.revised]?.unit.section ?? '',
    // What moved says little about which section is which.
    weight: spine.has(point) ? point.weight : 1,
  }));
}

/**
 * Which links moved, and how far: off the heaviest rising chain (within the list), under a heading that is
 * not the same section, or into another part. A run of neighbours that moved together is one move.
 */
export function findMoves(alignment: Alignment, sections: SectionPairs): Map<Link, Move> {
  const points = pointsOf(alignment);
  const spine = heaviestSpine(points);
  const moves = new Map<Link, Move>();
  let run = 0;
  let last: { readonly base: number; readonly revised: number } | null = null;
  for (const point of points.sort((a, b) => a.base - b.base)) {
    const [from, to] = [alignment.base[point.base]?.unit, alignment.revised[point.revised]?.unit];
    if (from === undefined || to === undefined) continue;
    const isSameSection = sections.byBase.get(from.section) === to.section;
    const scope =
      from.part !== to.part ? 'part' : !isSameSection ? 'heading' : spine.has(point) ? null : 'list';
    if (scope === null) continue;
    const follows = last !== null && point.base === last.base + 1 && point.revised === last.revised + 1;
    if (!follows) run++;
    moves.set(point.link, { scope, run });
    last = {
      base: point.link.base[point.link.base.length - 1] ?? point.base,
      revised: point.link.revised[point.link.revised.length - 1] ?? point.revised,
    };
  }
  return moves;
}
