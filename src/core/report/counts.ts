import type { Comparison } from '../model/change.ts';
import { SEVERITIES, type Flag, type Polarity, type Severity } from '../model/flag.ts';
import type { Report } from '../model/report.ts';

/** Clauses that changed in any way a reader must look at, and those that did not. */
export function countClauses(comparison: Comparison): {
  readonly changed: number;
  readonly unchanged: number;
} {
  let [changed, unchanged] = [0, 0];
  for (const { unit, kind } of comparison.changes) {
    if (unit !== 'clause') continue;
    if (kind === 'unchanged' || kind === 'renumbered') unchanged++;
    else changed++;
  }
  return { changed, unchanged };
}

/** The flags that no reviewer dismissed: those that count. */
export function standingFlags({ flags, decisions = [] }: Report): readonly Flag[] {
  const gone = new Set(decisions.flatMap(({ decision, flag }) => (decision === 'dismissed' ? [flag] : [])));
  return flags.filter(({ fingerprint }) => !gone.has(fingerprint));
}

export function countFlags(flags: readonly Flag[], polarity: Polarity): number {
  return flags.filter((flag) => flag.polarity === polarity).length;
}

/** The worst severity of the red flags, or null when there is none. */
export function worstSeverity(flags: readonly Flag[]): Severity | null {
  let worst = -1;
  for (const { polarity, severity } of flags)
    if (polarity === 'red') worst = Math.max(worst, SEVERITIES.indexOf(severity));
  return SEVERITIES[worst] ?? null;
}

/** True when a red flag is at least as severe as `level`. */
export function hasFlagAtLeast(flags: readonly Flag[], level: Severity): boolean {
  const worst = worstSeverity(flags);
  return worst !== null && SEVERITIES.indexOf(worst) >= SEVERITIES.indexOf(level);
}
