import { compareResolutions } from '../diff/compare-resolutions.ts';
import { ownKey } from '../diff/prepare.ts';
import { unitsOf } from '../diff/units.ts';
import type { Change, ChangeKind, Comparison } from '../model/change.ts';
import type { Flag } from '../model/flag.ts';
import type { ComparedText } from '../model/report.ts';
import { checkComparison } from '../rules/check-comparison.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { attributeDeletions, type AttributedDeletion } from './attribute-deletions.ts';
import { DRAFTING_GROUP, attributePhrases, type AttributedPhrase } from './attribute.ts';
import type { Action, Negotiation, Proposal } from './negotiation.ts';
import { isRealised } from './realised.ts';

/** What became of one change a sponsor asked for. */
export interface Fate {
  readonly base: readonly string[];
  readonly revised: readonly string[];
  readonly kind: ChangeKind;
  /** `all`: the adopted clause is word for word the sponsor's; `part`: some of its words; `none`: nothing of it. */
  readonly gained: 'all' | 'part' | 'none';
  /** Words it put in, and how many of them the adopted text took up. */
  readonly words: number;
  readonly taken: number;
}

/** A flag of a proposal, and whether the adopted text raises it too. */
export interface FlagFate {
  readonly flag: Flag;
  readonly isRealised: boolean;
}

export interface SponsorOutcome {
  readonly name: string;
  readonly action: Action;
  readonly fates: readonly Fate[];
  /** Words of the adopted insertions that are this sponsor's, shared ones counted in full. */
  readonly adoptedWords: number;
  readonly flags: readonly FlagFate[];
}

/** Whose words were adopted. */
export interface Outcome {
  readonly base: ComparedText;
  readonly adopted: ComparedText;
  readonly comparison: Comparison;
  readonly flags: readonly Flag[];
  readonly insertions: readonly AttributedPhrase[];
  readonly deletions: readonly AttributedDeletion[];
  readonly sponsors: readonly SponsorOutcome[];
  readonly draftingWords: number;
}

/** A heading goes or comes with its clauses: only a reworded one is a wish of its own. */
const isAsked = ({ unit, kind }: Change): boolean =>
  kind !== 'unchanged' &&
  kind !== 'renumbered' &&
  (unit === 'clause' ||
    unit === 'footnote' ||
    (unit === 'heading' && kind !== 'added' && kind !== 'deleted'));

const wordsOf = (units: Change['revised']): string => units.map(({ text }) => ownKey(text)).join('\n');

const fateOf = (
  change: Change,
  name: string,
  adopted: Comparison,
  adoptedKeys: ReadonlySet<string>,
  insertions: readonly AttributedPhrase[],
  deletions: readonly AttributedDeletion[],
): Fate => {
  const paths = change.base.map(({ path }) => path);
  const answer = adopted.changes.find(
    ({ unit, base }) => unit === change.unit && base.some(({ path }) => paths.includes(path)),
  );
  const mine = (sources: readonly string[], base: readonly string[]) =>
    sources.includes(name) &&
    (paths.length === 0 ? base.length === 0 : base.some((path) => paths.includes(path)));
  const own = change.spans.filter(({ op }) => op === 'insert').map(({ text }) => text);
  const words = own.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const here = insertions.filter(
    ({ sources, base, text }) =>
      mine(sources, base) &&
      (paths.length > 0 || wordsOf(change.revised).includes(ownKey(text).split(' ').slice(0, 3).join(' '))),
  );
  const taken = Math.min(
    words,
    here.reduce((sum, phrase) => sum + phrase.words, 0),
  );
  const result = wordsOf(change.revised);
  const isWhole =
    change.revised.length === 0
      ? answer?.revised.length === 0
      : change.base.length === 0
        ? adoptedKeys.has(result)
        : answer !== undefined && wordsOf(answer.revised) === result && answer.moved === change.moved;
  const isPart =
    change.revised.length > 0 && (taken > 0 || deletions.some(({ at, sources }) => mine(sources, [at])));
  return {
    base: paths,
    revised: change.revised.map(({ path }) => path),
    kind: change.kind,
    gained: isWhole ? 'all' : isPart ? 'part' : 'none',
    words,
    taken: isWhole ? words : taken,
  };
};

/**
 * Whose words were adopted: the source of every phrase that is new in the adopted text, what each sponsor gained
 * and lost, what the drafting group wrote, and which of the proposals' flags came true.
 */
export function buildOutcome(
  { base, proposals }: Negotiation,
  adopted: ComparedText,
  pack: RulePack,
): Outcome {
  const comparison = compareResolutions(base.resolution, adopted.resolution);
  const { language } = base.resolution;
  const context = { base: base.resolution, revised: adopted.resolution, language };
  const { flags } = checkComparison(comparison, context, pack);
  const insertions = attributePhrases(comparison, proposals, language);
  const deletions = attributeDeletions(comparison, proposals);
  const keys = new Set(unitsOf(adopted.resolution).map(({ text }) => ownKey(text)));
  const sumOf = (name: string) =>
    insertions.reduce((sum, { sources, words }) => sum + (sources.includes(name) ? words : 0), 0);
  const sponsorOf = (proposal: Proposal): SponsorOutcome => ({
    name: proposal.name,
    action: proposal.action,
    fates: proposal.comparison.changes
      .filter(isAsked)
      .map((change) => fateOf(change, proposal.name, comparison, keys, insertions, deletions)),
    adoptedWords: sumOf(proposal.name),
    flags: proposal.flags.map((flag) => ({ flag, isRealised: isRealised(flag, flags, comparison) })),
  });
  return {
    base,
    adopted,
    comparison,
    flags,
    insertions,
    deletions,
    sponsors: proposals.map(sponsorOf),
    draftingWords: sumOf(DRAFTING_GROUP),
  };
}
