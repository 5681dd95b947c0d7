import type { Facts } from './facts.ts';
import type { Found } from './judge.ts';
import type { Held } from './operators.ts';
import type { Rule, RulePack } from './rule-pack.ts';
import { placeOf, type Sighting } from './side.ts';
import { sumSigns, type Signs, type SignSum } from './signs.ts';

/** The sums of a change: over all, and by label; null for a pack without points. */
export interface Weighed {
  readonly signs: Signs;
  readonly red: SignSum;
  readonly byLabel: ReadonlyMap<string, SignSum>;
  /** Whether everything else speaks against what a rule of the table found; rules it does not know stand. */
  readonly outweighs: (rule: string) => boolean;
}

/** Adds up the signs of a change with every table of the pack. */
export function weighSigns(signs: Signs, pack: RulePack): Weighed | null {
  const table = pack.tables.get('red');
  if (table === undefined) return null;
  const red = sumSigns(table, signs);
  const byLabel = new Map<string, SignSum>();
  for (const [label, each] of pack.tables) if (label !== 'red') byLabel.set(label, sumSigns(each, signs));
  const isAgainst = red.total < pack.signs.outweighed;
  return { signs, red, byLabel, outweighs: (rule) => isAgainst && table.points.has(`rule ${rule}`) };
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
  if (weighed === null || isExcused(facts, weighed)) return [];
  // Where a rule names something welcome, it takes more to call the change red.
  const isWelcome = named.some(({ rule }) => rule.polarity === 'green');
  if (weighed.red.total < pack.signs.flag + (isWelcome ? pack.signs.welcome : 0)) return [];
  const rules = pack.rules.filter((rule) => 'signs' in rule.when);
  const clear = rules.filter((rule) => sumOf(rule, weighed) >= pack.signs.label);
  const isNamed = named.some(({ rule }) => rule.polarity === 'red' && rule.experimental !== true);
  const found = clear.length > 0 || isNamed ? clear : nearest(rules, weighed);
  return found.map((rule) => ({ rule, held: heldBySigns(facts, weighed.byLabel.get(rule.label)) }));
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
