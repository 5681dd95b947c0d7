import type { Change, Unit } from '../model/change.ts';
import type { Side } from './side.ts';

/** A change of the document with both its sides read. */
export interface ReadChange {
  readonly change: Change;
  readonly base: Side;
  readonly revised: Side;
}

const ACCOUNTED = /^(lim|safe|ms|actor|partner)\b/u;
/** Share of a lost clause's own words that must come back elsewhere for it to count as carried over. */
const CARRIED_SHARE = 0.45;

/** What of a concept the changes of a document hold after them, counted once for the whole document. */
export interface Account {
  /** Changes whose revised text names the concept more often than their base. */
  readonly grown: ReadonlyMap<string, readonly ReadChange[]>;
  /** Clauses that bind all the work and name the concept. */
  readonly whole: ReadonlyMap<string, readonly ReadChange[]>;
}

const keyOf = (concept: string, member: string): string =>
  concept === 'actor.named' || concept === 'partner' ? `${concept} ${member}` : concept;

/** Counts limits, safeguards and parties over all changes of a document. */
export function openAccount(all: readonly ReadChange[]): Account {
  const grown = new Map<string, ReadChange[]>();
  const whole = new Map<string, ReadChange[]>();
  const put = (map: Map<string, ReadChange[]>, key: string, each: ReadChange): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [each]);
    else list.push(each);
  };
  for (const each of all) {
    if (each.revised.units.length === 0) continue;
    const after = tally(each.revised);
    const before = each.base === each.revised ? after : tally(each.base);
    const isWhole =
      each.change.unit === 'clause' && each.revised.sightings.some((one) => one.concept === 'scope.whole');
    for (const [key, count] of after) {
      if (count > (before.get(key) ?? 0)) put(grown, key, each);
      if (isWhole && /^(?:lim|safe)\./u.test(key)) put(whole, key, each);
    }
  }
  return { grown, whole };
}

function tally(side: Side): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of side.sightings) {
    if (each.isMasked || !ACCOUNTED.test(each.concept)) continue;
    const key = keyOf(each.concept, each.member);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether what a change loses is made good elsewhere in the same resolution: in the heading over the clause, in
 * the sentence that introduces its list, in a clause that governs all the work, or in a clause that took over
 * its words. A limiter that turns up in an unrelated clause makes nothing good.
 */
export function coverOf(subject: ReadChange, account: Account): (concept: string, member: string) => boolean {
  return (concept, member) => {
    const key = keyOf(concept, member);
    const grown = account.grown.get(key) ?? [];
    if (grown.some((other) => other !== subject && (governs(other, subject) || carries(other, subject))))
      return true;
    return (account.whole.get(key) ?? []).some((other) => other !== subject);
  };
}

function governs(other: ReadChange, subject: ReadChange): boolean {
  const above = other.revised.units[0];
  const below = subject.revised.units[0] ?? null;
  if (above === undefined) return false;
  if (below === null) return false;
  if (other.change.unit === 'heading') return isHeadingOf(above, below);
  if (above.section === below.section && above.heading === below.heading) {
    if (below.path.startsWith(`${above.path} `)) return true;
    if (/[:：]\s*$/u.test(above.text) && above.depth <= below.depth) return true;
  }
  return other.revised.sightings.some((each) => each.concept === 'scope.whole');
}

const isHeadingOf = (heading: Unit, unit: Unit): boolean =>
  unit.section === heading.section || unit.heading === heading.text;

function carries(other: ReadChange, subject: ReadChange): boolean {
  const lost = changedWords(subject.base);
  if (lost.size === 0) return false;
  const gained = changedWords(other.revised);
  let back = 0;
  for (const word of lost) if (gained.has(word)) back++;
  return back / lost.size >= CARRIED_SHARE;
}

const wordsOfSides = new WeakMap<Side, ReadonlySet<string>>();

/** Words of a side that the other has not; short ones say nothing about where a thought went. */
function changedWords(side: Side): ReadonlySet<string> {
  let words = wordsOfSides.get(side);
  if (words === undefined) {
    words = new Set(
      side.tokens.flatMap((token, index) =>
        side.changed[index] === true && token.key.length > 3 ? [token.key] : [],
      ),
    );
    wordsOfSides.set(side, words);
  }
  return words;
}
