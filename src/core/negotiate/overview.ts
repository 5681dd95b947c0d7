import type { ChangeKind } from '../model/change.ts';
import type { Polarity, Severity } from '../model/flag.ts';
import type { Language } from '../model/language.ts';
import { countMatrix, type MatrixCounts } from './matrix-counts.ts';
import type { Clash, Heat, Matrix, Row } from './matrix-types.ts';
import type { Action } from './negotiation.ts';

/** A flag in short: what it is and where. */
export interface FlagNote {
  readonly label: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
}

export interface OverviewRow {
  readonly base: string | null;
  readonly after?: string | null;
  readonly cells: Readonly<
    Record<
      string,
      { readonly kind: ChangeKind; readonly revised: readonly string[]; readonly flags?: readonly FlagNote[] }
    >
  >;
  readonly agreements: readonly (readonly string[])[];
  readonly conflicts: readonly Clash[];
}

/** A matrix without its words: what a list over many resolutions shows and a cache keeps. */
export interface ResolutionOverview {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly base: string;
  readonly isModel: boolean;
  readonly proposals: readonly {
    readonly name: string;
    readonly text: string;
    readonly action: Action;
    readonly touched: number;
    readonly heat: Heat;
  }[];
  readonly counts: MatrixCounts;
  /** Rows somebody touches; headings and clauses. */
  readonly rows: readonly OverviewRow[];
}

const rowOf = ({ base, after, cells, agreements, conflicts }: Row): OverviewRow => ({
  base: base?.path ?? null,
  ...(base === null ? { after } : {}),
  cells: Object.fromEntries(
    [...cells].map(([name, { kind, revised, flags }]) => [
      name,
      {
        kind,
        revised,
        ...(flags.length === 0
          ? {}
          : { flags: flags.map(({ label, polarity, severity }) => ({ label, polarity, severity })) }),
      },
    ]),
  ),
  agreements: agreements.map(({ sponsors }) => sponsors),
  conflicts,
});

/** The matrix in short. */
export function overviewOf(id: string, language: Language, matrix: Matrix): ResolutionOverview {
  const { base, columns, rows, headings } = matrix;
  return {
    id,
    language,
    title: base.resolution.title,
    base: base.facts.name,
    isModel: base.facts.isModel,
    proposals: columns.map(({ name, action, text, touched, heat }) => ({
      name,
      text: text.facts.name,
      action,
      touched,
      heat,
    })),
    counts: countMatrix(matrix),
    rows: [...headings, ...rows].filter(({ cells }) => cells.size > 0).map(rowOf),
  };
}
