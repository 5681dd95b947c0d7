// Clausewatch and other diff engines on the same pairs: npm run bench:engines [words...]
// Only the comparison is timed: texts are parsed, Word files zipped and libraries loaded before.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatePair, type GeneratedPair } from '../__tests__/support/generate-pair.ts';
import { ENGINES, isClauseLine, type BenchInput } from './peers.ts';

interface Measured {
  readonly median: number;
  /** The quickest run: the figure that other work on the machine disturbs least. */
  readonly milliseconds: number;
  /** Resident memory after loading, and at its peak, in MB. */
  readonly before: number;
  readonly peak: number;
  readonly heap: number;
  readonly reject: boolean | string;
  readonly accept: boolean | string;
  readonly moves: number | null;
  readonly movedKept: number;
  readonly noise: number;
}

/** A peer that must take longer than this is not run. */
const PATIENCE = 60_000;
const CHILD_TIMEOUT = 180_000;
/** Words of a generated clause, about. */
const WORDS_A_CLAUSE = 27;

const plainOf = (markdown: string): string => markdown.split('\n\n').join('\n');

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** What the child does: one engine on one pair, printed as JSON. */
const measure = async (name: string, file: string): Promise<void> => {
  const { base, revised, trees, lines, truth } = JSON.parse(readFileSync(file, 'utf8')) as GeneratedPair;
  const input: BenchInput = { plain: [plainOf(base), plainOf(revised)], trees };
  const engine = ENGINES.find((one) => one.name === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const run = await engine.prepare(input);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const times: number[] = [];
  let read = await (async () => {
    const start = performance.now();
    const result = await run();
    times.push(performance.now() - start);
    return result;
  })();
  const heap = process.memoryUsage().heapUsed - heapUsed;
  // The first run warms up: it counts only where one run takes long.
  const first = times.pop() ?? 0;
  const budget = performance.now() + 6_000;
  while (first < 20_000 && (times.length < 3 || (times.length < 25 && performance.now() < budget))) {
    const start = performance.now();
    read = await run();
    times.push(performance.now() - start);
  }
  if (times.length === 0) times.push(first);
  const peak = process.resourceUsage().maxRSS / 1024;
  const verdict = await read();
  const amended = new Set(truth.amended);
  const moved = new Set(truth.moved);
  const renumbered = truth.pairs.flatMap(({ base: [from = -1, ...others], revised: [to = -1, ...more] }) => {
    const isPlain = others.length + more.length === 0 && !amended.has(from) && !moved.has(from);
    return isPlain && lines[0][from]?.label !== lines[1][to]?.label ? [to] : [];
  });
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const measured: Measured = {
    median: median(times),
    milliseconds: Math.min(...times),
    before: rss / 2 ** 20,
    peak,
    heap: heap / 2 ** 20,
    reject: verdict.isRejectExact,
    accept: verdict.isAcceptExact,
    moves: verdict.moves,
    movedKept: share([...moved].filter((at) => verdict.keptBase.has(at)).length, moved.size),
    noise: share(renumbered.filter((at) => verdict.markedRevised.has(at)).length, renumbered.length),
  };
  process.stdout.write(`\n${JSON.stringify(measured)}`);
};

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

const told = (isExact: boolean | string): string =>
  typeof isExact === 'string' ? isExact : isExact ? 'yes' : 'NO';

const HEADER = [
  'engine'.padEnd(31),
  'median ms'.padStart(10),
  'best ms'.padStart(9),
  'to ours'.padStart(9),
  'rss MB'.padStart(7),
  'peak'.padStart(6),
  'heap +'.padStart(7),
  'reject / accept'.padStart(17),
  'moves'.padStart(7),
  'moved kept'.padStart(11),
  'noise'.padStart(7),
].join(' ');

const main = (sizes: readonly number[]): void => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-engines-'));
  const seen = new Map<string, { readonly words: number; readonly milliseconds: number }[]>();
  for (const size of sizes) {
    const clauses = Math.round(size / WORDS_A_CLAUSE);
    const part = (share: number) => Math.max(1, Math.round(clauses * share));
    const pair = generatePair({
      seed: size,
      language: 'en',
      clauses,
      amended: 0.1,
      moves: part(0.005) + 2,
      splits: part(0.004),
      merges: part(0.004),
      added: part(0.02),
      deleted: part(0.02),
      subItems: 0.05,
    });
    const words = pair.base.split(/\s+/u).length;
    const file = join(folder, `${size}.json`);
    writeFileSync(file, JSON.stringify(pair));
    const count = pair.base.split('\n').filter(isClauseLine).length;
    console.log(`\n${words} words, ${count} clauses, ${pair.truth.moved.length} moved\n${HEADER}`);
    let ours = Number.NaN;
    for (const { name } of ENGINES) {
      const before = seen.get(name)?.at(-1);
      const expected = before === undefined ? 0 : before.milliseconds * (words / before.words) ** 2;
      // Two runs at the least, and growth that is known to be quadratic for all but line-based engines.
      if (before !== undefined && before.milliseconds > 500 && expected > PATIENCE) {
        console.log(
          `${name.padEnd(31)}    skipped: at its growth it would take about ${Math.round(expected / 1000)} s`,
        );
        continue;
      }
      const child = spawnSync(
        process.execPath,
        ['--expose-gc', fileURLToPath(import.meta.url), '--engine', name, file],
        { encoding: 'utf8', timeout: CHILD_TIMEOUT, maxBuffer: 2 ** 26 },
      );
      if (child.status !== 0) {
        const reason =
          child.error?.message ?? child.stderr.split('\n').find((line) => /Error|error/u.test(line));
        console.log(`${name.padEnd(31)}    skipped: ${reason ?? `ended with ${String(child.status)}`}`);
        continue;
      }
      const one = JSON.parse(child.stdout.split('\n').at(-1) ?? '') as Measured;
      if (Number.isNaN(ours)) ours = one.milliseconds;
      seen.set(name, [...(seen.get(name) ?? []), { words, milliseconds: one.milliseconds }]);
      console.log(
        [
          name.padEnd(31),
          one.median.toFixed(1).padStart(10),
          one.milliseconds.toFixed(1).padStart(9),
          `x ${(one.milliseconds / ours).toFixed(2)}`.padStart(9),
          one.before.toFixed(0).padStart(7),
          one.peak.toFixed(0).padStart(6),
          one.heap.toFixed(0).padStart(7),
          `${told(one.reject)} / ${told(one.accept)}`.padStart(17),
          (one.moves === null ? '-' : String(one.moves)).padStart(7),
          percent(one.movedKept).padStart(11),
          percent(one.noise).padStart(7),
        ].join(' '),
      );
    }
  }
  console.log('\ngrowth: time against words from size to size (1 is linear, 2 quadratic)');
  for (const [name, points] of seen) {
    const steps = points.slice(1).map((point, at) => {
      const last = points[at] ?? point;
      const power = Math.log(point.milliseconds / last.milliseconds) / Math.log(point.words / last.words);
      return `${last.words} to ${point.words}: ${power.toFixed(2)}`;
    });
    if (steps.length > 0) console.log(`${name.padEnd(31)} ${steps.join('   ')}`);
  }
  console.log(
    "\nto ours: best time as a multiple of Clausewatch's; rss: memory after loading; peak: highest in all runs; heap +: after one run;\n" +
      'reject / accept: do the marks give back both texts; moves: how many it speaks of; moved kept: moved clauses whose words are\n' +
      'shown as kept or moved; noise: clauses that were only renumbered and are marked as changed. Clausewatch is given parsed trees,\n' +
      'Docxodus Word files (its time includes reading them), git files, the others strings.',
  );
  rmSync(folder, { recursive: true, force: true });
};

const [, , flag, name, file] = process.argv;
if (flag === '--engine' && name !== undefined && file !== undefined) {
  await measure(name, file);
  // A WebAssembly runtime would keep the process alive.
  process.exit(0);
}
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
main(sizes.length > 0 ? sizes : [3_000, 60_000, 300_000]);
