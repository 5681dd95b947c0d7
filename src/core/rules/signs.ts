import type { Facts } from './facts.ts';
import { isLive, type Side, type Sighting } from './side.ts';

/** Name of a sign to how strongly it shows: `gains obj.names` → 1. Signs that do not show are left out. */
export type Signs = ReadonlyMap<string, number>;

/** Points of one table: where the sum starts, and what each sign adds. Kinds as in the data: gains, loses, … */
export interface SignTable {
  readonly start: number;
  readonly points: ReadonlyMap<string, number>;
}

/** The tables of a pack: `red` for any red flag, one for each red label. */
export type SignTables = ReadonlyMap<string, SignTable>;

/** The tables as they stand in data/rules/signs.yaml: kinds of signs, each a map of subject to points. */
export type SignSource = Readonly<
  Record<string, Readonly<Record<string, number | Readonly<Record<string, number>>>>>
>;

/** Reads the tables of the data: `gains: {obj.names: 4}` becomes the sign `gains obj.names`. */
export function readSignTables(source: SignSource): SignTables {
  const tables = new Map<string, SignTable>();
  for (const [name, kinds] of Object.entries(source)) {
    const points = new Map<string, number>();
    let start = 0;
    for (const [kind, value] of Object.entries(kinds)) {
      if (typeof value === 'number') start = value;
      else
        for (const [subject, each] of Object.entries(value))
          points.set(kind === 'change' ? subject : `${kind} ${subject}`, each);
    }
    tables.set(name, { start, points });
  }
  return tables;
}

/** The sum of the signs that show, from the table's start. */
export function totalOf(table: SignTable, signs: Signs): number {
  let total = table.start;
  for (const [name, value] of signs) {
    const points = table.points.get(name);
    if (points !== undefined) total += points * value;
  }
  return total;
}

