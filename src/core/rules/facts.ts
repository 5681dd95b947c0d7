import type { Change } from '../model/change.ts';
import { UNKNOWN_PARTY } from './partners.ts';
import type { Ladder, ConceptRef } from './rule-pack.ts';
import { isLive, type Side, type Sighting } from './side.ts';

/** What is known of one change, computed once; rules only combine it. */
export interface Facts {
  readonly change: Change;
  readonly base: Side;
  readonly revised: Side;
  /** Live sightings of a concept by side. */
  readonly count: (side: 'base' | 'revised', concept: string) => number;
  /** Sightings that the revised text has more of; empty unless the concept as a whole grew. */
  readonly gained: (ref: ConceptRef) => readonly Sighting[];
  /** Sightings that the base text had more of, unless an equal stands elsewhere in the resolution. */
  readonly lost: (ref: ConceptRef) => readonly Sighting[];
  /** Like `gained` and `lost`, but by member: `icann` dropped from a list that still names others. */
  readonly gainedMembers: (ref: ConceptRef) => readonly Sighting[];
  readonly lostMembers: (ref: ConceptRef) => readonly Sighting[];
  readonly kept: (ref: ConceptRef) => boolean;
  /** Levels of the strongest task on a ladder before and after, about the objects given; -1 for none. */
  readonly ladder: (name: string, over?: ConceptRef) => readonly [before: number, after: number];
  readonly concepts: readonly string[];
}

/** Whether a loss in this change is made good elsewhere in the resolution. */
export type IsCovered = (concept: string, member: string) => boolean;

/** All concepts a reference names: itself, any of several, or a family (`obj.`). */
export function resolveRef(ref: ConceptRef, known: Iterable<string>): readonly string[] {
  const refs = typeof ref === 'string' ? [ref] : ref;
  const out: string[] = [];
  for (const each of refs) {
    if (!each.endsWith('.')) out.push(each);
    else for (const concept of known) if (concept.startsWith(each)) out.push(concept);
  }
  return out;
}

/** A limit or safeguard put into a harmless task names strong verbs in order to bound them. */
const GUARD = /^(?:safe\..*|lim\.(?:duplicate|protective))$/u;
const OBJECT = /^(?:obj|core)\b/u;
/** Training and the secretariat's own tools: many strong nouns, one harmless verb over them all. */
const SAFE_FRAME = /^frame\.(?:capacity|tool)$/u;

/** The facts of one change from its two sides. */
export function gatherFacts(
  change: Change,
  base: Side,
  revised: Side,
  ladders: Readonly<Record<string, Ladder>>,
  isCovered: IsCovered,
): Facts {
  const index = (side: Side): Map<string, Sighting[]> => {
    const map = new Map<string, Sighting[]>();
    for (const sighting of side.sightings) {
      if (!isLive(sighting)) continue;
      const list = map.get(sighting.concept);
      if (list === undefined) map.set(sighting.concept, [sighting]);
      else list.push(sighting);
    }
    return map;
  };
  const before = index(base);
  const after = index(revised);
  const concepts = [...new Set([...before.keys(), ...after.keys()])];
  const of = (map: Map<string, Sighting[]>, concept: string): readonly Sighting[] => map.get(concept) ?? [];

  // A party still named is not dropped, though the list around it may be gone.
  const isStillNamed = (partner: string): boolean =>
    revised.sightings.some((each) => `${each.concept} ${each.member}` === partner);
  // A party the lexicon does not know is dropped when its words are.
  const isStillSaid = (each: Sighting): boolean =>
    each.member === UNKNOWN_PARTY &&
    base.tokens
      .slice(each.from, each.to)
      .every(({ key }) => revised.tokens.some((token) => token.key === key));
  const surplus = (from: readonly Sighting[], other: readonly Sighting[]): readonly Sighting[] => {
    if (from.length === 0) return NONE;
    if (other.length === 0) return changedOf(from);
    const rest = new Map<string, number>();
    for (const each of other) rest.set(each.member, (rest.get(each.member) ?? 0) + 1);
    const own = new Map<string, number>();
    for (const each of from) own.set(each.member, (own.get(each.member) ?? 0) + 1);
    const more = from.filter((each) => (own.get(each.member) ?? 0) > (rest.get(each.member) ?? 0));
    return changedOf(more);
  };
  const remembered = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
    const values = new Map<Key, Value>();
    return (key) => {
      if (!values.has(key)) values.set(key, compute(key));
      // Set just above.
      return values.get(key) as Value;
    };
  };
  const refOf = remembered((ref: ConceptRef) => resolveRef(ref, concepts));
  const gainedMembersOf = remembered((concept: string): readonly Sighting[] =>
    surplus(of(after, concept), of(before, concept)),
  );
  const lostMembersOf = remembered((concept: string): readonly Sighting[] =>
    surplus(of(before, concept), of(after, concept)).filter(
      (each) =>
        !isCovered(concept, each.member) &&
        !(concept === 'partner' && (isStillNamed(each.member) || isStillSaid(each))),
    ),
  );
  const gainedOf = (concept: string): readonly Sighting[] =>
    of(after, concept).length > of(before, concept).length ? gainedMembersOf(concept) : [];
  // Limits and safeguards said once less but still said are not lost: a class is lost when none of it is left.
  const lostOf = (concept: string): readonly Sighting[] => {
    const rest = of(after, concept).length;
    if (of(before, concept).length <= rest) return [];
    return rest > 0 && /^(?:lim|safe)\./u.test(concept) ? [] : lostMembersOf(concept);
  };

  const isKept = (concept: string): boolean => before.has(concept) && after.has(concept);

  const climbed = new Map<string, readonly [number, number]>();
  const ladder: Facts['ladder'] = (name, over) => {
    const key = `${name} ${String(over)}`;
    let levels = climbed.get(key);
    if (levels === undefined) {
      levels = climb(name, over);
      climbed.set(key, levels);
    }
    return levels;
  };
  const climb: Facts['ladder'] = (name, over) => {
    const levels = ladders[name]?.levels ?? {};
    const wanted = over === undefined ? null : new Set(resolveRef(over, concepts));
    if (name === 'modal') return [modalLevel(base, levels), modalLevel(revised, levels)];
    return [taskLevel(base, levels, wanted), taskLevel(revised, levels, wanted)];
  };

  return {
    change,
    base,
    revised,
    count: (side, concept) => of(side === 'base' ? before : after, concept).length,
    gained: remembered((ref: ConceptRef) => collect(refOf(ref), gainedOf)),
    lost: remembered((ref: ConceptRef) => collect(refOf(ref), lostOf)),
    gainedMembers: (ref) => (isSingle(ref) ? gainedMembersOf(ref) : collect(refOf(ref), gainedMembersOf)),
    lostMembers: (ref) => (isSingle(ref) ? lostMembersOf(ref) : collect(refOf(ref), lostMembersOf)),
    kept: (ref) => (isSingle(ref) ? isKept(ref) : refOf(ref).some(isKept)),
    ladder,
    concepts,
  };
}

