// How quick the screen is: node scripts/run.mjs bench/tui.ts
import { EventEmitter } from 'node:events';
import { emptyReview } from '../src/core/review/reducer.ts';
import { longReport } from '../__tests__/tui/sample-report.ts';

process.env.FORCE_COLOR = '3';
process.env.CI = 'false';
process.env.NODE_ENV = 'production';
const { runReview } = await import('../src/tui/terminal/run.ts');

/** What a reviewer does for a while: moves, pages, jumps, folds, search, marks. */
const KEYS = [
  'j',
  'j',
  'j',
  '\u0004',
  ']c',
  'j',
  'k',
  ' ',
  ' ',
  'G',
  'g',
  'Z',
  ' ',
  '\u0004',
  'k',
  'Z',
  'v',
  'v',
];
const MORE = [
  'r',
  'u',
  '/clause 1\r',
  '/every two\r',
  'n',
  'n',
  'N',
  '\u001B[B',
  '@',
  'q',
  '?',
  ' ',
  'q',
  '\r',
  'q',
];
const ROUNDS = 12;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

for (const clauses of [2_000, 10_000]) {
  for (const [columns, rows] of [
    [80, 24],
    [140, 40],
  ]) {
    const report = longReport(clauses);
    let bytes = 0;
    const output = Object.assign(new EventEmitter(), {
      columns: columns ?? 80,
      rows: rows ?? 24,
      write: (data: string) => {
        bytes += data.length;
      },
    });
    const none = (): undefined => undefined;
    const input = Object.assign(new EventEmitter(), { setEncoding: none, resume: none, pause: none });
    const opened = performance.now();
    const done = runReview(
      {
        report,
        review: emptyReview('base', 'revised'),
        uiLanguage: 'en',
        color: true,
        author: 'bench',
        save: () => Promise.resolve(),
        exportNotes: () => Promise.resolve(''),
        now: () => '2026-11-20T10:00:00Z',
        newId: () => 'id',
      },
      { input, output, events: new EventEmitter(), suspend: none },
    );
    const first = performance.now() - opened;
    const times: number[] = [];
    const before = bytes;
    for (let round = 0; round < ROUNDS; round++) {
      for (const key of [...KEYS, ...MORE]) {
        const pressed = performance.now();
        input.emit('data', key);
        times.push(performance.now() - pressed);
        await rest();
      }
    }
    times.sort((a, b) => a - b);
    const perKey = Math.round((bytes - before) / times.length);
    input.emit('data', '\u0003');
    await done;
    console.log(
      `${String(clauses).padStart(6)} clauses ${columns}x${rows}: first frame ${first.toFixed(0)} ms, ` +
        `key to frame ${at(times, 0.5)} / ${at(times, 0.95)} / ${at(times, 1)} ms (median / 95 % / worst of ${times.length}), ` +
        `${perKey} bytes a key, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
    );
  }
}
