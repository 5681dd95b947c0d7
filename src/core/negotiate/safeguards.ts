import type { Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { forceOf } from './clause-force.ts';

/** A limit or safeguard, and in which revisions the text holds it. */
export interface Safeguard {
  readonly concept: string;
  readonly member: string;
  /** As first written. */
  readonly text: string;
  /** By revision: paths of the clauses that hold it. */
  readonly held: readonly (readonly string[])[];
  /** Revisions (not the first) that brought it, and those that no longer have it. */
  readonly appeared: readonly number[];
  readonly vanished: readonly number[];
}

/** Limits and safeguards of the rule pack through the revisions, in order of first use. */
export function safeguardsOf(
  revisions: readonly (readonly Unit[])[],
  language: Language,
  pack: RulePack,
): Safeguard[] {
  const found = new Map<string, { concept: string; member: string; text: string; held: string[][] }>();
  revisions.forEach((units, at) => {
    for (const unit of units) {
      if (unit.unit !== 'clause') continue;
      for (const { concept, member, text } of forceOf(unit, language, pack).limits) {
        const key = `${concept} ${member}`;
        const entry = found.get(key) ?? { concept, member, text, held: revisions.map(() => []) };
        if (entry.held[at]?.includes(unit.path) === false) entry.held[at].push(unit.path);
        found.set(key, entry);
      }
    }
  });
  return [...found.values()].map((entry) => {
    const isHeld = (at: number) => (entry.held[at]?.length ?? 0) > 0;
    const turns = revisions.map((_, at) => at).slice(1);
    return {
      ...entry,
      appeared: turns.filter((at) => isHeld(at) && !isHeld(at - 1)),
      vanished: turns.filter((at) => !isHeld(at) && isHeld(at - 1)),
    };
  });
}
