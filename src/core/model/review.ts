export const STANCES = ['support', 'oppose', 'amend', 'watch'] as const;

export type Stance = (typeof STANCES)[number];

/** Where a note belongs, in ways that survive a new version of the text. */
export interface Anchor {
  readonly side: 'base' | 'revised';
  readonly path: string;
  /** The clause's own words when the note was made. */
  readonly quote: string;
  /** How the clauses before and after it begin, to find it again when it was both renumbered and reworded. */
  readonly before?: string;
  readonly after?: string;
  /** True while its clause is in neither text: whatever stands at the path now is another one. */
  readonly isLost?: boolean;
}

/** What the reviewer says about one change. */
export interface Note {
  readonly id: string;
  readonly anchor: Anchor;
  readonly stance: Stance | null;
  readonly comment: string;
  readonly counterText?: string;
  readonly author: string;
  /** Settled: kept, and told as such. */
  readonly resolved?: boolean;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** What the reviewer thinks of a flag; dismissed flags leave the counts but never the list. */
export interface FlagDecision {
  /** The flag's fingerprint: the decision holds for a new version that raises the same flag. */
  readonly flag: string;
  readonly decision: 'accepted' | 'dismissed';
  readonly reason: string;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly decided: string;
}

/** A change the reviewer has read; `digest` is of its words, so that a new wording is unread again. */
export interface SeenMark {
  readonly side: 'base' | 'revised';
  readonly path: string;
  readonly digest: string;
}

/** Where the reviewer was when the program ended. */
export interface Place {
  readonly side: 'base' | 'revised';
  readonly path: string;
}

/**
 * What the reviewer says about the alignment, by paths: these two clauses are the same one, or, with null on
 * one side, this clause is no other text's clause.
 */
export interface Pin {
  readonly base: string | null;
  readonly revised: string | null;
}

/** All notes on one comparison. */
export interface Review {
  readonly schema: 'clausewatch/review@1';
  readonly base: string;
  readonly revised: string;
  readonly notes: readonly Note[];
  readonly decisions?: readonly FlagDecision[];
  readonly seen?: readonly SeenMark[];
  readonly place?: Place;
  /** Pairs of clauses set or broken by the reviewer; they hold for a new version while their paths do. */
  readonly pins?: readonly Pin[];
}
