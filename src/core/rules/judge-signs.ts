import type { Facts } from './facts.ts';
import type { Found } from './judge.ts';
import type { Held } from './operators.ts';
import type { Rule, RulePack } from './rule-pack.ts';
import { placeOf, type Sighting } from './side.ts';
import { totalOf, termsOf, type Signs, type SignTable } from './signs.ts';

/** The sums of a change: over all, and by label; null for a pack without points. */
export interface Weighed {
  readonly signs: Signs;
  /** Sum over all. */
  readonly red: number;
  /** Table of a label, and its sum; worked out when asked for. */
  readonly table: (label: string) => SignTable | undefined;
  readonly sumOf: (label: string) => number;
  /** Whether everything else speaks against what a rule of the table found; rules it does not know stand. */
  readonly outweighs: (rule: string) => boolean;
}

/** Adds up the signs of a change with every table of the pack. */
export function weighSigns(signs: Signs, pack: RulePack): Weighed | null {
  const table = pack.tables.get('red');
  if (table === undefined) return null;
  const red = totalOf(table, signs);
  const isAgainst = red < pack.signs.outweighed;
  const sums = new Map<string, number>();
  return {
    signs,
    red,
    table: (label) => pack.tables.get(label),
    sumOf: (label) => {
      const known = sums.get(label);
      if (known !== undefined) return known;
      const own = pack.tables.get(label);
      const sum = own === undefined ? -Infinity : totalOf(own, signs);
      sums.set(label, sum);
      return sum;
    },
    outweighs: (rule) => isAgainst && table.points.has(`rule ${rule}`),
  };
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
  if (weighed === null || weighed.red < pack.signs.flag || isExcused(facts, weighed)) return [];
  // Where a rule names something welcome, it takes more to call the change red.
  const isWelcome = named.some(({ rule }) => rule.polarity === 'green');
  if (weighed.red < pack.signs.flag + (isWelcome ? pack.signs.welcome : 0)) return [];
  const rules = pack.rules.filter((rule) => 'signs' in rule.when);
  const clear = rules.filter((rule) => weighed.sumOf(rule.label) >= pack.signs.label);
  const isNamed = named.some(({ rule }) => rule.polarity === 'red' && rule.experimental !== true);
  const found = clear.length > 0 || isNamed ? clear : nearest(rules, weighed);
  return found.map((rule) => ({ rule, held: heldBySigns(facts, weighed, rule.label) }));
}

/** Signs that excuse a change which loses nothing. */
const EXCUSES = ['only ordinary telecommunication', 'only training and tools', 'words in another order'];
const LOSSES = [
  'lim.',
  'safe.',
  'ms',
  'partner',
  'actor.civil',
  'actor.technical',
  'actor.academia',
  'actor.everyone',
];
const ENTRIES = [
  'surv',
  'surv.told',
  'sov',
  'sov.told',
  'ms.closed',
  'ms.lateral',
  'ms.subordinate',
  'law.national',
];

/**
 * A sum cannot excuse: a strong task on ordinary telecommunication, a course, a tool of the secretariat or the
 * same words in another order stays quiet, as long as no bound, safeguard or party goes and no watching comes in.
 */
function isExcused(facts: Facts, { signs }: Weighed): boolean {
  return (
    EXCUSES.some((sign) => signs.has(sign)) &&
    facts.lostMembers(LOSSES).length === 0 &&
    facts.gainedMembers(ENTRIES).length === 0
  );
}

function nearest(rules: readonly Rule[], weighed: Weighed): readonly Rule[] {
  const [first] = [...rules].sort((a, b) => weighed.sumOf(b.label) - weighed.sumOf(a.label));
  return first === undefined ? [] : [first];
}

/** Signs shown as evidence, and signs told with their points, at most. */
const SHOWN = 3;
const TOLD = 6;

function heldBySigns(facts: Facts, { signs, table }: Weighed, label: string): Held {
  const own = table(label);
  const terms = own === undefined ? [] : termsOf(own, signs);
  const spoken = terms.filter(([, points]) => points > 0).slice(0, SHOWN);
  return {
    evidence: () =>
      spoken.flatMap(([sign]) => {
        const [kind = '', concept = ''] = sign.split(' ');
        if (kind === 'gains') return placesOf(facts, 'revised', facts.gainedMembers(concept));
        return kind === 'loses' ? placesOf(facts, 'base', facts.lostMembers(concept)) : [];
      }),
    signs: terms.slice(0, TOLD).map(([sign, points]) => [sign, Math.round(points)] as const),
    steps: 0,
    // The label and the clause name the finding: which signs showed may differ with the next fit.
    concepts: () => [],
  };
}

const placesOf = (facts: Facts, side: 'base' | 'revised', sightings: readonly Sighting[]) =>
  sightings.map((each) => placeOf(facts[side], side, each.from, each.to)).filter((place) => place !== null);
