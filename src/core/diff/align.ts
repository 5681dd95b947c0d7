import type { Pairing, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { anchorIdentical } from './anchors.ts';
import { assign } from './assign.ts';
import { findCandidates } from './candidates.ts';
import { addPair, newPairTable, pairsInOrder, type PairTable } from './pairs.ts';
import { applyPins, type PlacedPins } from './pins.ts';
import { NO_WORDS, prepareTexts, type Prepared, type PreparedTexts } from './prepare.ts';
import { findRegroupings, type Regrouping } from './regroup.ts';

/** Clauses of both texts that belong together; an empty side means added or deleted. Places among the clauses of each text. */
export interface Link {
  readonly base: readonly number[];
  readonly revised: readonly number[];
  readonly score: number;
  readonly pairing: Pairing;
}

export interface Alignment {
  readonly base: readonly Prepared[];
  readonly revised: readonly Prepared[];
  /** Every clause of both texts stands in exactly one link. */
  readonly links: readonly Link[];
}

/**
 * Says which clause became which: identical wordings first, then the likeliest of the rest, then splits and
 * merges. Headings only break ties, labels nothing; pins come before everything.
 */
export function alignClauses(
  base: readonly Unit[],
  revised: readonly Unit[],
  language: Language,
  pins: PlacedPins,
): Alignment {
  const whole = prepareTexts(base, revised, language);
  const pairs = newPairTable();
  const texts = applyPins(whole, pins, pairs);
  anchorIdentical(texts.base, texts.revised, pairs);
  const sure = findRegroupings(texts, pairs, true);
  const free = withoutRegrouped(texts, sure);
  for (const pair of assign(findCandidates(free, pairs))) addPair(pairs, pair);
  const regroupings = [...sure, ...findRegroupings(free, pairs, false)];
  // A clause that a split took from its pair may have left a partner free: give it a second chance.
  const rest = withoutRegrouped(texts, regroupings);
  for (const pair of assign(findCandidates(rest, pairs))) addPair(pairs, pair);
  return { base: whole.base, revised: whole.revised, links: toLinks(whole, pairs, regroupings, pins) };
}

/** Empty clauses stand in for the ones that are settled, so that places stay what they are. */
const withoutRegrouped = (texts: PreparedTexts, regroupings: readonly Regrouping[]): PreparedTexts => {
  if (regroupings.length === 0) return texts;
  const usedBase = new Set(regroupings.flatMap(({ kind, one, many }) => (kind === 'split' ? [one] : many)));
  const usedRevised = new Set(
    regroupings.flatMap(({ kind, one, many }) => (kind === 'split' ? many : [one])),
  );
  const blank = (side: readonly Prepared[], used: ReadonlySet<number>) =>
    side.map((clause) => (used.has(clause.index) ? { ...clause, ...NO_WORDS } : clause));
  return { ...texts, base: blank(texts.base, usedBase), revised: blank(texts.revised, usedRevised) };
};

const toLinks = (
  { base, revised }: PreparedTexts,
  pairs: PairTable,
  regroupings: readonly Regrouping[],
  pins: PlacedPins,
): Link[] => {
  const links: Link[] = [];
  const [seenBase, seenRevised] = [new Set<number>(), new Set<number>()];
  const add = (link: Link) => {
    for (const place of link.base) seenBase.add(place);
    for (const place of link.revised) seenRevised.add(place);
    links.push(link);
  };
  for (const { kind, one, many, coverage } of regroupings) {
    const [from, to] = kind === 'split' ? [[one], many] : [many, [one]];
    add({ base: from, revised: to, score: coverage, pairing: { reason: kind, isAmbiguous: false } });
  }
  for (const pair of pairsInOrder(pairs)) {
    const { runnerUp } = pair;
    const rival =
      runnerUp === undefined
        ? undefined
        : runnerUp.base === pair.base
          ? revised[runnerUp.revised]?.unit.path
          : base[runnerUp.base]?.unit.path;
    const named =
      rival === undefined || runnerUp === undefined
        ? {}
        : { runnerUp: { path: rival, score: runnerUp.score } };
    const pairing: Pairing = { reason: pair.reason, ...named, isAmbiguous: pair.isAmbiguous };
    add({ base: [pair.base], revised: [pair.revised], score: pair.score, pairing });
  }
  const alone = (isPinned: boolean): Pairing => ({
    reason: isPinned ? 'pinned' : 'alone',
    isAmbiguous: false,
  });
  for (const { index } of base) {
    if (seenBase.has(index)) continue;
    add({ base: [index], revised: [], score: 0, pairing: alone(pins.base.has(index)) });
  }
  for (const { index } of revised) {
    if (seenRevised.has(index)) continue;
    add({ base: [], revised: [index], score: 0, pairing: alone(pins.revised.has(index)) });
  }
  return links;
};
