import type { Change, ReferenceFinding, Unit } from '../../core/model/change.ts';
import type { Flag, Severity } from '../../core/model/flag.ts';
import type { Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { placeNotes } from '../../core/review/selectors.ts';
import { worstOf } from './tell-flag.ts';

/** One change with all that is said of it: a row of every export. */
export interface Entry {
  /** Position of the change in the comparison. */
  readonly index: number;
  readonly change: Change;
  /** The paths people cite it by: the revised ones, else the base's. */
  readonly path: string;
  /** The paths in the base where they are others; else empty. */
  readonly was: string;
  /** Gravest first, red before green. */
  readonly flags: readonly Flag[];
  /** The worst of its red flags; null for none. */
  readonly severity: Severity | null;
  readonly notes: readonly Note[];
  readonly references: readonly ReferenceFinding[];
}

export interface LaidOut {
  readonly entries: readonly Entry[];
  /** Notes on clauses that neither text has any more. */
  readonly orphans: readonly Note[];
}

/** True for a change that leaves the words as they were. */
export function isQuiet({ kind }: Change): boolean {
  return kind === 'unchanged' || kind === 'renumbered';
}

const rank = (change: Change): number => (isQuiet(change) ? 2 : 0) + (change.unit === 'clause' ? 0 : 1);

/**
 * The flags by the position of the changes they speak of. A heading over a lone clause shares its path: the
 * one that changed is meant, and of two the clause. A flag over several clauses stands on each.
 */
const placeFlags = (changes: readonly Change[], flags: readonly Flag[]): ReadonlyMap<number, Flag[]> => {
  const places = new Map<string, number>();
  const enter = (key: string, index: number): void => {
    const known = changes[places.get(key) ?? -1];
    const change = changes[index];
    if (change !== undefined && (known === undefined || rank(change) < rank(known))) places.set(key, index);
  };
  for (const [index, change] of changes.entries()) {
    for (const { path } of change.base) enter(`base\n${path}`, index);
    for (const { path } of change.revised) enter(`revised\n${path}`, index);
  }
  const found = new Map<number, Flag[]>();
  for (const flag of flags) {
    const keys = [
      ...flag.revised.map((path) => `revised\n${path}`),
      ...flag.base.map((path) => `base\n${path}`),
    ];
    for (const index of new Set(keys.map((key) => places.get(key) ?? 0)))
      found.set(index, [...(found.get(index) ?? []), flag]);
  }
  const weight = (flag: Flag): number => (flag.polarity === 'red' ? 1000 : 0) + flag.score;
  for (const list of found.values()) list.sort((a, b) => weight(b) - weight(a));
  return found;
};

const pathsOf = (units: readonly Unit[]): string => units.map(({ path }) => path).join(', ');

/**
 * The changes of a report in reading order, each with its flags, notes and broken references.
 * Law: every change stands in exactly one entry; every note in exactly one entry or among the orphans.
 */
export function layOut(report: Report): LaidOut {
  const { changes } = report.comparison;
  const flags = placeFlags(changes, report.flags);
  const { byChange, orphans } = placeNotes(changes, report.notes);
  const entries = changes.map((change, index): Entry => {
    const own = flags.get(index) ?? [];
    const path = pathsOf(change.revised.length > 0 ? change.revised : change.base);
    const was = pathsOf(change.base);
    const references = (report.references ?? []).filter(
      (finding) => change.unit === 'clause' && change.revised.some((unit) => unit.path === finding.path),
    );
    return {
      index,
      change,
      path,
      was: was === path || change.revised.length === 0 ? '' : was,
      flags: own,
      severity: worstOf(own),
      notes: byChange.get(index) ?? [],
      references,
    };
  });
  return { entries, orphans };
}
