import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JobAnswer, JobOrder } from './job-orders.ts';

export interface JobPlan<Job, Answer> {
  /** The program a thread runs (it calls `serveJobs`); null where there is none and all is done here. */
  readonly program: string | null;
  /** What every thread is told at its start. */
  readonly setting: unknown;
  /** The same work in this thread. */
  readonly here: (job: Job) => Promise<Answer>;
  /** Told of each job when it is done, in whatever order. */
  readonly onDone: (job: Job) => void;
}

/** A thread takes so long to start that fewer jobs than these are done sooner here. */
const JOBS_A_THREAD = 6;
/** Each thread holds the rules and what it remembers of words for itself. */
const MOST_THREADS = 3;
/** A young generation this large spares a fifth of the time; larger ones take memory past what a meeting may. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 44 };

/** Gives jobs to one thread until there are no more; a thread that dies leaves its job unanswered. */
const useThread = (
  thread: Worker,
  jobs: readonly unknown[],
  take: () => number | null,
  keep: (at: number, answer: unknown) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const give = (): void => {
      const at = take();
      const job = at === null ? undefined : jobs[at];
      if (at === null || job === undefined) resolve();
      else thread.postMessage({ at, job } satisfies JobOrder);
    };
    thread.on('message', (said: JobAnswer) => {
      if (said.kind === 'failed') {
        reject(Object.assign(new Error(said.message), { stack: said.stack }));
        return;
      }
      keep(said.at, said.answer);
      give();
    });
    // Out of memory, or a program that cannot start: what is left is done in this thread, where a bug shows itself.
    thread.on('error', () => resolve());
    thread.on('exit', () => resolve());
    give();
  });

/**
 * The answers to all jobs, in the order of the jobs: by threads where there is a program for them and more than
 * one processor, else one after the other here. Law: the answers do not depend on how many threads there are.
 * Rejects with the first bug.
 */
export async function runJobs<Job, Answer>(
  jobs: readonly Job[],
  { program, setting, here, onDone }: JobPlan<Job, Answer>,
): Promise<Answer[]> {
  const answers = new Map<number, Answer>();
  const count = Math.min(MOST_THREADS, availableParallelism(), Math.floor(jobs.length / JOBS_A_THREAD));
  if (program !== null && count > 1) {
    const threads = Array.from(
      { length: count },
      () => new Worker(program, { workerData: setting, resourceLimits: LIMITS, execArgv: [] }),
    );
    let next = 0;
    const take = (): number | null => (next < jobs.length ? next++ : null);
    const keep = (at: number, answer: unknown): void => {
      // A thread does the same work as `here`.
      answers.set(at, answer as Answer);
      const job = jobs[at];
      if (job !== undefined) onDone(job);
    };
    try {
      await Promise.all(threads.map((thread) => useThread(thread, jobs, take, keep)));
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  }
  const inOrder: Answer[] = [];
  for (const [at, job] of jobs.entries()) {
    const known = answers.get(at);
    inOrder.push(known ?? (await here(job)));
    if (known === undefined) onDone(job);
  }
  return inOrder;
}
