import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJobs } from '../../../src/app/pool/run-jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that doubles numbers, and does what is written for some of them. */
const program = (name: string, special: string): string => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ at, job }) => {
  ${special}
  parentPort.postMessage({ kind: 'done', at, answer: { job: 2 * job, by: 'thread' } });
});`,
  );
  return path;
};

const jobs = Array.from({ length: 40 }, (_, at) => at);
const here = (job: number) => Promise.resolve({ job: 2 * job, by: 'here' });
const run = (path: string | null) => {
  const done: number[] = [];
  const answers = runJobs(jobs, { program: path, setting: null, here, onDone: (job) => done.push(job) });
  return answers.then((list) => ({ list, done }));
};
const doubled = jobs.map((job) => 2 * job);

test('answers come in the order of the jobs, and each job is told once', async () => {
  const { list, done } = await run(program('plain', ''));
  expect(list.map(({ job }) => job)).toEqual(doubled);
  expect(done.toSorted((a, b) => a - b)).toEqual(jobs);
  if (availableParallelism() > 1) expect(list.every(({ by }) => by === 'thread')).toBe(true);
});

test('without a program all is done here', async () => {
  const { list, done } = await run(null);
  expect(list).toEqual(doubled.map((job) => ({ job, by: 'here' })));
  expect(done).toEqual(jobs);
});

test('what a dying thread leaves is done here', async () => {
  const { list, done } = await run(program('dying', 'if (job === 7) process.exit(1);'));
  expect(list.map(({ job }) => job)).toEqual(doubled);
  expect(done.toSorted((a, b) => a - b)).toEqual(jobs);
  expect(list[7]?.by).toBe('here');
});

test('a program that cannot start leaves everything to this thread', async () => {
  const path = join(folder, 'broken.mjs');
  writeFileSync(path, 'throw new Error("no");');
  expect((await run(path)).list.map(({ job }) => job)).toEqual(doubled);
});

const hasThreads = availableParallelism() > 1 ? test : test.skip;
hasThreads('a bug in a thread is a bug here', async () => {
  const path = program(
    'buggy',
    "if (job === 3) { parentPort.postMessage({ kind: 'failed', message: 'bug in job 3', stack: '' }); return; }",
  );
  await expect(run(path)).rejects.toThrow('bug in job 3');
});
