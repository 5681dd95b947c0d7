import type { PartName } from './resolution.ts';
import type { Pin } from './review.ts';

/** What happened to a clause between two texts. */
export const CHANGE_KINDS = [
  'unchanged',
  'renumbered',
  'editorial',
  'edited',
  'moved',
  'split',
  'merged',
  'added',
  'deleted',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A run of text that was kept, removed or put in. */
export interface Span {
  readonly op: 'equal' | 'delete' | 'insert';
  readonly text: string;
}

/** What is compared: a clause, a heading, a line of the frame, a footnote. Flat, in reading order. */
export interface Unit {
  readonly unit: 'clause' | 'heading' | 'frame' | 'footnote';
  readonly path: string;
  readonly part: PartName;
  /** Heading above the clause, as written; for a heading itself, its own text. */
  readonly heading: string;
  /** Path of the section it stands in; tells apart a heading that stands twice. */
  readonly section: string;
  readonly verb: string | null;
  readonly addressee: string | null;
  readonly label: string | null;
  readonly depth: number;
  readonly text: string;
  /** 1-based source line; 0 when the text was made in memory. */
  readonly line: number;
}

/** How far a moved clause went. */
export type MoveScope = 'list' | 'heading' | 'part';

/** Why two clauses were taken for the same one, for those who ask. */
export interface Pairing {
  readonly reason: 'identical' | 'similar' | 'position' | 'split' | 'merged' | 'pinned' | 'alone';
  /** Best other candidate of the same base clause, where one came near. */
  readonly runnerUp?: { readonly path: string; readonly score: number };
  /** True when the runner-up came within .05: a reader should look. */
  readonly isAmbiguous: boolean;
}

/**
 * The fate of one clause (or several: split, merged).
 * Law: joining the spans that are not inserts gives the base texts, those that are not deletes the revised
 * texts; where a side has several clauses their texts are joined by a line feed.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly unit: Unit['unit'];
  readonly part: PartName;
  readonly base: readonly Unit[];
  readonly revised: readonly Unit[];
  readonly moved: boolean;
  readonly moveScope?: MoveScope;
  /** Neighbours that moved together share a number, counted from 1. */
  readonly moveRun?: number;
  readonly renumbered: boolean;
  /** The words changed, but only dates, places, citations, punctuation, spelling. */
  readonly editorial: boolean;
  /** Why a change is editorial or not: stable codes such as `citation-updated`, `spelling`, `words`. */
  readonly reasons: readonly string[];
  /** Similarity of the two wordings, 0 to 1; 1 for identical, 0 for added and deleted. */
  readonly score: number;
  readonly pairing: Pairing;
  readonly spans: readonly Span[];
}

/** Two texts compared: every clause of both stands in exactly one change; in reading order of the revised text. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly summary: Readonly<Partial<Record<ChangeKind, number>>>;
  /** Pins that could not be followed: a path is gone, or an earlier pin has the clause. Absent when there are none. */
  readonly unusedPins?: readonly Pin[];
}

/**
 * A cross-reference of the revised text ("recognizing d) above") that a renumbering, a move or a deletion made
 * point to another clause (`elsewhere`), to none (`nowhere`), or that cites a clause which was deleted (`deleted`).
 */
export interface ReferenceFinding {
  readonly kind: 'elsewhere' | 'nowhere' | 'deleted';
  /** The revised clause that holds the reference, and where in its text: UTF-16 units, end exclusive. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The reference as written. */
  readonly text: string;
  /** The labels concerned, as written: `d)`. */
  readonly label: string;
  /** Path of the base clause it pointed to; null when it pointed nowhere, or is new. */
  readonly was: string | null;
  /** Path of the revised clause it points to now. */
  readonly now: string | null;
  /** Path of the revised clause that was meant: what became of `was`. */
  readonly meant: string | null;
  /** What to write for `label`: a label under the same heading (`c)`), else a whole path (`noting b)`). */
  readonly suggestion: string | null;
}
