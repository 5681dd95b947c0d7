// How long a cold start takes, as ratios to bare Node in the same run: npm run bench:cold-start
import { spawn, spawnSync } from 'node:child_process';

const RUNS = 9;
const CHECK = ['dist/cli.js', 'check', 'wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'];
const REVIEW = `${process.execPath} dist/cli.js review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const timed = (args: readonly string[]): number => {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
};

/** Until the first frame stands in a pseudo-terminal (util-linux `script`). */
const firstFrame = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('script', ['-qfc', `stty rows 40 cols 140; ${REVIEW}`, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm-256color' },
    });
    let seen = '';
    let isDone = false;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (isDone || !seen.includes('Res. 64')) return;
      isDone = true;
      resolve(performance.now() - start);
      child.stdin.write('q');
      setTimeout(() => child.kill(), 300);
    });
    child.on('error', reject);
    child.on('close', () => {
      if (!isDone) reject(new Error('the screen never came up'));
    });
  });

const measures: [string, () => number | Promise<number>][] = [
  ['node -e 0', () => timed(['-e', '0'])],
  ['--version', () => timed(['dist/cli.js', '--version'])],
  ['list', () => timed(['dist/cli.js', 'list'])],
  ['check', () => timed(CHECK)],
  ['first frame of the screen, 140x40', firstFrame],
];
const results = new Map<string, number[]>();
for (let run = 0; run < RUNS; run++) {
  for (const [name, measure] of measures) {
    try {
      results.set(name, [...(results.get(name) ?? []), await measure()]);
    } catch (error) {
      if (run === 0)
        console.log(`skipped: ${name} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
}
const bare = median(results.get('node -e 0') ?? [1]);
console.log(`median of ${RUNS} runs\n`);
for (const [name, times] of results) {
  const own = median(times);
  console.log(`${name.padEnd(36)} ${own.toFixed(0).padStart(6)} ms   ${(own / bare).toFixed(1)} x node -e 0`);
}
