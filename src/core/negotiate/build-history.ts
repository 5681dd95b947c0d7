import { compareResolutions } from '../diff/compare-resolutions.ts';
import { unitsOf } from '../diff/units.ts';
import type { ChangeKind, Comparison, Unit } from '../model/change.ts';
import type { ComparedText } from '../model/report.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { blameThrough, firstOrigins, runsOf, type BlamedRun, type Returned } from './blame.ts';
import { forceOf, type Force } from './clause-force.ts';
import { safeguardsOf, type Safeguard } from './safeguards.ts';

/** A revision of the resolution, oldest first. */
export interface Revision {
  readonly text: ComparedText;
  readonly year: number;
}

/** What a clause was in one revision, and what the revision did to it. */
export interface Stage {
  readonly revision: number;
  readonly path: string;
  readonly kind: ChangeKind | 'first';
  readonly unit: Unit;
  readonly force: Force;
}

/** A clause through the revisions. `until` is the last that has it. */
export interface Life {
  readonly unit: Unit;
  readonly since: number;
  readonly until: number;
  readonly stages: readonly Stage[];
  /** Its words by origin; only for clauses that still stand. */
  readonly runs: readonly BlamedRun[];
}

export interface History {
  readonly revisions: readonly Revision[];
  /** Clauses of the newest revision in order, then those that are gone. */
  readonly lives: readonly Life[];
  readonly returned: readonly Returned[];
  readonly safeguards: readonly Safeguard[];
  /** What each revision did to the one before. */
  readonly comparisons: readonly Comparison[];
}

interface Open {
  readonly stages: Stage[];
}

const isClause = ({ unit }: Unit): boolean => unit === 'clause';

/**
 * The life of every clause through the adopted revisions, the origin of every word, what came back, safeguards
 * that appeared or vanished. A split goes on in each of its pieces, a merge in the first clause it took up.
 */
export function buildHistory(revisions: readonly Revision[], pack: RulePack): History {
  const language = revisions[0]?.text.resolution.language ?? 'en';
  const comparisons = revisions
    .slice(1)
    .map(({ text }, at) =>
      compareResolutions(revisions[at]?.text.resolution ?? text.resolution, text.resolution),
    );
  const units = revisions.map(({ text }) => unitsOf(text.resolution));
  const stageOf = (unit: Unit, revision: number, kind: Stage['kind']): Stage => ({
    revision,
    path: unit.path,
    kind,
    unit,
    force: forceOf(unit, language, pack),
  });
  let open = new Map<string, Open>();
  for (const unit of (units[0] ?? []).filter(isClause))
    open.set(unit.path, { stages: [stageOf(unit, 0, 'first')] });
  let origins = firstOrigins(units[0] ?? []);
  const { step } = blameThrough();
  const gone: Open[] = [];
  const returned: Returned[] = [];
  comparisons.forEach((comparison, index) => {
    const at = index + 1;
    const next = new Map<string, Open>();
    for (const change of comparison.changes) {
      if (change.unit !== 'clause') continue;
      const [first, ...others] = change.base.map(({ path }) => open.get(path));
      if (change.revised.length === 0 && first !== undefined) gone.push(first);
      // Merged into another: the first clause's life goes on, the others end here.
      for (const other of others) if (other !== undefined) gone.push(other);
      for (const unit of change.revised)
        next.set(unit.path, { stages: [...(first?.stages ?? []), stageOf(unit, at, change.kind)] });
    }
    open = next;
    const blamed = step(comparison, origins, at);
    origins = blamed.origins;
    returned.push(...blamed.returned);
  });
  const lifeOf = ({ stages }: Open, isStanding: boolean): Life[] => {
    const [first, last] = [stages[0], stages[stages.length - 1]];
    if (first === undefined || last === undefined) return [];
    const runs = isStanding ? runsOf(last.unit, origins) : [];
    return [{ unit: last.unit, since: first.revision, until: last.revision, stages, runs }];
  };
  const standing = (units[units.length - 1] ?? []).flatMap(({ unit, path }) => {
    const life = unit === 'clause' ? open.get(path) : undefined;
    return life === undefined ? [] : lifeOf(life, true);
  });
  return {
    revisions,
    lives: [...standing, ...gone.flatMap((life) => lifeOf(life, false))],
    returned,
    safeguards: safeguardsOf(units, language, pack),
    comparisons,
  };
}
