import type { Change } from '../model/change.ts';

/** True when the clause's words changed in substance. */
const isSubstance = ({ spans, editorial, reasons }: Change): boolean =>
  !editorial && reasons.length > 0 && spans.some(({ op }) => op !== 'equal');

const SCOPES = { part: 0, heading: 1, list: 2 } as const;

/**
 * What a change asks of a reader, most urgent first: words changed under cover of a move, a split or a merge;
 * moves that put a clause under other words; clauses put in or taken out; plain edits; then what moved or was
 * regrouped as it was; then form, numbers, nothing.
 */
const urgency = (change: Change): number => {
  const { kind } = change;
  const isRegrouped = kind === 'split' || kind === 'merged';
  if (isRegrouped && changesWords(change)) return 0;
  if (change.moved && (isRegrouped || isSubstance(change))) return 0;
  if (change.moved && change.moveScope !== 'list') return 1;
  switch (kind) {
    case 'added':
    case 'deleted':
      return 2;
    case 'edited':
      return 3;
    case 'split':
    case 'merged':
    case 'moved':
      return 4;
    case 'editorial':
      return 5;
    case 'renumbered':
      return 6;
    case 'unchanged':
      return 7;
  }
};

const WORD = /[\p{L}\p{N}]/u;
const JOINT = 4;

/** A split or merge that does more than cut and join: beyond the joint ("and", "that") words came or went. */
const changesWords = ({ spans }: Change): boolean => {
  let words = 0;
  for (const { op, text } of spans) {
    if (op !== 'equal') words += text.split(/\s+/u).filter((word) => WORD.test(word)).length;
  }
  return words > JOINT;
};

const PARTS = { operative: 0, annex: 1, preamble: 2, frame: 3 } as const;

/** A list of small numbers that sorts as the change should be looked at: lower first. */
export function rankOf(change: Change): readonly number[] {
  const scope = change.moveScope === undefined ? 3 : SCOPES[change.moveScope];
  return [urgency(change), PARTS[change.part], scope];
}

/**
 * Changes in the order in which to look at them: edits hidden inside moves, splits and merges above plain
 * edits; the operative part above the preamble; moves across parts and headings above moves within a list.
 * Stable: among equals the order given stays.
 */
export function rankChanges(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ change, rank: rankOf(change) }))
    .sort((a, b) => {
      for (const [at, value] of a.rank.entries()) {
        const difference = value - (b.rank[at] ?? 0);
        if (difference !== 0) return difference;
      }
      return 0;
    })
    .map(({ change }) => change);
}
