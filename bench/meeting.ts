/**
 * A meeting of 100 resolutions with 7 proposals each in 2 languages, by the built program (npm run build first):
 * the full matrix with all flags, the same from the cache, and one thread's time by stage on a fifth of it.
 * node scripts/run.mjs bench/meeting.ts [resolutions]
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsOf } from '../src/app/negotiate/meeting-jobs.ts';
import { openText } from '../src/app/open-text.ts';
import { compareResolutions } from '../src/core/diff/compare-resolutions.ts';
import { buildMatrix } from '../src/core/negotiate/build-matrix.ts';
import type { Proposal } from '../src/core/negotiate/negotiation.ts';
import { overviewOf } from '../src/core/negotiate/overview.ts';
import { CORE_PACK } from '../src/core/rules/core-pack.ts';
import { checkComparison } from '../src/core/rules/check-comparison.ts';
import { openLibrary } from '../src/io/library/library.ts';

const COUNT = Number(process.argv[2] ?? 100);
const PROPOSALS = 7;
const MEETING = 'wtsa-24';
const MODELS = [
  { id: 'wtsa-64', base: '2022-geneva' },
  { id: 'wtsa-47', base: '2012-dubai' },
];

/** Every copy has words of its own, so that nothing is answered from a memory of another. */
const vary = (text: string, number: number): string =>
  text
    .replace(/\b(?:RESOLUTION|RÉSOLUTION) \d+/g, (found) => found.replace(/\d+/, String(300 + number)))
    .replace(/\b(?:networks|réseaux|registries|registres)\b/g, (found) => `${found} X${number}`);

const writeLibrary = (folder: string): number => {
  let files = 0;
  for (let number = 0; number < COUNT; number++) {
    const { id, base } = MODELS[number % MODELS.length] ?? { id: 'wtsa-64', base: '2022-geneva' };
    const target = join(folder, 'resolutions', `wtsa-${300 + number}`);
    mkdirSync(join(target, MEETING), { recursive: true });
    for (const language of ['en', 'fr']) {
      const copy = (from: string, to: string) => {
        writeFileSync(join(target, to), vary(readFileSync(join('resolutions', id, from), 'utf8'), number));
        files++;
      };
      copy(`${base}.${language}.md`, `${base}.${language}.md`);
      // No change asked for is the easy case: six amendments and one more.
      const tabled = readdirSync(join('resolutions', id, MEETING))
        .filter((file) => file.endsWith(`.${language}.md`))
        .sort();
      for (let at = 0; at < PROPOSALS; at++) {
        const from = tabled[at % tabled.length] ?? '';
        copy(`${MEETING}/${from}`, `${MEETING}/${at < tabled.length ? '' : 'again-'}${from}`);
      }
    }
  }
  return files;
};

interface Run {
  readonly seconds: number;
  /** Of all its threads: what it takes whatever else the machine does. */
  readonly cpuSeconds: number;
  readonly peakMB: number;
}

/** Runs the program; its wall time, its processor time and the most memory it held, where the system tells. */
const run = (args: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['dist/cli.js', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let [peakMB, cpuSeconds] = [0, 0];
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
        const times =
          readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8')
            .split(') ')[1]
            ?.split(' ') ?? [];
        cpuSeconds = Math.max(cpuSeconds, (Number(times[11]) + Number(times[12])) / 100);
        peakMB = Math.max(peakMB, Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024));
      } catch {
        // Another system, or just over.
      }
    }, 20);
    child.on('exit', (code) => {
      clearInterval(look);
      const seconds = Math.round(performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, cpuSeconds, peakMB });
      else reject(new Error(`the program ended with ${code ?? 'a signal'}`));
    });
  });

/** Milliseconds of each stage in this one thread, on the first resolutions. */
const stages = async (folder: string): Promise<Record<string, number>> => {
  const spent = { open: 0, compare: 0, check: 0, matrix: 0 };
  const timed = async <Result>(name: keyof typeof spent, work: () => Result | Promise<Result>) => {
    const started = performance.now();
    const result = await work();
    spent[name] += performance.now() - started;
    return result;
  };
  const context = { library: openLibrary(folder), language: undefined, uiLanguage: 'en' as const };
  for (const { id, base, language, texts } of jobsOf(MEETING, context).slice(0, Math.ceil((COUNT * 2) / 5))) {
    if (base === null) continue;
    const own = { ...context, language };
    const from = await timed('open', () => openText(base, own));
    const proposals: Proposal[] = [];
    for (const { id: name, column } of texts) {
      const text = await timed('open', () => openText(name, own));
      const { resolution } = text;
      const comparison = await timed('compare', () => compareResolutions(from.resolution, resolution));
      const both = { base: from.resolution, revised: resolution, language };
      const checked = await timed('check', () => checkComparison(comparison, both, CORE_PACK));
      const action = 'MOD' as const;
      proposals.push({ name: column, text, notes: [], action, resolution, comparison, ...checked });
    }
    await timed('matrix', () => overviewOf(id, language, buildMatrix({ base: from, proposals })));
  }
  return Object.fromEntries(Object.entries(spent).map(([name, time]) => [name, Math.round(time)]));
};

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-meeting-'));
try {
  const files = writeLibrary(folder);
  const args = [
    'matrix',
    MEETING,
    '--library',
    folder,
    '--json',
    '--force',
    '-o',
    join(folder, 'matrix.json'),
  ];
  const full = await run(args);
  const cached = await run(args);
  const { cached: isCached, resolutions } = JSON.parse(readFileSync(join(folder, 'matrix.json'), 'utf8')) as {
    cached: boolean;
    resolutions: readonly unknown[];
  };
  console.log(
    JSON.stringify({
      resolutions: COUNT,
      proposals: PROPOSALS,
      languages: 2,
      files,
      matrices: resolutions.length,
      processors: availableParallelism(),
      full,
      cached: { isCached, ...cached },
      stagesOfAFifth: await stages(folder),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
