import type { ReviewSession } from './session.ts';

const refusal = (language: ReviewSession['uiLanguage'], base: string, revised: string): string => {
  const plain = `clausewatch check ${base} ${revised}`;
  return language === 'fr'
    ? `clausewatch : la relecture demande un terminal ; « ${plain} » imprime le même rapport.\n`
    : `clausewatch: the review needs a terminal; \`${plain}\` prints the same report.\n`;
};

/** The colours the terminal has, for chalk; it would take `FORCE_COLOR=0` as leave to drop bold and reverse too. */
const colourDepth = (env: NodeJS.ProcessEnv): '1' | '2' | '3' => {
  if (/^(?:truecolor|24bit)$/iu.test(env.COLORTERM ?? '')) return '3';
  return /256|kitty|ghostty|alacritty|direct/iu.test(env.TERM ?? '') ? '2' : '1';
};

/**
 * Opens the review in the terminal and resolves with the exit code: 0 when it was left, 130, 143 or 129 after
 * Ctrl-C or a signal, 2 (with the plain command's name on stderr) where there is no terminal to draw on.
 */
export async function openReview(session: ReviewSession): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  if (!stdin.isTTY || !stdout.isTTY || env.TERM === 'dumb') {
    const { base, revised } = session.report;
    stderr.write(refusal(session.uiLanguage, base.facts.name, revised.facts.name));
    return 2;
  }
  // Ink and chalk read these when they are loaded: with CI=true Ink would print nothing until the end.
  env.CI = 'false';
  env.FORCE_COLOR = colourDepth(env);
  const { runReview } = await import('./terminal/run.ts');
  // A closed terminal makes writing fail; the signal that comes with it ends the program in order.
  stdout.on('error', () => undefined);
  return runReview(session, {
    input: stdin,
    output: stdout,
    events: process,
    suspend: () => {
      // 0: the whole job, so that the shell gets its prompt back also under npm.
      process.kill(0, 'SIGTSTP');
    },
  });
}
