import type { Comparison, ReferenceFinding, Unit } from '../model/change.ts';
import type { Resolution } from '../model/resolution.ts';
import {
  mapReferences,
  type ReferenceMap,
  type ResolvedLabel,
  type ResolvedReference,
} from './resolve-references.ts';

/** What became of a base clause; empty when it was deleted. */
type Fate = ReadonlyMap<string, readonly Unit[]>;

const fates = (comparison: Comparison): Fate => {
  const fate = new Map<string, readonly Unit[]>();
  for (const { unit, base, revised } of comparison.changes)
    if (unit === 'clause') for (const { path } of base) fate.set(path, revised);
  return fate;
};

/** The labels under which a clause is cited: its path without its heading's. */
const labelsOf = (unit: Unit): string =>
  unit.path.startsWith(`${unit.section} `) ? unit.path.slice(unit.section.length + 1) : unit.path;

const suggest = (meant: Unit, was: Unit, holder: Unit, isNamed: boolean): string => {
  const isSameHeading = meant.heading === was.heading;
  const isNear = isNamed ? isSameHeading : meant.section === holder.section;
  return isNear ? labelsOf(meant) : meant.path;
};

/**
 * The cross-references of the revised text that no longer say what they said. A reference is followed when the
 * base clause has it too, in the same words: then its target must have become the clause that it names now.
 * References that were rewritten or are new must only point somewhere. In reading order of the revised text.
 */
export function checkReferences(
  base: Resolution,
  revised: Resolution,
  comparison: Comparison,
): readonly ReferenceFinding[] {
  if (base === revised || base.language !== revised.language) return [];
  const [from, to] = [mapReferences(base), mapReferences(revised)];
  const fate = fates(comparison);
  const baseOf = new Map<string, readonly Unit[]>();
  for (const change of comparison.changes)
    if (change.unit === 'clause') for (const unit of change.revised) baseOf.set(unit.path, change.base);
  const findings: ReferenceFinding[] = [];
  for (const unit of to.units) {
    if (unit.unit !== 'clause') continue;
    const references = to.resolve(unit);
    if (references.length === 0) continue;
    const kept = keptLabels(baseOf.get(unit.path) ?? [], from);
    for (const resolved of references)
      for (const label of resolved.labels) {
        const before = takeFirst(kept, label.names);
        const finding = judge(unit, resolved, label, before, fate);
        if (finding !== null) findings.push(finding);
      }
  }
  return findings;
}

const keptLabels = (units: readonly Unit[], map: ReferenceMap): ResolvedLabel[] =>
  units.flatMap((unit) => {
    const own = map.units.find(({ unit: kind, path }) => kind === 'clause' && path === unit.path);
    return own === undefined ? [] : map.resolve(own).flatMap(({ labels }) => labels);
  });

const takeFirst = (labels: ResolvedLabel[], names: string): ResolvedLabel | null => {
  const at = labels.findIndex((label) => label.names === names);
  return at === -1 ? null : (labels.splice(at, 1)[0] ?? null);
};

const judge = (
  unit: Unit,
  { reference, isSure }: ResolvedReference,
  label: ResolvedLabel,
  before: ResolvedLabel | null,
  fate: Fate,
): ReferenceFinding | null => {
  const was = before?.target ?? null;
  const now = label.target;
  const heirs = was === null ? [] : (fate.get(was.path) ?? []);
  if (was === null) {
    if (now !== null || !isSure) return null;
  } else if (now !== null && heirs.some(({ path }) => path === now.path)) return null;
  const meant = heirs[0] ?? null;
  const isNamed = reference.heading !== null;
  return {
    kind: was !== null && meant === null ? 'deleted' : now === null ? 'nowhere' : 'elsewhere',
    path: unit.path,
    start: reference.start,
    end: reference.end,
    text: unit.text.slice(reference.start, reference.end),
    label: unit.text.slice(label.start, label.end),
    was: was?.path ?? null,
    now: now?.path ?? null,
    meant: meant?.path ?? null,
    suggestion: was === null || meant === null ? null : suggest(meant, was, unit, isNamed),
  };
};
