import { compareResolutions } from '../diff/compare-resolutions.ts';
import type { Comparison } from '../model/change.ts';
import type { Flag, NotChecked } from '../model/flag.ts';
import type { ComparedText } from '../model/report.ts';
import type { Resolution } from '../model/resolution.ts';
import type { Note } from '../model/review.ts';
import { checkComparison } from '../rules/check-comparison.ts';
import type { RulePack } from '../rules/rule-pack.ts';

/** What a proposal asks for; a text that does not say is an amendment. ADD is a resolution that is not there yet. */
export type Action = 'ADD' | 'MOD' | 'NOC' | 'SUP';

/** One proposal as it was tabled. `name` is its column: short and unique in its negotiation. */
export interface Tabled {
  readonly name: string;
  readonly text: ComparedText;
  /** The reviewer's notes on it against the base. */
  readonly notes: readonly Note[];
}

/** A proposal read against the base. */
export interface Proposal extends Tabled {
  readonly action: Action;
  /** The text it comes to: the base itself for NOC, no clause at all for SUP. */
  readonly resolution: Resolution;
  readonly comparison: Comparison;
  readonly flags: readonly Flag[];
  readonly notChecked: readonly NotChecked[];
}

/** One base and all that was tabled on it. */
export interface Negotiation {
  readonly base: ComparedText;
  readonly proposals: readonly Proposal[];
}

const actionOf = ({ facts }: ComparedText): Action => {
  const wanted = facts.action?.toUpperCase();
  return wanted === 'ADD' || wanted === 'NOC' || wanted === 'SUP' ? wanted : 'MOD';
};

const framesOf = ({ children }: Resolution): Resolution['children'] =>
  children.filter(({ name }) => name === 'frame');

const resultOf = (base: Resolution, { resolution }: ComparedText, action: Action): Resolution => {
  if (action === 'NOC') return base;
  if (action === 'SUP') return { ...resolution, children: framesOf(resolution), footnotes: [] };
  return resolution;
};

const withoutText = (resolution: Resolution): Resolution => ({ ...resolution, children: [], footnotes: [] });

/** The base of a resolution that is new: a text without a word, so that everything tabled is put in. */
export function newResolutionBase({ facts, resolution }: ComparedText): ComparedText {
  return {
    facts: { name: NEW_RESOLUTION, kind: 'draft', isModel: facts.isModel },
    resolution: withoutText(resolution),
  };
}

/** Name of the base of a resolution that is new. */
export const NEW_RESOLUTION = '–';

/**
 * One text against the base: NOC touches nothing, SUP deletes everything and ADD touches nothing of what there is
 * and puts everything in, whatever else the document holds.
 */
export function readProposal(base: ComparedText, tabled: Tabled, pack: RulePack): Proposal {
  const action = actionOf(tabled.text);
  const resolution = resultOf(base.resolution, tabled.text, action);
  const from = action === 'ADD' ? withoutText(base.resolution) : base.resolution;
  const comparison = compareResolutions(from, resolution);
  const context = { base: from, revised: resolution, language: base.resolution.language };
  const checked = checkComparison(comparison, context, pack);
  return { ...tabled, action, resolution, comparison, ...checked };
}

/** Reads every proposal against the base, in the order given. */
export function readNegotiation(base: ComparedText, tabled: readonly Tabled[], pack: RulePack): Negotiation {
  return { base, proposals: tabled.map((one) => readProposal(base, one, pack)) };
}
