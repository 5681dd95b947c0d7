import type { UiLanguage } from '../model/language.ts';
import type { Outcome } from './build-outcome.ts';
import { headFacts } from './head-json.ts';

/** The outcome as `outcome --json` prints it (docs/json.md). */
export function outcomeJson(outcome: Outcome, language: UiLanguage) {
  const flagJson = ({
    rule,
    label,
    polarity,
    severity,
    base,
    revised,
    message,
  }: Outcome['flags'][number]) => ({
    rule,
    label,
    polarity,
    severity,
    base,
    revised,
    message: message[language],
  });
  return {
    schema: 'clausewatch/outcome@1',
    base: headFacts(outcome.base),
    adopted: headFacts(outcome.adopted),
    insertions: outcome.insertions,
    deletions: outcome.deletions,
    proposals: outcome.sponsors.map(({ name, action, fates, adoptedWords, flags }) => ({
      name,
      action,
      adoptedWords,
      gained: fates.filter(({ gained }) => gained !== 'none'),
      lost: fates.filter(({ gained }) => gained === 'none'),
      flags: flags.map(({ flag, isRealised }) => ({ ...flagJson(flag), realised: isRealised })),
    })),
    draftingGroup: { words: outcome.draftingWords },
    flags: outcome.flags.map(flagJson),
  };
}
