import type { Comparison } from '../model/change.ts';
import type { Flag, NotChecked } from '../model/flag.ts';
import type { Language } from '../model/language.ts';
import type { Resolution } from '../model/resolution.ts';
import { gatherComparison } from './gather-comparison.ts';
import { judge } from './judge.ts';
import { notCheckedIn } from './not-checked.ts';
import type { RulePack } from './rule-pack.ts';

export interface CheckContext {
  readonly base: Resolution | null;
  readonly revised: Resolution | null;
  readonly language: Language;
}

/**
 * The red and green flags of a comparison, in its order, and what could not be checked. A flag is a property
 * of a change: kept text raises none. Limiters and safeguards are accounted over the whole document.
 */
export function checkComparison(
  comparison: Comparison,
  context: CheckContext,
  pack: RulePack,
): { flags: readonly Flag[]; notChecked: readonly NotChecked[] } {
  const notChecked = notCheckedIn(pack, context.language);
  const lexicon = pack.lexicon(context.language);
  if (lexicon === null) return { flags: [], notChecked };
  const family = familyOf(context);
  const hasSigns = [...lexicon.concepts].some((concept) => concept.startsWith('sign.'));
  const isSuppressed = isMostlyDeleted(comparison);
  const flags = gatherComparison(comparison, lexicon, pack.ladders).flatMap((facts) => {
    const found = judge(facts, pack, family, hasSigns);
    // Suppressing a whole resolution removes its limits with its tasks: that is housekeeping, not a red flag.
    return isSuppressed && facts.change.revised.length === 0
      ? found.filter((flag) => flag.polarity !== 'red')
      : found;
  });
  return { flags, notChecked };
}

/** Share of clauses deleted from which on a text counts as suppressed. */
const SUPPRESSED_SHARE = 0.8;

function isMostlyDeleted({ changes }: Comparison): boolean {
  const clauses = changes.filter((change) => change.unit === 'clause' && change.base.length > 0);
  const deleted = clauses.filter((change) => change.kind === 'deleted').length;
  return clauses.length >= 5 && deleted / clauses.length >= SUPPRESSED_SHARE;
}

/** The resolution's lasting name, whatever its revision. */
function familyOf(context: CheckContext): string {
  const text = context.base ?? context.revised;
  return text === null ? '' : `${text.body ?? ''} ${text.instrument} ${text.number ?? text.title}`;
}
