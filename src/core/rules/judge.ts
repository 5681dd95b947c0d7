import type { Evidence, Flag, FlagLabel } from '../model/flag.ts';
import { concernedUnits } from './concerned.ts';
import { digest } from './digest.ts';
import type { Facts } from './facts.ts';
import { evaluate, type Held } from './operators.ts';
import { findBySigns, weighSigns } from './judge-signs.ts';
import type { Rule, RulePack } from './rule-pack.ts';
import { placeOf } from './side.ts';
import { collectSigns } from './signs.ts';
import { sumSeverity, type SeveritySum } from './severity.ts';

/** Evidence shown with a flag, at most, for each side. */
const EVIDENCE_LIMIT = 4;

/** A rule that holds on a change, and by what. */
export interface Found {
  readonly rule: Rule;
  readonly held: Held;
}

/** Ids of the rules that fire on a change by what it says, before any sum of signs. */
export function firedRules(pack: RulePack, facts: Facts): readonly string[] {
  return findByRules(facts, pack).flatMap(({ rule }) => (rule.experimental === true ? [] : [rule.id]));
}

function findByRules(facts: Facts, pack: RulePack): readonly Found[] {
  const found: Found[] = [];
  for (const rule of pack.rules) {
    if ('signs' in rule.when) continue;
    const held = evaluate(rule.when, facts);
    if (held !== null) found.push({ rule, held });
  }
  return found;
}

/**
 * Flags of one change: one for each label, the rules of the label that agree named in it. `hasSigns` is false for a
 * language without cues for signs: there only what rules name is judged.
 */
export function judge(facts: Facts, pack: RulePack, family: string, hasSigns: boolean): readonly Flag[] {
  const named = findByRules(facts, pack);
  const fired = named.flatMap(({ rule }) => (rule.experimental === true ? [] : [rule.id]));
  const weighed = hasSigns ? weighSigns(collectSigns(facts, fired), pack) : null;
  const bySigns = findBySigns(facts, pack, weighed, named);
  const byLabel = new Map<FlagLabel, Found[]>();
  for (const each of [...named, ...bySigns])
    byLabel.set(each.rule.label, [...(byLabel.get(each.rule.label) ?? []), each]);
  const flags: Flag[] = [];
  for (const hits of byLabel.values()) {
    // The heaviest rule speaks; the others agree. Between equals the pack's order decides.
    const [first, ...others] = hits
      .map((found) => ({
        ...found,
        sum: sumSeverity(found.rule, facts, found.held.steps, pack.severity, weighed),
      }))
      .sort((a, b) => b.sum.score - a.sum.score);
    if (first !== undefined) flags.push(makeFlag(facts, family, first, others));
  }
  return flags;
}

function makeFlag(
  facts: Facts,
  family: string,
  found: Found & { readonly sum: SeveritySum },
  others: readonly Found[],
): Flag {
  const { rule, held, sum } = found;
  const lineage = facts.change.base[0]?.text ?? facts.change.revised[0]?.text ?? '';
  const concepts = [...new Set(held.concepts())].sort();
  const places = held.evidence();
  return {
    rule: rule.id,
    label: rule.label,
    polarity: rule.polarity,
    severity: sum.severity,
    score: sum.score,
    sum: sum.terms,
    ...(held.signs === undefined ? {} : { signs: held.signs }),
    base: concernedUnits(facts.change, 'base', places).map((unit) => unit.path),
    revised: concernedUnits(facts.change, 'revised', places).map((unit) => unit.path),
    message: rule.message,
    why: rule.why,
    charitable: rule.charitable,
    cure: rule.cure,
    evidence: pickEvidence(places, facts),
    basis: rule.basis,
    source: rule.source,
    agreeing: others.map((other) => other.rule.id),
    fingerprint: digest([family, lineage, rule.label, ...concepts].join('\n')),
  };
}

/** The places found, without doubles; where a rule points at none on a side, the words that changed there. */
function pickEvidence(evidence: readonly Evidence[], facts: Facts): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const each of evidence) seen.set(`${each.side} ${each.path} ${each.start}`, each);
  const out: Evidence[] = [];
  for (const side of ['base', 'revised'] as const) {
    const own = [...seen.values()].filter((each) => each.side === side).sort((a, b) => a.start - b.start);
    if (own.length > 0) out.push(...own.slice(0, EVIDENCE_LIMIT));
    else {
      const first = firstChange(facts, side);
      if (first !== null) out.push(first);
    }
  }
  return out;
}

function firstChange(facts: Facts, side: 'base' | 'revised'): Evidence | null {
  const { changed } = facts[side];
  const from = changed.indexOf(true);
  if (from === -1) return null;
  let to = from;
  while (changed[to] === true) to++;
  return placeOf(facts[side], side, from, to);
}