const NONE: readonly Sighting[] = [];

/** One concept by its own name: most questions ask for one, and need no list of them. */
const isSingle = (ref: ConceptRef): ref is string => typeof ref === 'string' && !ref.endsWith('.');

/** Of sightings that came or went, those whose own words changed; all, where only their number did. */
function changedOf(sightings: readonly Sighting[]): readonly Sighting[] {
  const changed = sightings.filter((each) => each.isChanged);
  return changed.length > 0 ? changed : sightings;
}

/** All sightings of several concepts; most have none, and then nothing is built. */
function collect(
  concepts: readonly string[],
  find: (concept: string) => readonly Sighting[],
): readonly Sighting[] {
  let all = NONE;
  for (const concept of concepts) {
    const found = find(concept);
    if (found.length > 0) all = all.length === 0 ? found : [...all, ...found];
  }
  return all;
}

/** A modal word of the head task wins over the heading: "resolves that … may" permits. */
function modalLevel(side: Side, levels: Readonly<Record<string, number>>): number {
  if (side.units.length === 0) return -1;
  let own = -1;
  for (const each of side.sightings)
    if (isLive(each) && levels[each.concept] !== undefined) own = Math.max(own, levels[each.concept] ?? -1);
  if (own !== -1) return own;
  let heading = 0;
  for (const hit of side.heading) heading = Math.max(heading, levels[hit.concept] ?? 0);
  return heading;
}

/**
 * The strongest verb of a task about one of the objects: its head verb, or one that the change put in. A task
 * without a verb of its own goes on under the verb before it.
 */
function taskLevel(
  side: Side,
  levels: Readonly<Record<string, number>>,
  wanted: ReadonlySet<string> | null,
): number {
  let best = -1;
  let head = -1;
  let wasAbout = false;
  const tasks = liveByTask(side);
  side.tasks.forEach((_, index) => {
    const inside = tasks[index] ?? [];
    const verbs = inside.filter((each) => levels[each.concept] !== undefined);
    const first = verbs[0];
    if (first !== undefined) head = levels[first.concept] ?? -1;
    // "… and to decide on them": a task that names no object speaks of the one before.
    const objects = inside.filter((each) => OBJECT.test(each.concept));
    const isAbout = objects.length > 0 ? objects.some((each) => wanted?.has(each.concept)) : wasAbout;
    wasAbout = isAbout;
    if (wanted !== null && !isAbout) return;
    let level = head;
    // What the secretariat does with its own names, servers and documents is no task about other people's.
    // A strong verb put in beside a course that was there before is no part of the course.
    const isTeaching =
      (levels[first?.concept ?? ''] ?? 9) <= 1 &&
      inside.some((each) => SAFE_FRAME.test(each.concept) && each.isChanged) &&
      !(
        first?.isChanged === false && verbs.some((each) => each.isChanged && (levels[each.concept] ?? 0) >= 5)
      );
    const isGuarded =
      first?.isChanged === false &&
      head <= 3 &&
      side.sightings.some((each) => each.task === index && each.isChanged && GUARD.test(each.concept));
    if (inside.some((each) => each.concept === 'frame.own')) level = Math.min(level, 0);
    else if (!isTeaching && !isGuarded)
      for (const each of verbs) if (each.isChanged) level = Math.max(level, levels[each.concept] ?? -1);
    best = Math.max(best, level);
  });
  return best;
}

const tasksOfSides = new WeakMap<Side, readonly (readonly Sighting[])[]>();

/** Live sightings of each task of a side; every ladder of every rule asks for them. */
function liveByTask(side: Side): readonly (readonly Sighting[])[] {
  let tasks = tasksOfSides.get(side);
  if (tasks === undefined) {
    const lists = side.tasks.map((): Sighting[] => []);
    for (const each of side.sightings) if (isLive(each)) lists[each.task]?.push(each);
    tasks = lists;
    tasksOfSides.set(side, tasks);
  }
  return tasks;
}
