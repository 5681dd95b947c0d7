import { SEVERITIES, type Flag, type Severity } from '../../core/model/flag.ts';
import type { FlagDecision } from '../../core/model/review.ts';
import type { Say } from '../../core/text/speak.ts';

/** How grave a red flag is; a green one is no danger and is only called green. `say` speaks the report's words. */
export function gradeOf({ polarity, severity }: Flag, say: Say): string {
  return say(polarity === 'green' ? 'polarity.green' : `severity.${severity}`);
}

/** The worst severity of the red flags; null where none is red. */
export function worstOf(flags: readonly Flag[]): Severity | null {
  const grades = flags.filter(({ polarity }) => polarity === 'red').map(({ severity }) => severity);
  return [...SEVERITIES].reverse().find((severity) => grades.includes(severity)) ?? null;
}

/** What was decided on a flag; null while it is open. */
export function decisionOn(
  { fingerprint }: Flag,
  decisions: readonly FlagDecision[] | undefined,
): FlagDecision | null {
  return decisions?.find(({ flag }) => flag === fingerprint) ?? null;
}

/** "Flag dismissed by Ana: it quotes the whole paragraph"; `words` speaks the words of the exports. */
export function tellDecision({ decision, author, reason }: FlagDecision, words: Say): string {
  const told = words(`decision.${decision}`, { author });
  return reason.trim() === '' ? told : `${told}: ${reason}`;
}
