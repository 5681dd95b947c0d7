export const STANCES = ['support', 'oppose', 'amend', 'watch'] as const;

export type Stance = (typeof STANCES)[number];

/** Where a note belongs, in ways that survive a new version of the text. */
export interface Anchor {
  readonly side: 'base' | 'revised';
  readonly path: string;
  /** The clause's own words when the note was made. */
  readonly quote: string;
}

/** What the reviewer says about one change. */
export interface Note {
  readonly id: string;
  readonly anchor: Anchor;
  readonly stance: Stance | null;
  readonly comment: string;
  readonly counterText?: string;
  readonly author: string;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** All notes on one comparison. */
export interface Review {
  readonly schema: 'clausewatch/review@1';
  readonly base: string;
  readonly revised: string;
  readonly notes: readonly Note[];
}
