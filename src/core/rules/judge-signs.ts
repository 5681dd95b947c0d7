import type { Facts } from './facts.ts';
import type { Found } from './judge.ts';
import type { Held } from './operators.ts';
import type { Rule, RulePack } from './rule-pack.ts';
import { placeOf, type Sighting } from './side.ts';
import { sumSigns, type Signs, type SignSum } from './signs.ts';

/** The sums of a change: over all, and by label; null for a pack without points. */
export interface Weighed {
  readonly red: SignSum;
  readonly byLabel: ReadonlyMap<string, SignSum>;
  readonly isOutweighed: boolean;
}

/** Adds up the signs of a change with every table of the pack. */
export function weighSigns(signs: Signs, pack: RulePack): Weighed | null {
  const table = pack.tables.get('red');
  if (table === undefined) return null;
  const red = sumSigns(table, signs);
  const byLabel = new Map<string, SignSum>();
  for (const [label, each] of pack.tables) if (label !== 'red') byLabel.set(label, sumSigns(each, signs));
  return { red, byLabel, isOutweighed: red.total < pack.signs.outweighed };
}

/**
 * The rules on signs that hold: each label whose own sum is clear on a change that is red over all; and, where
 * the whole is red and nothing else has spoken, the label that comes nearest.
 */
export function findBySigns(
  facts: Facts,
  pack: RulePack,
  weighed: Weighed | null,
  named: readonly Found[],
): readonly Found[] {
  if (weighed === null || weighed.red.total < pack.signs.flag) return [];
  const rules = pack.rules.filter((rule) => 'signs' in rule.when);
  const clear = rules.filter((rule) => sumOf(rule, weighed) >= pack.signs.label);
  const isNamed = named.some(({ rule }) => rule.polarity === 'red' && rule.experimental !== true);
  const found = clear.length > 0 || isNamed ? clear : nearest(rules, weighed);
  return found.map((rule) => ({ rule, held: heldBySigns(facts, weighed.byLabel.get(rule.label)) }));
}

const sumOf = (rule: Rule, weighed: Weighed): number => weighed.byLabel.get(rule.label)?.total ?? -Infinity;

function nearest(rules: readonly Rule[], weighed: Weighed): readonly Rule[] {
  const [first] = [...rules].sort((a, b) => sumOf(b, weighed) - sumOf(a, weighed));
  return first === undefined ? [] : [first];
}

/** Signs shown as evidence, and signs told with their points, at most. */
const SHOWN = 3;
const TOLD = 6;

function heldBySigns(facts: Facts, sum: SignSum | undefined): Held {
  const spoken = (sum?.terms ?? []).filter(([, points]) => points > 0).slice(0, SHOWN);
  return {
    evidence: () =>
      spoken.flatMap(([sign]) => {
        const [kind = '', concept = ''] = sign.split(' ');
        if (kind === 'gains') return placesOf(facts, 'revised', facts.gainedMembers(concept));
        return kind === 'loses' ? placesOf(facts, 'base', facts.lostMembers(concept)) : [];
      }),
    signs: (sum?.terms ?? []).slice(0, TOLD).map(([sign, points]) => [sign, Math.round(points)] as const),
    steps: 0,
    // The label and the clause name the finding: which signs showed may differ with the next fit.
    concepts: () => [],
  };
}

const placesOf = (facts: Facts, side: 'base' | 'revised', sightings: readonly Sighting[]) =>
  sightings.map((each) => placeOf(facts[side], side, each.from, each.to)).filter((place) => place !== null);
