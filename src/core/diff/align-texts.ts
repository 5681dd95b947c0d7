import type { Pairing, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { Pin } from '../model/review.ts';
import { alignClauses, type Link } from './align.ts';
import { alignSections } from './align-sections.ts';
import { findMoves, sectionVotes, type Move } from './moves.ts';
import { placePins } from './pins.ts';

/** Clauses of both texts that belong together, and whether they moved. */
export interface AlignedClauses {
  readonly base: readonly Unit[];
  readonly revised: readonly Unit[];
  readonly score: number;
  readonly pairing: Pairing;
  readonly move: Move | undefined;
}

export interface AlignedTexts {
  readonly clauses: readonly AlignedClauses[];
  /** Path of the revised section that a base section became, for headings. */
  readonly sectionOf: ReadonlyMap<string, string>;
  /** Pins that could not be followed. */
  readonly unusedPins: readonly Pin[];
}

const flipReason = (pairing: Pairing): Pairing =>
  pairing.reason === 'split'
    ? { ...pairing, reason: 'merged' }
    : pairing.reason === 'merged'
      ? { ...pairing, reason: 'split' }
      : pairing;

const flip = (aligned: AlignedClauses): AlignedClauses => ({
  ...aligned,
  base: aligned.revised,
  revised: aligned.base,
  pairing: flipReason(aligned.pairing),
});

const compareTexts = (a: readonly Unit[], b: readonly Unit[]): number => {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [from, to] = [a[at], b[at]];
    if (from === undefined || to === undefined) return a.length - b.length;
    // No labels and paths here: they must not decide how ties fall.
    const [one, other] = [`${from.heading} ${from.text}`, `${to.heading} ${to.text}`];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
};

const alignInOrder = (
  base: readonly Unit[],
  revised: readonly Unit[],
  language: Language,
  pins: readonly Pin[],
): AlignedTexts => {
  const placed = placePins(pins, base, revised);
  const alignment = alignClauses(base, revised, language, placed);
  const sections = alignSections(base, revised, sectionVotes(alignment));
  const moves = findMoves(alignment, sections);
  const unitsOf = (side: typeof alignment.base, places: readonly number[]) =>
    places.map((place) => side[place]?.unit).filter((unit) => unit !== undefined);
  const toAligned = (link: Link): AlignedClauses => ({
    base: unitsOf(alignment.base, link.base),
    revised: unitsOf(alignment.revised, link.revised),
    score: link.score,
    pairing: link.pairing,
    move: moves.get(link),
  });
  return {
    clauses: alignment.links.map(toAligned),
    sectionOf: sections.byBase,
    unusedPins: placed.unused,
  };
};

/**
 * Says which clause and which section became which, and what moved. Which of two crossing clauses is called
 * the moved one, and how ties fall, must not depend on which text is the base: the two are always aligned in
 * one order and the answer turned round where needed. So swapping the texts swaps the result, exactly.
 */
export function alignTexts(
  base: readonly Unit[],
  revised: readonly Unit[],
  language: Language,
  pins: readonly Pin[] = [],
): AlignedTexts {
  if (compareTexts(base, revised) <= 0) return alignInOrder(base, revised, language, pins);
  const turn = (pin: Pin): Pin => ({ base: pin.revised, revised: pin.base });
  const { clauses, sectionOf, unusedPins } = alignInOrder(revised, base, language, pins.map(turn));
  return {
    clauses: clauses.map(flip),
    sectionOf: new Map([...sectionOf].map(([from, to]) => [to, from])),
    unusedPins: unusedPins.map(turn),
  };
}
