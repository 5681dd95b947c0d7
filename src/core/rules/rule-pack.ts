import type { FlagLabel, Localised, Polarity } from '../model/flag.ts';
import type { Language } from '../model/language.ts';
import type { Described } from './described.ts';
import type { CompiledLexicon, Lexicon } from './lexicon.ts';
import type { SignSource, SignTables } from './signs.ts';

/** One concept id, or several of which any will do. A trailing `.` names the whole family: `obj.`. */
export type ConceptRef = string | readonly string[];

/** The closed set of operators. A condition holds exactly one key. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | { readonly gains: ConceptRef; readonly min?: number }
  | { readonly loses: ConceptRef; readonly min?: number }
  | { readonly keeps: ConceptRef }
  | { readonly replaces: { readonly from: ConceptRef; readonly to: ConceptRef } }
  | { readonly raises: LadderMove }
  | { readonly lowers: LadderMove }
  | { readonly widens: { readonly from: ConceptRef; readonly to: ConceptRef } }
  | { readonly moves: { readonly from?: Place; readonly to?: Place } }
  | { readonly flips: ConceptRef }
  | { readonly truncates: { readonly list: ConceptRef; readonly min?: number } }
  | { readonly agent: ConceptRef }
  | { readonly addressee: ConceptRef }
  /** The sum of all signs for a label; a rule on signs stands alone. */
  | { readonly signs: string };

export type Place = 'preamble' | 'operative' | 'annex' | 'frame' | 'nowhere';

export interface LadderMove {
  readonly ladder: string;
  /** Levels gained (or lost) at least; 1 when not given. */
  readonly by?: number;
  /** Level reached at least (at most, for `lowers`). */
  readonly to?: number;
  /** Only tasks about one of these. */
  readonly over?: ConceptRef;
}

export interface SeverityPoints {
  readonly operative: number;
  readonly per_ladder_step: number;
  readonly max_steps: number;
  readonly new_clause: number;
  readonly limiter_lost: number;
  readonly limiter_present: number;
  readonly on_request: number;
}

export interface RuleTest {
  readonly lang: Language;
  readonly before: string | null;
  readonly after: string | null;
  readonly part?: 'preamble' | 'operative';
  readonly heading?: string;
  readonly before_heading?: string;
  readonly before_part?: 'preamble' | 'operative';
  readonly expect: 'flag' | 'quiet' | 'known_miss';
  readonly min?: number;
  readonly why?: string;
}

export interface Rule {
  readonly id: string;
  readonly code: string;
  readonly label: FlagLabel;
  readonly polarity: Polarity;
  readonly base: number;
  readonly since: string;
  readonly title: Localised;
  readonly message: Localised;
  readonly why: Localised;
  readonly charitable: Localised;
  readonly cure: Localised;
  readonly basis: readonly string[];
  readonly source: readonly string[];
  readonly when: Condition;
  /** What the rule is about: its evidence, and what it needs cues for. */
  readonly about: readonly string[];
  readonly severity?: Partial<SeverityPoints>;
  /** Prints, does not score. */
  readonly experimental?: boolean;
  readonly renamed_from?: readonly string[];
  readonly tests: readonly RuleTest[];
}

export interface Ladder {
  /** Concept id to its level. */
  readonly levels: Readonly<Record<string, number>>;
}

/** From which sums of signs on a change is red, and below which a rule that fired is outweighed. */
export interface SignLimits {
  /** Sum of `red` from which a change is flagged though no rule fired. */
  readonly flag: number;
  /** What is added to it where a green rule fired. */
  readonly welcome: number;
  /** Sum of a label's own table from which the label is raised on a red change. */
  readonly label: number;
  /** Sum of `red` below which what a rule found is a note. */
  readonly outweighed: number;
}

export interface PackSource {
  readonly pack: string;
  readonly version: string;
  readonly languages: Readonly<Partial<Record<Language, 'full' | 'beta'>>>;
  readonly severity: SeverityPoints;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly described: Described;
  readonly signs: SignLimits;
  readonly points: SignSource;
  readonly rules: readonly Rule[];
  readonly lexicon: Readonly<Partial<Record<Language, Lexicon>>>;
}

export interface RulePack extends Omit<PackSource, 'lexicon' | 'points'> {
  /** Of all the data, so that a report names what judged it. */
  readonly hash: string;
  readonly source: PackSource;
  readonly lexicon: (language: Language) => CompiledLexicon | null;
  readonly tables: SignTables;
}
