import type { Facts } from './facts.ts';
import type { Found } from './judge.ts';
import type { Held } from './operators.ts';
import type { RulePack } from './rule-pack.ts';
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
  /** Points of what changed alone, without what the clause keeps and where it stands. */
  readonly moved: number;
  /** Whether the table knows a rule: it weighs shipped rules, and none of a user's own. */
  readonly knows: (rule: string) => boolean;
  /** Whether everything else speaks against what a rule of the table found; rules it does not know stand. */
  readonly outweighs: (rule: string) => boolean;
}

/** Adds up the signs of a change with every table of the pack. */
export function weighSigns(signs: Signs, pack: RulePack): Weighed | null {
  const table = pack.tables.get('red');
  if (table === undefined) return null;
  const red = totalOf(table, signs);
  const knows = (rule: string): boolean => table.points.has(`rule ${rule}`);
  const isAgainst = red < pack.signs.outweighed;
  const sums = new Map<string, number>();
  return {
    signs,
    red,
    moved: movedBy(table, signs),
    knows,
    table: (label) => pack.tables.get(label),
    sumOf: (label) => {
      const known = sums.get(label);
      if (known !== undefined) return known;
      const own = pack.tables.get(label);
      const sum = own === undefined ? -Infinity : totalOf(own, signs);
      sums.set(label, sum);
      return sum;
    },
    outweighs: (rule) => isAgainst && knows(rule),
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
  // What a clause keeps, and where it stands, makes no change red: something must have come, gone or risen.
  if (weighed === null || weighed.red < pack.signs.flag || weighed.moved <= 0 || isExcused(facts, weighed))
    return [];
  const known = named.filter(({ rule }) => rule.experimental !== true && weighed.knows(rule.id));
  // Where a rule names something welcome, it takes more to call the change red.
  const isWelcome = known.some(({ rule }) => rule.polarity === 'green');
  if (weighed.red < pack.signs.flag + (isWelcome ? pack.signs.welcome : 0)) return [];
  const isNamed = known.some(({ rule }) => rule.polarity === 'red');
  const clear = [...pack.tables.keys()].filter(
    (label) => label !== 'red' && weighed.sumOf(label) >= pack.signs.label,
  );
  const labels = clear.length > 0 || isNamed ? clear : nearest(pack, weighed);
  return pack.rules
    .filter(({ when }) => 'signs' in when && labels.includes(when.signs))
    .map((rule) => ({ rule, held: heldBySigns(facts, weighed, rule.label) }));
}

/** Signs of what stays and of where it stands. */
const CONTEXT = /^(?:keeps |under |operative$|ITU not named$|only )/u;

function movedBy(table: SignTable, signs: Signs): number {
  let sum = 0;
  for (const [name, value] of signs) if (!CONTEXT.test(name)) sum += (table.points.get(name) ?? 0) * value;
  return sum;
}

/** Signs that excuse a change which loses nothing. */
const EXCUSES = ['only ordinary telecommunication', 'only training and tools', 'words in another order'];
const LOSSES = ['lim.', 'safe.', 'ms', 'ms.role', 'partner', 'actor.', 'neg'];
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

/** The label that comes nearest, whether or not a rule for it is switched on: another name would be a false one. */
function nearest(pack: RulePack, weighed: Weighed): readonly string[] {
  const labels = [...pack.tables.keys()].filter((label) => label !== 'red');
  const [first] = labels.sort((a, b) => weighed.sumOf(b) - weighed.sumOf(a));
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
    signs: own === undefined ? [] : toldOf(terms, own.start),
    steps: 0,
    // The label and the clause name the finding: which signs showed may differ with the next fit.
    concepts: () => [],
  };
}

/** The heaviest signs, the others together and the start: whole numbers that add up to the label's sum. */
function toldOf(
  terms: readonly (readonly [string, number])[],
  start: number,
): readonly (readonly [string, number])[] {
  const told = terms.slice(0, TOLD).map(([sign, points]) => [sign, Math.round(points)] as const);
  const total = Math.round(terms.reduce((sum, [, points]) => sum + points, start));
  const others = total - start - told.reduce((sum, [, points]) => sum + points, 0);
  return [...told, ...(others === 0 ? [] : [['others', others] as const]), ['start', start]];
}

const placesOf = (facts: Facts, side: 'base' | 'revised', sightings: readonly Sighting[]) =>
  sightings.map((each) => placeOf(facts[side], side, each.from, each.to)).filter((place) => place !== null);
