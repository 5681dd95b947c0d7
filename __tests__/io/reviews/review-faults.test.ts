import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { reviewFolder } from '../../../src/io/reviews/file-names.ts';
import { readReview, writeReview } from '../../../src/io/reviews/review-file.ts';

/** `CLAUSEWATCH_KILLS=200` is the full run. */
const KILLS = Number(process.env.CLAUSEWATCH_KILLS ?? 16);
/** Reviews that are written in turn, so that no run waits long for the lock of a killed one. */
const REVIEWS = 8;
const AT_ONCE = 4;

const program = join('node_modules', '.cache', 'clausewatch', `save-notes-${process.pid}.mjs`);
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reviews-'));
  await build({
    entryPoints: [join('__tests__', 'io', 'reviews', 'save-notes.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { force: true });
});

/** Runs the program; kills it after so many milliseconds from its first word, if asked. Gives what it said it had saved. */
const run = (where: string, name: string, count: number, killAfter: number | null): Promise<string[]> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, where, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (killAfter !== null && timer === undefined)
        timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve(said.split('\n').slice(0, -1));
    });
  });

const isStray = (name: string): boolean => name.endsWith('.tmp');

const filesIn = (where: string): string[] =>
  readdirSync(where, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('saving notes when things go wrong', () => {
  it(`loses and tears nothing in ${KILLS} kills at random moments`, async () => {
    const saved = Array.from({ length: REVIEWS }, () => new Set<string>());
    let killed = 0;
    const worker = async (lane: number): Promise<void> => {
      for (let at = lane; at < KILLS; at += AT_ONCE) {
        const which = at % REVIEWS;
        const where = join(folder, `killed-${which}`);
        const said = await run(where, `p${at}`, 100_000, (at * 37) % 151);
        killed++;
        said.forEach((id) => saved[which]?.add(id));
        // Reading checks every file: a torn one would throw.
        const review = readReview(where, 'base', 'revised', 'en');
        const there = new Set(review.notes.map(({ id }) => id));
        const decided = new Set((review.decisions ?? []).map(({ flag }) => flag));
        const missing = [...(saved[which] ?? [])].filter((id) => !there.has(id) || !decided.has(id));
        expect(missing).toEqual([]);
        for (const { comment } of review.notes) expect(comment.endsWith('lost. ')).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => worker(lane)));
    const total = saved.reduce((sum, ids) => sum + ids.size, 0);
    console.info(`${killed} kills, ${total} saved notes, 0 lost`);
    expect(killed).toBe(KILLS);
    expect(total).toBeGreaterThan(KILLS);
  }, 600_000);

  it('keeps every note of 8 programs that write at once', async () => {
    const where = join(folder, 'at-once');
    const runs = await Promise.all(Array.from({ length: 8 }, (_, at) => run(where, `w${at}`, 25, null)));
    expect(runs.flat()).toHaveLength(200);
    const review = readReview(where, 'base', 'revised', 'en');
    expect(review.notes).toHaveLength(200);
    expect(review.decisions).toHaveLength(200);
    expect(filesIn(where).filter(isStray)).toEqual([]);
  }, 120_000);

  it('takes over the lock of a killed program, and sweeps what it left', () => {
    const where = join(folder, 'stale');
    const own = reviewFolder(where, 'base', 'revised', 'en');
    mkdirSync(join(own, '.lock'), { recursive: true });
    mkdirSync(join(own, 'notes'));
    const [old, fresh] = [join(own, 'notes', '.a.json.1.x.tmp'), join(own, 'notes', '.b.json.2.y.tmp')];
    writeFileSync(old, '{"half');
    writeFileSync(fresh, '{"half');
    utimesSync(old, new Date(0), new Date(0));
    writeReview(
      where,
      { schema: 'clausewatch/review@1', base: 'base', revised: 'revised', notes: [] },
      'en',
      { author: 'Ana' },
    );
    expect(existsSync(old)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    expect(existsSync(join(own, '.lock'))).toBe(false);
  }, 20_000);
});
