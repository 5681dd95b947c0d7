import type { OpeningReview } from '../app/apart/open-apart.ts';
import type { Appearance, ReviewSession } from './session.ts';
import { stayLean } from './terminal/tidy-memory.ts';
import { hasTerminal, thisTerminal } from './terminal/this-terminal.ts';

const refusal = (language: Appearance['uiLanguage'], names: string): string => {
  const plain = `clausewatch check ${names}`;
  return language === 'fr'
    ? `clausewatch : la relecture demande un terminal ; « ${plain} » imprime le même rapport.\n`
    : `clausewatch: the review needs a terminal; \`${plain}\` prints the same report.\n`;
};

/** What a review is opened with: how it looks, the comparison under way, and what the screen gets besides. */
export interface ReviewStart extends OpeningReview {
  readonly appearance: Appearance;
  readonly more: () => Promise<
    Omit<ReviewSession, keyof Appearance | keyof Awaited<ReturnType<OpeningReview['open']>>>
  >;
  /** The texts as the user named them. */
  readonly names: string;
}

/** A first frame by this age of the process, in milliseconds: the comparison when it is there, else its text. */
const FIRST_FRAME = 250;

/**
 * Opens the review in the terminal and resolves with the exit code: 0 when it was left, 130, 143 or 129 after
 * Ctrl-C or a signal, 2 (with the plain command's name on stderr) where there is no terminal to draw on.
 */
export async function openReview({ appearance, more, names, ...opening }: ReviewStart): Promise<number> {
  if (!hasTerminal()) {
    opening.stop();
    process.stderr.write(refusal(appearance.uiLanguage, names));
    return 2;
  }
  const terminal = thisTerminal();
  stayLean();
  const { runOpening } = await import('./opening/run-opening.ts');
  const open = async (): Promise<ReviewSession> => {
    // The screen comes first: all that is behind its keys is loaded while the texts are compared.
    const [opened, others] = await Promise.all([opening.open(), more()]);
    return { ...opened, ...appearance, ...others };
  };
  const patience = Math.max(0, FIRST_FRAME - process.uptime() * 1000);
  const { text, compared, stop } = opening;
  return runOpening({ appearance, open, compared, text, stop, patience }, terminal);
}
