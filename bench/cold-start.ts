// How long a cold start takes, as ratios to bare Node in the same run, beside other programs: npm run bench:cold-start
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInTerminal } from './terminal-program.ts';

const RUNS = Number(process.argv[2] ?? 9);
const TEXTS = ['wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'];
const FILES = ['resolutions/wtsa-64/2022-geneva.en.md', 'resolutions/wtsa-64/wtsa-24/rcc-40a7.en.md'];

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds from start to end; NaN where the program is not there. */
const timed = (command: string, args: readonly string[]): number => {
  const start = performance.now();
  const { error } = spawnSync(command, args, { stdio: 'ignore' });
  return error === undefined ? performance.now() - start : NaN;
};

const node = (...args: string[]): number => timed(process.execPath, args);
const peer = (module: string, ...args: string[]): number => node(`node_modules/${module}`, ...args);
const folder = mkdtempSync(join(tmpdir(), 'clausewatch-cold-'));

/** Until words stand on a screen of 140x40. */
const screen = async (command: string, words: string): Promise<number> => {
  const program = startInTerminal(command, 140, 40, folder);
  const shown = await program.until(words, 20_000);
  await program.end();
  return shown ?? NaN;
};

const REVIEW = `${process.execPath} dist/cli.js review ${TEXTS.join(' ')} --library ${folder}`;
const measures: [string, () => number | Promise<number>][] = [
  ['node -e 0', () => node('-e', '0')],
  ['clausewatch --version', () => node('dist/cli.js', '--version')],
  ['clausewatch --help', () => node('dist/cli.js', '--help')],
  ['  prettier --help', () => peer('prettier/bin/prettier.cjs', '--help')],
  ['  tsc --help', () => peer('typescript/bin/tsc', '--help')],
  ['  eslint --help', () => peer('eslint/bin/eslint.js', '--help')],
  ['clausewatch list', () => node('dist/cli.js', 'list')],
  ['clausewatch diff', () => node('dist/cli.js', 'diff', ...TEXTS)],
  ['clausewatch check', () => node('dist/cli.js', 'check', ...TEXTS)],
  [
    '  git diff --word-diff',
    () => timed('git', ['--no-pager', 'diff', '--no-index', '--word-diff', ...FILES]),
  ],
  ['  pandoc, one of the two to text', () => timed('pandoc', ['-t', 'plain', FILES[0] ?? ''])],
  ['  prettier, the two', () => peer('prettier/bin/prettier.cjs', ...FILES)],
  ['node in a terminal', () => screen(`${process.execPath} -e "console.log('here')"`, 'here')],
  ['clausewatch review, first frame', () => screen(REVIEW, '────')],
  ['clausewatch review, comparison', () => screen(REVIEW, 'seen 0')],
  ['clausewatch, library', () => screen(`${process.execPath} dist/cli.js`, '────')],
];
const results = new Map<string, number[]>();
for (let run = 0; run < RUNS; run++) {
  for (const [name, measure] of measures) results.set(name, [...(results.get(name) ?? []), await measure()]);
}
rmSync(folder, { recursive: true, force: true });
const bare = median(results.get('node -e 0') ?? [1]);
console.log(`median of ${RUNS} runs, node ${process.version}\n`);
for (const [name, times] of results) {
  const own = median(times);
  const told = Number.isNaN(own)
    ? 'not there'
    : `${own.toFixed(0).padStart(6)} ms   ${(own / bare).toFixed(1)} x`;
  console.log(`${name.padEnd(36)} ${told}`);
}
