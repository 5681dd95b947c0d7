// How quick the screen is, measured on the real program in a pseudo-terminal: node scripts/run.mjs bench/tui.ts [starts]
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePair } from '../__tests__/support/generate-pair.ts';
import { startInTerminal } from './terminal-program.ts';

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
  'k',
  'g',
  'j',
  'Z',
  ' ',
  '\u0004',
  'k',
  'Z',
];
const MORE = [
  'v',
  'v',
  'r',
  'u',
  '/that\r',
  'n',
  'n',
  'N',
  '\u001B[B',
  '@',
  'j',
  'q',
  '?',
  ' ',
  'q',
  '\r',
  'q',
];
const ROUNDS = 8;
const [columns, rows] = [140, 40];
const starts = Number(process.argv[2] ?? 5);

const at = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
};

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
mkdirSync(join(folder, 'library'));
/** What any program takes here until its first byte: the terminal, a shell, Node. */
const bare: number[] = [];
for (let start = 0; start < starts; start++) {
  const program = startInTerminal(`${process.execPath} -e "console.log('here')"`, columns, rows, folder);
  bare.push((await program.until('here')) ?? NaN);
  await program.end();
}
console.log(`${columns}x${rows}, median of ${starts} starts; node ${process.version}`);
console.log(`  node -e 0 in the same terminal: ${at(bare, 0.5)} ms`);
for (const clauses of [40, 2_000, 10_000]) {
  const part = Math.ceil(clauses / 50);
  const changes = { amended: 0.1, subItems: 0.05, moves: Math.min(20, part), splits: 1, merges: 1 };
  const pair = generatePair({ seed: 7, language: 'en', clauses, ...changes, added: part, deleted: part });
  const [base, revised] = ['base', 'revised'].map((name) => join(folder, `${name}-${clauses}.md`));
  writeFileSync(base ?? '', pair.base);
  writeFileSync(revised ?? '', pair.revised);
  const command = `${process.execPath} dist/cli.js review ${base} ${revised} --library ${folder}/library`;
  const first: number[] = [];
  const compared: number[] = [];
  let program = startInTerminal(command, columns, rows, folder);
  for (let start = 0; start < starts; start++) {
    if (start > 0) {
      await program.end();
      rmSync(join(folder, 'library', 'reviews'), { recursive: true, force: true });
      program = startInTerminal(command, columns, rows, folder);
    }
    // Every frame has its rules; the comparison alone counts what was seen of it.
    first.push((await program.until('────')) ?? NaN);
    compared.push((await program.until('seen 0')) ?? NaN);
  }
  const times: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const key of [...KEYS, ...MORE]) {
      const answer = await program.press(key);
      if (answer === null) continue;
      times.push(answer.ms);
      bytes.push(answer.bytes);
    }
  }
  const { now, peak, beside } = program.memory();
  await program.end();
  console.log(
    `${String(clauses).padStart(6)} clauses: first frame ${at(first, 0.5)} ms, comparison ${at(compared, 0.5)} ms; ` +
      `key to frame ${at(times, 0.5)} / ${at(times, 0.95)} / ${at(times, 1)} ms (median / 95 % / worst of ${times.length}), ` +
      `${at(bytes, 0.5)} / ${at(bytes, 1)} bytes a key (median / worst); ` +
      `${now.toFixed(0)} MB, peak ${peak.toFixed(0)} MB, comparing process ${beside.toFixed(0)} MB`,
  );
}
rmSync(folder, { recursive: true, force: true });
