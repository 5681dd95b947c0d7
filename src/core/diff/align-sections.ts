import type { Unit } from '../model/change.ts';
import { matchKey } from '../text/match-key.ts';

/** Which section of the base is which of the revised text. */
export interface SectionPairs {
  readonly byBase: ReadonlyMap<string, string>;
  readonly byRevised: ReadonlyMap<string, string>;
}

export interface SectionVote {
  readonly base: string;
  readonly revised: string;
  readonly weight: number;
}

/** A heading that reads the same on both sides speaks as loudly as this many words of shared clauses. */
const SAME_HEADING_WEIGHT = 40;
const SAME_VERB_WEIGHT = 6;

/** A heading that stands more often than this is only held against the one of the same path. */
const MOST_REPEATS = 8;

/** Headings of both sides with the same key. */
const meetings = (
  base: readonly Unit[],
  revised: readonly Unit[],
  keyOf: (unit: Unit) => string | null,
): [Unit, Unit][] => {
  const group = (side: readonly Unit[]) => {
    const groups = new Map<string, Unit[]>();
    for (const unit of side) {
      const key = keyOf(unit);
      if (key === null) continue;
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [unit]);
      else list.push(unit);
    }
    return groups;
  };
  const others = group(revised);
  return [...group(base)].flatMap(([key, list]) => {
    const against = others.get(key) ?? [];
    if (Math.max(list.length, against.length) <= MOST_REPEATS) {
      return list.flatMap((one) => against.map((other): [Unit, Unit] => [one, other]));
    }
    const byPath = new Map(against.map((other) => [other.section, other]));
    return list.flatMap((one): [Unit, Unit][] => {
      const other = byPath.get(one.section);
      return other === undefined ? [] : [[one, other]];
    });
  });
};

/**
 * Pairs sections one to one: by the clauses they share (weight in words), by their headings, and in order.
 * A heading that was reworded over kept clauses stays the same section.
 */
export function alignSections(
  base: readonly Unit[],
  revised: readonly Unit[],
  votes: readonly SectionVote[],
): SectionPairs {
  const scores = new Map<string, SectionVote>();
  const vote = (one: string, other: string, weight: number): void => {
    const key = `${one}\u0000${other}`;
    scores.set(key, { base: one, revised: other, weight: (scores.get(key)?.weight ?? 0) + weight });
  };
  for (const one of votes) vote(one.base, one.revised, one.weight);
  const headings = (side: readonly Unit[]) => side.filter(({ unit }) => unit === 'heading');
  const sameHeading = ({ part, text }: Unit) => `${part} ${matchKey(text)}`;
  const sameVerb = ({ part, verb, addressee }: Unit) =>
    verb === null ? null : `${part} ${verb} ${addressee ?? ''}`;
  const [from, to] = [headings(base), headings(revised)];
  for (const [a, b] of meetings(from, to, sameHeading)) {
    vote(a.section, b.section, a.section === b.section ? SAME_HEADING_WEIGHT + 1 : SAME_HEADING_WEIGHT);
  }
  for (const [a, b] of meetings(from, to, sameVerb)) {
    if (sameHeading(a) !== sameHeading(b)) vote(a.section, b.section, SAME_VERB_WEIGHT);
  }
  const byBase = new Map<string, string>();
  const byRevised = new Map<string, string>();
  for (const { base: one, revised: other } of [...scores.values()].sort((a, b) => b.weight - a.weight)) {
    if (byBase.has(one) || byRevised.has(other)) continue;
    byBase.set(one, other);
    byRevised.set(other, one);
  }
  return { byBase, byRevised };
}
