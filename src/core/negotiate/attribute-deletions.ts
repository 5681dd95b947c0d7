import type { Comparison } from '../model/change.ts';
import { DRAFTING_GROUP } from './attribute.ts';
import { hunksOn } from './hunks.ts';
import type { Proposal } from './negotiation.ts';
import { wordsOf } from './phrases.ts';

/** Words of the base that the adopted text does not have any more, and who asked for that. */
export interface AttributedDeletion {
  /** Path in the base. */
  readonly at: string;
  readonly text: string;
  readonly sources: readonly string[];
}

/** Share of a cut that a proposal must have cut too to be named for it. */
const COVER = 0.8;
const LEAST_WORDS = 3;

const deletedBy = ({ changes }: Comparison, unit: string, path: string): (readonly [number, number])[] => {
  const change = changes.find((one) => one.unit === unit && one.base.some((base) => base.path === path));
  return change === undefined ? [] : hunksOn(change, path).map(({ start, end }) => [start, end] as const);
};

/** What was cut: runs of three base words and more, each with the proposals that cut at least .8 of it. */
export function attributeDeletions(
  adopted: Comparison,
  proposals: readonly Proposal[],
): AttributedDeletion[] {
  const deletions: AttributedDeletion[] = [];
  for (const change of adopted.changes) {
    if (change.unit === 'frame') continue;
    for (const unit of change.base) {
      for (const { start, end } of hunksOn(change, unit.path)) {
        const text = unit.text.slice(start, end);
        if (wordsOf(text).length < LEAST_WORDS) continue;
        const holders = proposals.filter(({ comparison }) => {
          const cut = deletedBy(comparison, unit.unit, unit.path).reduce(
            (sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
            0,
          );
          return cut >= (end - start) * COVER;
        });
        const sources = holders.length === 0 ? [DRAFTING_GROUP] : holders.map(({ name }) => name);
        deletions.push({ at: unit.path, text: text.trim(), sources });
      }
    }
  }
  return deletions;
}
