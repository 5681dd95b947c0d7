import { compareResolutions } from '../diff/compare-resolutions.ts';
import { checkReferences } from '../diff/cross-references.ts';
import type { Message } from '../model/message.ts';
import type { ComparedText, Report } from '../model/report.ts';
import type { Note, Pin } from '../model/review.ts';
import { checkComparison } from '../rules/check-comparison.ts';
import type { RulePack } from '../rules/rule-pack.ts';

/**
 * Everything there is to say about two texts: the comparison, the flags, the reviewer's notes. A proposal
 * without text (NOC, SUP) compares as what it says: NOC changes nothing, SUP deletes every clause.
 */
export function buildReport(
  base: ComparedText,
  revised: ComparedText,
  pack: RulePack,
  notes: readonly Note[],
  pins: readonly Pin[] = [],
): Report {
  const shown = withText(base, revised);
  const comparison = compareResolutions(base.resolution, shown.resolution, { pins });
  const { flags, notChecked } = checkComparison(
    comparison,
    { base: base.resolution, revised: shown.resolution, language: shown.resolution.language },
    pack,
  );
  const messages = [...base.resolution.messages, ...revised.resolution.messages];
  if (base.resolution.language !== revised.resolution.language) {
    messages.push({
      code: 'two-languages',
      message: `the base is in "${base.resolution.language}", the revised text in "${revised.resolution.language}": compare texts of one language`,
    });
  }
  messages.push(...otherInstrument(base, shown));
  for (const pin of comparison.unusedPins ?? []) {
    messages.push({
      code: 'pin-unused',
      message: `the pin ${pin.base ?? '-'} = ${pin.revised ?? '-'} cannot be followed: no such clause here`,
    });
  }
  const references = checkReferences(base.resolution, shown.resolution, comparison);
  const judged = { name: pack.pack, version: pack.version, hash: pack.hash };
  return {
    base,
    revised: shown,
    comparison,
    flags,
    notChecked,
    references,
    notes,
    messages,
    pack: judged,
    ...(pins.length === 0 ? {} : { pins }),
  };
}

/** What a text calls itself: `WTSA Resolution 64`; null where its number line did not say. */
const callName = ({ resolution }: ComparedText): string | null => {
  const { body, instrument, number } = resolution;
  if (number === null) return null;
  return [body ?? '', instrument, number].filter((part) => part !== '').join(' ');
};

/** Two texts that call themselves two different resolutions: most likely one was named by mistake. */
const otherInstrument = (base: ComparedText, revised: ComparedText): Message[] => {
  const [one, other] = [base.resolution, revised.resolution];
  const [from, to] = [callName(base), callName(revised)];
  if (from === null || to === null) return [];
  const isOtherBody = one.body !== null && other.body !== null && one.body !== other.body;
  if (one.number === other.number && !isOtherBody) return [];
  const message = `the base is ${from}, the revised text ${to}: check that they are the same resolution`;
  return [{ code: 'two-resolutions', message }];
};

const hasClauses = ({ resolution }: ComparedText): boolean =>
  resolution.children.some((part) => part.name !== 'frame' && part.children.length > 0);

const withText = (base: ComparedText, revised: ComparedText): ComparedText => {
  if (revised.facts.action !== 'NOC' || hasClauses(revised)) return revised;
  return { facts: revised.facts, resolution: base.resolution };
};
