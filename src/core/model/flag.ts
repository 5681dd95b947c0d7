import type { UiLanguage } from './language.ts';

export const RED_LABELS = [
  'mandate-expansion',
  'dns-ip-standardisation',
  'weakened-multistakeholder',
  'limiter-removed',
  'obligation-strengthened',
  'human-rights-safeguard-removed',
  'surveillance-identity',
  'sovereignty-fragmentation',
  'alternative-architecture',
  'institutional-machinery',
] as const;

export const GREEN_LABELS = [
  'limiter-added',
  'multistakeholder-strengthened',
  'rights-safeguard-added',
  'obligation-softened',
  'contested-task-dropped',
  'transparency-added',
] as const;

export type FlagLabel = (typeof RED_LABELS)[number] | (typeof GREEN_LABELS)[number] | (string & {});

export type Polarity = 'red' | 'green';

/** Points 0-2 note, 3-4 watch, 5-6 serious, 7 and more critical. */
export const SEVERITIES = ['note', 'watch', 'serious', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A place in a clause's own text: offsets in UTF-16 units, end exclusive. */
export interface Evidence {
  readonly side: 'base' | 'revised';
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text in the languages the program speaks. */
export type Localised = Readonly<Record<UiLanguage, string>>;

/** A finding on a change: never on kept text, never on who proposed it. */
export interface Flag {
  readonly rule: string;
  readonly label: FlagLabel;
  readonly polarity: Polarity;
  readonly severity: Severity;
  /** The sum of the points in `sum`, never below 0. */
  readonly score: number;
  readonly sum: readonly (readonly [name: string, points: number])[];
  /** For a finding by signs: those that weighed most, in tenths of a logit. */
  readonly signs?: readonly (readonly [sign: string, points: number])[];
  /** Paths of the clauses concerned. */
  readonly base: readonly string[];
  readonly revised: readonly string[];
  /** One line: what the change does. */
  readonly message: Localised;
  readonly why: Localised;
  readonly charitable: Localised;
  readonly cure: Localised;
  readonly evidence: readonly Evidence[];
  /** Ids of the instruments it rests on (`tunis-35`). */
  readonly basis: readonly string[];
  readonly source: readonly string[];
  /** Other rules of the same label that agree. */
  readonly agreeing: readonly string[];
  /** Stable under renumbering, rewording of rules and new versions. */
  readonly fingerprint: string;
}

/** A language or rule that could not be applied: never to be read as clean. */
export interface NotChecked {
  readonly what: string;
  readonly reason: string;
}
