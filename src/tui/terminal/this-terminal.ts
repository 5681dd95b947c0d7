import type { Surroundings } from './run.ts';

/** The colours the terminal has, for chalk; it would take `FORCE_COLOR=0` as leave to drop bold and reverse too. */
const colourDepth = (env: NodeJS.ProcessEnv): '1' | '2' | '3' => {
  if (/^(?:truecolor|24bit)$/iu.test(env.COLORTERM ?? '')) return '3';
  return /256|kitty|ghostty|alacritty|direct/iu.test(env.TERM ?? '') ? '2' : '1';
};

/** True when the program runs on a terminal that a screen can be drawn on. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && process.env.TERM !== 'dumb';
}

/** The terminal and process the program runs in. To be called before Ink is loaded: it reads the environment then. */
export function thisTerminal(): Surroundings {
  const { stdin, stdout, env } = process;
  // With CI=true Ink would print nothing until the end; whoever opens the screen on a terminal wants it now.
  env.CI = 'false';
  env.FORCE_COLOR = colourDepth(env);
  // Whether colours are wanted was settled before; with both set Node would say on the screen that it ignores one.
  delete env.NO_COLOR;
  // A closed terminal makes writing fail; the signal that comes with it ends the program in order.
  stdout.on('error', () => undefined);
  return {
    input: stdin,
    output: stdout,
    events: process,
    suspend: () => {
      // 0: the whole job, so that the shell gets its prompt back also under npm.
      process.kill(0, 'SIGTSTP');
    },
  };
}
