import type { Facts } from './facts.ts';

/** Objects that ITU members argue about, as against core telecommunication work. */
export const CONTESTED = [
  'obj.names',
  'obj.addresses',
  'obj.protocol',
  'obj.network',
  'obj.alternative',
  'obj.deficiency',
  'obj.emerging',
  'obj.policy',
  'obj.governance',
  'obj.bundle',
] as const;

const CAP = 2;

/**
 * The facts of a change by name, as the point tables know them: `gains obj.names`, `work up`, `rule me-operate`.
 * A fact absent is 0; counts stop at 2, so that a long list cannot outvote everything else.
 */
export function nameFacts(facts: Facts, rules: ReadonlySet<string>): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const set = (name: string, value: number): void => {
    if (value > 0) names.set(name, Math.min(CAP, value));
  };
  for (const rule of rules) names.set(`rule ${rule}`, 1);
  for (const concept of facts.concepts) {
    set(`gains ${concept}`, new Set(facts.gained(concept).map((each) => each.from)).size);
    set(`loses ${concept}`, new Set(facts.lost(concept).map((each) => each.from)).size);
  }
  const [workBefore, workAfter] = facts.ladder('work', CONTESTED);
  set('work up', workAfter - Math.max(workBefore, 0));
  set('work down', facts.revised.units.length === 0 ? 0 : workBefore - workAfter);
  if (workAfter >= 4 && workBefore < 4) names.set('work to 4', 1);
  if (workAfter >= 5 && workBefore < 5) names.set('work to 5', 1);
  const [modalBefore, modalAfter] = facts.ladder('modal');
  if (modalBefore >= 0) set('modal up', modalAfter - modalBefore);
  if (modalAfter >= 0) set('modal down', modalBefore - modalAfter);
  const { change } = facts;
  const part = change.revised[0]?.part ?? change.base[0]?.part;
  if (part === 'operative') names.set('operative', 1);
  if (change.base.length === 0) names.set('added', 1);
  if (change.revised.length === 0) names.set('deleted', 1);
  if (change.base[0]?.part === 'preamble' && change.revised[0]?.part === 'operative')
    names.set('to operative', 1);
  if (change.base[0]?.part === 'operative' && change.revised[0]?.part === 'preamble')
    names.set('to preamble', 1);
  return names;
}
