import { parentPort } from 'node:worker_threads';
import type { JobAnswer, JobOrder } from './job-orders.ts';

/** Makes a thread of this program: does each job it is given and says what came of it. */
export function serveJobs(work: (job: unknown) => Promise<unknown>): void {
  const serve = async ({ at, job }: JobOrder): Promise<JobAnswer> => {
    try {
      return { kind: 'done', at, answer: await work(job) };
    } catch (error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'failed', message, stack };
    }
  };
  parentPort?.on('message', (order: JobOrder) => {
    void serve(order).then((answer) => parentPort?.postMessage(answer));
  });
}
