import type { Severity } from '../model/flag.ts';
import type { Facts } from './facts.ts';
import type { Weighed } from './judge-signs.ts';
import type { Rule, SeverityPoints } from './rule-pack.ts';

/** The sum behind a flag: its terms, none of them 0, and their total, never below 0. */
export interface SeveritySum {
  readonly terms: readonly (readonly [name: string, points: number])[];
  readonly score: number;
  readonly severity: Severity;
}

/** Points of a rule on a change: base, place, steps climbed, new clause, limiters lost and present. */
export function sumSeverity(
  rule: Rule,
  facts: Facts,
  steps: number,
  points: SeverityPoints,
  weighed: Weighed | null = null,
): SeveritySum {
  const weigh = { ...points, ...rule.severity };
  const part = facts.change.revised[0]?.part ?? facts.change.base[0]?.part;
  const terms: (readonly [string, number])[] = [['base', rule.base]];
  const add = (name: string, value: number): void => {
    if (value !== 0) terms.push([name, value]);
  };
  if (part === 'operative') add('operative part', weigh.operative);
  add('ladder steps', Math.min(steps, weigh.max_steps) * weigh.per_ladder_step);
  if (facts.change.base.length === 0) add('new clause', weigh.new_clause);
  if (rule.polarity === 'red') {
    if (rule.label !== 'limiter-removed' && facts.lost('lim.').length > 0)
      add('limiter lost', weigh.limiter_lost);
    if (facts.gained(['lim.mandate', 'lim.partner', 'lim.duplicate']).length > 0)
      add('limiter in the new text', weigh.limiter_present);
    if (facts.gained(['lim.request']).length > 0) add('on request', weigh.on_request);
  }
  const total = (): number => terms.reduce((sum, [, value]) => sum + value, 0);
  // What a rule found while everything else speaks against it stays readable, and no more than a note.
  if (rule.polarity === 'red' && weighed?.outweighs(rule.id) === true && total() > NOTE)
    add('outweighed by the other signs', NOTE - total());
  const score = Math.max(0, total());
  return { terms, score, severity: severityOf(score) };
}

/** The most points of a note. */
const NOTE = 2;

/** 0-2 note, 3-4 watch, 5-6 serious, 7 and more critical. */
export function severityOf(score: number): Severity {
  if (score <= NOTE) return 'note';
  if (score <= 4) return 'watch';
  return score <= 6 ? 'serious' : 'critical';
}
