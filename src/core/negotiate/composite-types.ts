import type { Unit } from '../model/change.ts';
import type { ComparedText } from '../model/report.ts';
import type { Action } from './negotiation.ts';

/** The base among the names of a composite: it chooses like a sponsor. */
export const BASE_NAME = 'base text';

/** Words of one or more sponsors; options of one place come in order of support. */
export interface Option {
  readonly text: string;
  readonly sponsors: readonly string[];
}

/** A run of words all have, or a place where they differ. */
export type Piece =
  | { readonly kind: 'agreed'; readonly text: string }
  | { readonly kind: 'options'; readonly options: readonly Option[] };

/** A clause, heading or frame line of a sponsor's text, without its place in the tree. */
export interface PlacedLine {
  readonly unit: Unit['unit'];
  readonly label: string | null;
  readonly text: string;
}

/** A sponsor who has other clauses here: a split, several new ones. */
export interface Alternative {
  readonly sponsors: readonly string[];
  readonly lines: readonly PlacedLine[];
}

/** One clause, heading or frame line of the consolidated text. */
export interface CompositeRow {
  readonly unit: Unit['unit'];
  /** The base unit, or null for what is put in. */
  readonly base: Unit | null;
  readonly label: string | null;
  /** Labels by name where they differ from `label`: renumbering is no alternative. */
  readonly labels: ReadonlyMap<string, string | null>;
  readonly pieces: readonly Piece[];
  /** Who has the words of `pieces`. */
  readonly kept: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** Who has nothing here. */
  readonly absent: readonly string[];
  /** Of those who have nothing here, who has the clause elsewhere: name and path in that sponsor's text. */
  readonly movedTo: ReadonlyMap<string, string>;
  /** Of those who put something in here, who took it from elsewhere: name and path in the base. */
  readonly movedFrom: ReadonlyMap<string, string>;
}

/** All proposals on one base as one text. */
export interface Composite {
  readonly base: ComparedText;
  readonly sponsors: readonly {
    readonly name: string;
    readonly action: Action;
    readonly text: ComparedText;
  }[];
  readonly rows: readonly CompositeRow[];
}
