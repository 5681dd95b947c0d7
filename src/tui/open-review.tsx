import type { ReviewSession } from './session.ts';
import { hasTerminal, thisTerminal } from './terminal/this-terminal.ts';

const refusal = (language: ReviewSession['uiLanguage'], base: string, revised: string): string => {
  const plain = `clausewatch check ${base} ${revised}`;
  return language === 'fr'
    ? `clausewatch : la relecture demande un terminal ; « ${plain} » imprime le même rapport.\n`
    : `clausewatch: the review needs a terminal; \`${plain}\` prints the same report.\n`;
};

/**
 * Opens the review in the terminal and resolves with the exit code: 0 when it was left, 130, 143 or 129 after
 * Ctrl-C or a signal, 2 (with the plain command's name on stderr) where there is no terminal to draw on.
 */
export async function openReview(session: ReviewSession): Promise<number> {
  if (!hasTerminal()) {
    const { base, revised } = session.report;
    process.stderr.write(refusal(session.uiLanguage, base.facts.name, revised.facts.name));
    return 2;
  }
  const terminal = thisTerminal();
  const { runReview } = await import('./terminal/run.ts');
  return runReview(session, terminal);
}
