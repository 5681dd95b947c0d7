import type { Evidence } from '../model/flag.ts';
import type { Facts } from './facts.ts';
import { resolveRef } from './facts.ts';
import type { Condition, ConceptRef, LadderMove, Place } from './rule-pack.ts';
import { isLive, placeOf, type Sighting } from './side.ts';

/** What a condition found: null when it does not hold. */
export interface Held {
  /** Looked up only for what is flagged. */
  readonly evidence: () => readonly Evidence[];
  /** Levels climbed on a ladder, for the severity sum. */
  readonly steps: number;
  /** The signs that weighed most, for a rule on signs. */
  readonly signs?: readonly (readonly [sign: string, points: number])[];
  /** Concepts that took part, for the fingerprint. */
  readonly concepts: () => readonly string[];
}

const NOTHING: Held = { evidence: () => [], steps: 0, concepts: () => [] };

const join = (parts: readonly Held[]): Held => ({
  evidence: () => parts.flatMap((part) => part.evidence()),
  steps: Math.max(0, ...parts.map((part) => part.steps)),
  concepts: () => parts.flatMap((part) => part.concepts()),
});

/** Whether a condition holds on a change, and by what. */
export function evaluate(condition: Condition, facts: Facts): Held | null {
  if ('all' in condition) {
    const parts: Held[] = [];
    for (const each of condition.all) {
      const held = evaluate(each, facts);
      if (held === null) return null;
      parts.push(held);
    }
    return join(parts);
  }
  if ('any' in condition) {
    const parts: Held[] = [];
    for (const each of condition.any) {
      const held = evaluate(each, facts);
      if (held !== null) parts.push(held);
    }
    return parts.length === 0 ? null : join(parts);
  }
  if ('none' in condition)
    return condition.none.some((each) => evaluate(each, facts) !== null) ? null : NOTHING;
  if ('gains' in condition) return seen(facts, 'revised', facts.gained(condition.gains), condition.min);
  if ('loses' in condition) return seen(facts, 'base', facts.lost(condition.loses), condition.min);
  if ('keeps' in condition) return facts.kept(condition.keeps) ? NOTHING : null;
  if ('replaces' in condition) return evaluateReplaces(condition.replaces, facts);
  if ('widens' in condition) return evaluateWidens(condition.widens, facts);
  if ('raises' in condition) return evaluateLadder(condition.raises, facts, 1);
  if ('lowers' in condition) return evaluateLadder(condition.lowers, facts, -1);
  if ('moves' in condition) return evaluateMoves(condition.moves, facts);
  if ('flips' in condition) return evaluateFlips(condition.flips, facts);
  if ('truncates' in condition)
    return seen(facts, 'base', facts.lostMembers(condition.truncates.list), condition.truncates.min);
  if ('signs' in condition) return null;
  if ('agent' in condition) return hasAgent(condition.agent, facts) ? NOTHING : null;
  return hasAddressee(condition.addressee, facts) ? NOTHING : null;
}

function seen(
  facts: Facts,
  side: 'base' | 'revised',
  sightings: readonly Sighting[],
  min: number | undefined,
): Held | null {
  if (sightings.length < (min ?? 1)) return null;
  if (min !== undefined && new Set(sightings.map((each) => `${each.concept} ${each.member}`)).size < min)
    return null;
  return {
    evidence: () => placesOf(facts, side, sightings),
    steps: 0,
    concepts: () => sightings.map((each) => each.concept),
  };
}

function placesOf(
  facts: Facts,
  side: 'base' | 'revised',
  sightings: readonly Sighting[],
): readonly Evidence[] {
  return sightings
    .map((each) => placeOf(facts[side], side, each.from, each.to))
    .filter((place) => place !== null);
}

function evaluateReplaces(pair: { from: ConceptRef; to: ConceptRef }, facts: Facts): Held | null {
  const from = seen(facts, 'base', facts.lostMembers(pair.from), 1);
  const to = seen(facts, 'revised', facts.gainedMembers(pair.to), 1);
  return from === null || to === null ? null : join([from, to]);
}

function evaluateWidens(pair: { from: ConceptRef; to: ConceptRef }, facts: Facts): Held | null {
  const known = new Set(
    resolveRef(
      pair.from,
      facts.base.sightings.map((each) => each.concept),
    ),
  );
  const had = facts.base.sightings.some((each) => known.has(each.concept));
  return had ? seen(facts, 'revised', facts.gained(pair.to), 1) : null;
}

function evaluateLadder(move: LadderMove, facts: Facts, direction: 1 | -1): Held | null {
  const [before, after] = facts.ladder(move.ladder, move.over);
  const climbed = (after - before) * direction;
  if (climbed < (move.by ?? 1)) return null;
  if (move.to !== undefined && (after - move.to) * direction < 0) return null;
  // To come down one must still stand on the ladder: a task struck or without a verb is not a weaker task.
  if (direction === -1 && after < 0) return null;
  const steps = before < 0 ? Math.max(0, climbed - 1) : climbed;
  const side = direction === 1 ? 'revised' : 'base';
  const objects = (): readonly Sighting[] => {
    const over = move.over === undefined ? [] : resolveRef(move.over, facts.concepts);
    const found = facts[side].sightings.filter((each) => isLive(each) && over.includes(each.concept));
    const changed = found.filter((each) => each.isChanged);
    return (changed.length > 0 ? changed : found).slice(0, 2);
  };
  return {
    evidence: () => placesOf(facts, side, objects()),
    steps,
    concepts: () => objects().map((each) => each.concept),
  };
}

const partOf = (facts: Facts, side: 'base' | 'revised'): Place => facts.change[side][0]?.part ?? 'nowhere';

function evaluateMoves(move: { from?: Place; to?: Place }, facts: Facts): Held | null {
  const from = partOf(facts, 'base');
  const to = partOf(facts, 'revised');
  if (from === to) return null;
  if (move.from !== undefined && move.from !== from) return null;
  if (move.to !== undefined && move.to !== to) return null;
  return NOTHING;
}

/** A thing that was denied and is now said: "confined to" → "not confined to", "shall not" → "may". */
function evaluateFlips(ref: ConceptRef, facts: Facts): Held | null {
  if (!facts.base.sightings.some((each) => each.isNegated)) return null;
  const wanted = new Set(
    resolveRef(
      ref,
      facts.base.sightings.map((each) => each.concept),
    ),
  );
  const denied = facts.base.sightings.filter(
    (each) => wanted.has(each.concept) && each.isNegated && !each.isMasked,
  );
  const said = facts.revised.sightings.filter(
    (each) =>
      isLive(each) && denied.some((other) => other.concept === each.concept && other.member === each.member),
  );
  const stillDenied = facts.revised.sightings.filter((each) => wanted.has(each.concept) && each.isNegated);
  if (said.length === 0 || stillDenied.length >= denied.length) return null;
  return seen(facts, 'revised', said, 1);
}

function hasAgent(ref: ConceptRef, facts: Facts): boolean {
  const known = new Set(resolveRef(ref, facts.concepts));
  if (facts.revised.sightings.some((each) => known.has(each.concept) && isLive(each))) return true;
  return hasAddressee(ref, facts);
}

function hasAddressee(ref: ConceptRef, facts: Facts): boolean {
  const hits = [...facts.revised.heading, ...facts.base.heading];
  const wanted = new Set(
    resolveRef(
      ref,
      hits.map((hit) => hit.concept),
    ),
  );
  return hits.some((hit) => wanted.has(hit.concept));
}
