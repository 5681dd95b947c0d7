import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../core/model/report.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import type { Answer, PlainText, Task } from './answers.ts';
import { joinSlices } from './slices.ts';

/** A comparison under way. */
export interface Comparing {
  /** The text under review as it stands; null where it is not shown beforehand. Never rejects. */
  readonly text: Promise<PlainText | null>;
  readonly report: Promise<Report>;
  /** Gives up; the report is never settled after that. */
  readonly stop: () => void;
}

/** Beside the chunks of the build; absent where the sources run as they are. */
const comparer = (): string | null =>
  ['./comparer.js', '../comparer.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? null;

const start = (program: string, task: Task): ChildProcess =>
  fork(program, [JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It lives for a second or two: a small young generation is enough.
    execArgv: ['--max-semi-space-size=8'],
  });

/** Compares in this process: where there is no other program to start. */
const compareHere = ({ base, revised }: Task, context: () => Promise<Context>): Comparing => ({
  text: Promise.resolve(null),
  report: import('../compare-texts.ts').then(async ({ compareTexts }) =>
    compareTexts(base, revised, await context()),
  ),
  stop: () => undefined,
});

/**
 * Compares two texts in a process of its own, so that the screen answers keys meanwhile, keeps its memory, and
 * outlives a text that is too much for the reader. Errors are those of comparing here.
 */
export function compareApart(task: Task, context: () => Promise<Context>): Comparing {
  const program = comparer();
  if (program === null) return compareHere(task, context);
  const child = start(program, task);
  let isStopped = false;
  let showText: (text: PlainText | null) => void = () => undefined;
  const text = new Promise<PlainText | null>((resolve) => {
    showText = resolve;
  });
  const join = joinSlices();
  const report = new Promise<Report>((resolve, reject) => {
    const fail = (error: Error): void => {
      showText(null);
      if (!isStopped) reject(error);
    };
    child.on('message', (message) => {
      // The other end is our own program.
      const answer = message as Answer;
      switch (answer.kind) {
        case 'text':
          showText(answer.text);
          return;
        case 'side':
        case 'changes':
        case 'rest': {
          const whole = join(answer);
          if (whole !== null) resolve(whole);
          return;
        }
        case 'refused':
          fail(new UserError(answer.message, answer.hint === undefined ? {} : { hint: answer.hint }));
          return;
        case 'failed':
          fail(Object.assign(new Error(answer.message), { stack: answer.stack ?? answer.message }));
          return;
      }
    });
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      fail(new Error(`the comparing process ended without an answer (${signal ?? code ?? 'unknown'})`));
    });
  });
  // Whoever waits for the text alone must not be ended by the report's failure.
  report.catch(() => undefined);
  return {
    text,
    report,
    stop: () => {
      isStopped = true;
      child.kill('SIGKILL');
    },
  };
}
