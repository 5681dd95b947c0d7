import type { History, Life } from './build-history.ts';

/** One operative clause over the years: a value a revision, null where it was not there. */
export interface DriftRow {
  readonly life: Life;
  readonly force: readonly (number | null)[];
  readonly task: readonly (number | null)[];
  readonly scope: readonly (number | null)[];
  readonly limits: readonly (number | null)[];
  readonly words: readonly (number | null)[];
  readonly addressee: readonly (string | null)[];
}

/**
 * The mandate drift of the operative clauses: verb force and task on the ladders of the rule pack, objects named,
 * limits and safeguards, words, by revision. A level of -1 means that nothing of the kind is said.
 */
export function driftOf({ lives, revisions }: History): DriftRow[] {
  return lives
    .filter(({ unit }) => unit.part === 'operative')
    .map((life) => {
      const byRevision = revisions.map((_, at) => life.stages.find(({ revision }) => revision === at));
      return {
        life,
        force: byRevision.map((stage) => stage?.force.modal ?? null),
        task: byRevision.map((stage) => stage?.force.task ?? null),
        scope: byRevision.map((stage) => stage?.force.scope.length ?? null),
        limits: byRevision.map((stage) => stage?.force.limits.length ?? null),
        words: byRevision.map((stage) => stage?.unit.text.match(/[\p{L}\p{N}]+/gu)?.length ?? null),
        addressee: byRevision.map((stage) => stage?.unit.addressee ?? null),
      };
    });
}

const BARS = '▁▂▃▄▅▆▇█';

/** A small chart: a bar for each value, a dot where there is none. */
export function sparkline(values: readonly (number | null)[], highest: number): string {
  return values
    .map((value) => {
      if (value === null || value < 0) return '·';
      const step = highest <= 0 ? 0 : Math.round((Math.min(value, highest) / highest) * (BARS.length - 1));
      return BARS.charAt(step);
    })
    .join('');
}

/** The mean of a measure in each revision, over the clauses that have it; null where none has. */
export function meanOf(
  rows: readonly DriftRow[],
  measure: 'force' | 'task' | 'scope' | 'limits' | 'words',
): (number | null)[] {
  const count = rows[0]?.force.length ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const values = rows.flatMap((row) => {
      const value = row[measure][at];
      return value === null || value === undefined || value < 0 ? [] : [value];
    });
    return values.length === 0
      ? null
      : Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 100) / 100;
  });
}

export const MEASURES = ['force', 'task', 'scope', 'limits', 'words'] as const;
/** Top of each scale: the ladders end at 5 and 6; what is counted is drawn against its own maximum. */
export const LADDER_TOP = { force: 5, task: 6 } as const;

/** Whom the clauses of one section speak to, where that changed. */
export interface AddresseeTurns {
  readonly section: string;
  /** Places of the revisions in which it was another than before, and who it was then; the first is where it begins. */
  readonly turns: readonly { readonly revision: number; readonly addressee: string }[];
}

/** Sections whose addressee changed over the years, each turn once however many clauses stand under it. */
export function addresseeTurns(rows: readonly DriftRow[]): AddresseeTurns[] {
  const found = new Map<string, AddresseeTurns>();
  for (const { life, addressee } of rows) {
    const turns: { revision: number; addressee: string }[] = [];
    addressee.forEach((one, revision) => {
      if (one !== null && one !== turns[turns.length - 1]?.addressee)
        turns.push({ revision, addressee: one });
    });
    const { section } = life.unit;
    const known = found.get(section)?.turns ?? [];
    if (
      turns.length > 1 &&
      turns.length >= known.length &&
      (turns[0]?.revision ?? 0) <= (known[0]?.revision ?? Infinity)
    )
      found.set(section, { section, turns });
  }
  return [...found.values()];
}
