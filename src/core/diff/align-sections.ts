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
  const vote = (from: string, to: string, weight: number): void => {
    const key = `${from}\u0000${to}`;
    scores.set(key, { base: from, revised: to, weight: (scores.get(key)?.weight ?? 0) + weight });
  };
  for (const { base: from, revised: to, weight } of votes) vote(from, to, weight);
  const headings = revised.filter(({ unit }) => unit === 'heading');
  for (const from of base) {
    if (from.unit !== 'heading') continue;
    for (const to of headings) {
      if (from.part !== to.part) continue;
      if (matchKey(from.text) === matchKey(to.text)) {
        vote(
          from.section,
          to.section,
          from.section === to.section ? SAME_HEADING_WEIGHT + 1 : SAME_HEADING_WEIGHT,
        );
      } else if (from.verb !== null && from.verb === to.verb && from.addressee === to.addressee) {
        vote(from.section, to.section, SAME_VERB_WEIGHT);
      }
    }
  }
  const byBase = new Map<string, string>();
  const byRevised = new Map<string, string>();
  for (const { base: from, revised: to } of [...scores.values()].sort((a, b) => b.weight - a.weight)) {
    if (byBase.has(from) || byRevised.has(to)) continue;
    byBase.set(from, to);
    byRevised.set(to, from);
  }
  return { byBase, byRevised };
}