/** What each sign adds, the heaviest first. */
export function termsOf(
  table: SignTable,
  signs: Signs,
): readonly (readonly [sign: string, points: number])[] {
  return [...signs]
    .map(([name, value]) => [name, (table.points.get(name) ?? 0) * value] as const)
    .filter(([, points]) => points !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}

/** Sightings of one concept from which on more of them say no more. */
const MOST = 2;
/** Words struck or put in from which on a change counts as large. */
const LARGE = 12;
/** … and up to which it is a word or two slipped in. */
const SMALL = 10;
/** Ladders whose steps are signs. */
const LADDERS = ['work', 'normative', 'modal'] as const;
/** Concepts of grammar: they say how words hang together, nothing of what is meant. */
const GRAMMAR = /^(?:neg\.(?:false|end)|task|cite\.(?:held|title)|frame\.own$)/u;

/**
 * Every sign of a change, by name: concepts gained and lost, steps climbed, part, addressee, size, who stands
 * first, and the rules that fired. No sign decides anything; points weigh them together.
 */
export function collectSigns(facts: Facts, fired: readonly string[]): Signs {
  const signs = new Map<string, number>();
  const add = (name: string, value: number): void => {
    if (value > 0) signs.set(name, value);
  };
  const isMadeGood = facts.concepts.some((concept) => isBound(concept) && lossIsCovered(facts, concept));
  for (const concept of facts.concepts) {
    if (GRAMMAR.test(concept)) continue;
    const gained = members(facts.gainedMembers(concept));
    // The small words of a limit go where the limit goes.
    const lost = isMadeGood && /^(?:sign\.|neg$)/u.test(concept) ? 0 : members(facts.lostMembers(concept));
    const names = namesOf(concept);
    add(names.gains, Math.min(MOST, gained));
    add(names.loses, Math.min(MOST, lost));
    if (gained === 0 && lost === 0 && facts.kept(concept)) add(names.keeps, 1);
  }
  for (const name of LADDERS) {
    const [before, after] = facts.ladder(name);
    add(`raises ${name}`, Math.min(3, after - before) / 3);
    add(`lowers ${name}`, Math.min(3, before - after) / 3);
    add(`reaches ${name}`, after >= 4 && after > before ? 1 : 0);
  }
  const unit = facts.change.revised[0] ?? facts.change.base[0];
  const isOperative = unit?.part === 'operative';
  add('operative', isOperative ? 1 : 0);
  add('new clause', facts.change.base.length === 0 ? 1 : 0);
  add('new clause, operative', facts.change.base.length === 0 && isOperative ? 1 : 0);
  add('deleted clause', facts.change.revised.length === 0 ? 1 : 0);
  add('moved to the operative part', facts.change.base[0]?.part === 'preamble' && isOperative ? 1 : 0);
  for (const hit of new Set(facts.revised.heading.map((each) => each.concept))) add(`under ${hit}`, 1);
  const isItuNamed = [facts.revised.heading, facts.revised.sightings].some((hits) =>
    hits.some((each) => each.concept === 'actor.itu'),
  );
  add('ITU not named', isItuNamed ? 0 : 1);
  const [put, struck] = [countChanged(facts.revised), countChanged(facts.base)];
  add('words put in', Math.min(1, put / LARGE));
  add('words struck', Math.min(1, struck / LARGE));
  add('few words', put + struck <= 6 ? 1 : 0);
  for (const [name, value] of denials(facts)) add(name, value);
  const live = new Set(facts.revised.sightings.filter(isLive).map((each) => each.concept));
  const isContested = [...live].some((concept) => CONTESTED.test(concept));
  add('only ordinary telecommunication', live.has('core') && !isContested ? 1 : 0);
  add('only training and tools', HARMLESS_FRAMES.some((frame) => live.has(frame)) && !isContested ? 1 : 0);
  add('words in another order', put > 0 && struck > 0 && areSameWords(facts.base, facts.revised) ? 1 : 0);
  for (const family of KEPT_FAMILIES) {
    if (!facts.kept(`${family}.`) || facts.change.revised.length === 0) continue;
    add(`puts in beside ${family}`, put > 0 && struck === 0 ? 1 : 0);
    add(`strikes beside ${family}`, struck > 0 && put <= 2 ? 1 : 0);
  }
  if (!isOperative)
    for (const concept of TOLD_OF)
      add(`in the preamble, gains ${concept}`, Math.min(MOST, members(facts.gainedMembers(concept))));
  const [before, after] = [firstActor(facts.base), firstActor(facts.revised)];
  if (before !== after) {
    if (after !== null) add(`first ${after}`, 1);
    if (before !== null) add(`no longer first ${before}`, 1);
  }
  for (const rule of fired) add(`rule ${rule}`, 1);
  return signs;
}

/** Subjects of red flags that are named: beside one of them, neither telecommunication nor a course excuses a task. */
const CONTESTED = /^(?:obj\.(?!internet$)|surv$|sov$|mach\.(?:body|power)$|scope\.lead$)/u;
const HARMLESS_FRAMES = ['frame.course', 'frame.tool', 'frame.own', 'frame.means'];

/** Whether what was put in and what was struck are the same words: a bound that moves inside its clause. */
function areSameWords(base: Side, revised: Side): boolean {
  const words = (side: Side): string =>
    side.tokens
      .flatMap((token, index) => (side.changed[index] === true ? [token.key] : []))
      .sort()
      .join(' ');
  return words(base) === words(revised);
}

/** Where a bound or a safeguard stays, a few words put in or struck beside it are what changes it. */
const KEPT_FAMILIES = ['lim', 'safe', 'obj', 'ms'] as const;
/** What a preamble newly tells of: a role described is a role claimed. */
const TOLD_OF = [
  'actor.itu',
  'actor.states',
  'act.specify',
  'act.operate',
  'sign.hedge',
  'sign.weaker',
] as const;

const isBound = (concept: string): boolean => /^(?:lim|safe)\./u.test(concept);

/** A limit this clause has no longer, and that stands elsewhere now. */
function lossIsCovered(facts: Facts, concept: string): boolean {
  return (
    facts.count('base', concept) > facts.count('revised', concept) && facts.lostMembers(concept).length === 0
  );
}

/** What a denial may hold: things and tasks. A word put into one that is neither qualifies it. */
const SUBSTANCE = /^(?:obj|act|surv|sov|mach|norm|actor|core)\b/u;

/**
 * What happens to what is denied: "responsibilities" that become "exclusive responsibilities" narrow a denial
 * without a contested word; objects struck from one are no longer safe; a new clause that denies gives nothing.
 */
function denials({ base, revised }: Facts): readonly (readonly [string, number])[] {
  const put = changedDenied(revised);
  const struck = changedDenied(base);
  const wasDenied = base.negated.includes(true);
  const total = countChanged(revised);
  const substance = (side: Side): boolean =>
    side.sightings.some((each) => each.isNegated && each.isChanged && SUBSTANCE.test(each.concept));
  return [
    ['qualifies a denial', wasDenied && put > 0 && put <= SMALL && !substance(revised) ? 1 : 0],
    [
      'strikes from a denial',
      wasDenied && revised.negated.includes(true) && struck > 0 && substance(base) ? 1 : 0,
    ],
    ['ends a denial', wasDenied && !revised.negated.includes(true) && revised.units.length > 0 ? 1 : 0],
    ['denies', total >= 5 && put / total >= 0.4 ? 1 : 0],
  ];
}

const changedDenied = (side: Side): number =>
  side.changed.filter((isChanged, index) => isChanged && side.negated[index] === true).length;

const known = new Map<string, { readonly gains: string; readonly loses: string; readonly keeps: string }>();

/** The names of a concept's signs, made once: every change asks for hundreds. */
function namesOf(concept: string) {
  let names = known.get(concept);
  if (names === undefined) {
    names = { gains: `gains ${concept}`, loses: `loses ${concept}`, keeps: `keeps ${concept}` };
    known.set(concept, names);
  }
  return names;
}

const members = (sightings: readonly Sighting[]): number => sightings.length;

const countChanged = (side: Side): number => side.changed.filter(Boolean).length;

/** Who is named first: the one who acts, more often than not. */
function firstActor(side: Side): string | null {
  return side.sightings.find((each) => each.concept.startsWith('actor.') && isLive(each))?.concept ?? null;
}
