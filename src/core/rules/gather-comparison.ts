import type { Change, Comparison } from '../model/change.ts';
import { coverOf, openAccount, type ReadChange } from './accounting.ts';
import { gatherFacts, type Facts } from './facts.ts';
import type { CompiledLexicon } from './lexicon.ts';
import type { Ladder } from './rule-pack.ts';
import { readSide } from './side.ts';

/**
 * The facts of every change of a comparison that can raise a flag, in its order. Limits, safeguards and parties
 * are accounted over the whole document first, so that what moved to a heading is not lost.
 */
export function gatherComparison(
  comparison: Comparison,
  lexicon: CompiledLexicon,
  ladders: Readonly<Record<string, Ladder>>,
): readonly Facts[] {
  const read = comparison.changes
    .filter((change) => change.unit !== 'frame')
    .map((change): ReadChange => {
      const revised = readSide(change, 'revised', lexicon);
      // Kept text is read for what it binds and what it still says; both its sides are one.
      const isKept = change.kind === 'unchanged' || change.kind === 'renumbered';
      return { change, base: isKept ? revised : readSide(change, 'base', lexicon), revised };
    });
  const account = openAccount(read);
  return read
    .filter(({ change }) => isWorthJudging(change))
    .map((each) => gatherFacts(each.change, each.base, each.revised, ladders, coverOf(each, account)));
}

/** What was kept, renumbered or only respelt raises nothing; a clause that moved to another part may. */
function isWorthJudging(change: Change): boolean {
  if (change.part === 'frame') return false;
  if (change.kind === 'unchanged' || change.kind === 'renumbered') return false;
  if (change.moved && change.moveScope === 'part') return true;
  if (change.editorial || change.kind === 'editorial') return false;
  return change.spans.some((span) => span.op !== 'equal') || change.moveScope === 'heading';
}
