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

/**
 * What a clause weighs besides its words: of two crossing groups the one of fewer clauses is called moved, not
 * simply the one of fewer words. A sub-item goes with its clause and weighs next to nothing.
 */
const CLAUSE = 20;
const ITEM = 10;

/** Links as points: where they start on each side, and how heavy they are in words. */
const pointsOf = ({ base, revised, links }: Alignment): LinkPoint[] => {
  const points: LinkPoint[] = [];
  for (const link of links) {
    const [from, to] = [link.base[0], link.revised[0]];
    if (from === undefined || to === undefined) continue;
    const words = (side: typeof base, places: readonly number[]) =>
      places.reduce((sum, place) => sum + (side[place]?.words.length ?? 0), 0);
    const isItem = (base[from]?.unit.depth ?? 1) > 1 && (revised[to]?.unit.depth ?? 1) > 1;
    const weight = isItem ? ITEM : CLAUSE + Math.max(words(base, link.base), words(revised, link.revised));
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
 * Which links moved, and how far: into another part, under a heading that is not the same section, or off the
 * heaviest rising chain of those that stayed under their headings (within the list). A run of neighbours that
 * moved together is one move.
 */
export function findMoves(alignment: Alignment, sections: SectionPairs): Map<Link, Move> {
  const points = pointsOf(alignment);
  const far = new Map<LinkPoint, MoveScope>();
  for (const point of points) {
    const [from, to] = [alignment.base[point.base]?.unit, alignment.revised[point.revised]?.unit];
    if (from === undefined || to === undefined) continue;
    if (from.part !== to.part) far.set(point, 'part');
    else if (sections.byBase.get(from.section) !== to.section) far.set(point, 'heading');
  }
  // What went elsewhere has no say in who kept the order: by chance it may rise where its old neighbours do not.
  const spine = heaviestSpine(points.filter((point) => !far.has(point)));
  const moves = new Map<Link, Move>();
  let run = 0;
  let last: { readonly base: number; readonly revised: number } | null = null;
  for (const point of points.sort((a, b) => a.base - b.base)) {
    const scope = far.get(point) ?? (spine.has(point) ? null : 'list');
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
