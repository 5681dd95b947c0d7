import type { Change, ChangeKind, MoveScope, Unit } from '../model/change.ts';
import type { Flag, NotChecked, Severity } from '../model/flag.ts';
import type { ComparedText } from '../model/report.ts';
import type { Stance } from '../model/review.ts';
import type { Action } from './negotiation.ts';

/** What one proposal does in one row. Rows it leaves as they were have no cell of it. */
export interface Cell {
  readonly kind: Exclude<ChangeKind, 'unchanged'>;
  /** Paths of the clauses it comes to in the proposal; none when it is deleted. */
  readonly revised: readonly string[];
  readonly moved: boolean;
  readonly moveScope?: MoveScope;
  readonly change: Change;
  readonly flags: readonly Flag[];
  /** What the reviewer says of it, where there is a note. */
  readonly stance: Stance | null;
}

/** Sponsors whose result is the same word for word; `text` is null where they all delete. */
export interface Agreement {
  readonly sponsors: readonly string[];
  readonly text: string | null;
}

/** Why two proposals cannot both be had, or (`meets`) why somebody should look. */
export interface Clash {
  readonly between: readonly [one: string, other: string];
  /** `words`: other results on the same words; `delete`: one deletes what the other edits; `wording`: two wordings of one new clause. */
  readonly reason: 'words' | 'delete' | 'wording';
}

export interface Heat {
  /** Points of the red and green flags, those of sponsors who agree counted once in a row. */
  readonly red: number;
  readonly green: number;
  readonly worst: Severity | null;
}

/** A base clause, heading or frame line, or (base null) a slot where something is put in. */
export interface Row {
  readonly unit: Unit['unit'];
  readonly base: Unit | null;
  /** Path of the base clause that a new one follows; null at the start of the text. Rows of the base: null. */
  readonly after: string | null;
  /** Place in the reading order of the base, for those who show all rows in one list. */
  readonly order: number;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly agreements: readonly Agreement[];
  readonly conflicts: readonly Clash[];
  /** Pairs that only meet: an insertion inside or beside the other's words. */
  readonly meets: readonly Clash[];
  readonly heat: Heat;
}

export interface Column {
  readonly name: string;
  readonly action: Action;
  readonly text: ComparedText;
  /** Clauses touched in more than their number. */
  readonly touched: number;
  readonly flags: readonly Flag[];
  readonly heat: Heat;
}

/** Every proposal against the base. `rows` are clauses and new clauses; headings and frame lines stand apart. */
export interface Matrix {
  readonly base: ComparedText;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly headings: readonly Row[];
  readonly frame: readonly Row[];
  readonly footnotes: readonly Row[];
  readonly notChecked: readonly NotChecked[];
}
