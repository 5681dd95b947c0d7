/**
 * A meeting of 100 resolutions with 7 proposals each in 2 languages: the full matrix with all flags, and the same
 * from the cache. node scripts/run.mjs bench/meeting.ts [resolutions]
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMeeting } from '../src/app/negotiate/meeting.ts';
import { openLibrary } from '../src/io/library/library.ts';

const COUNT = Number(process.argv[2] ?? 100);
const PROPOSALS = 7;
const MODELS = [
  { id: 'wtsa-64', base: '2022-geneva' },
  { id: 'wtsa-47', base: '2012-dubai' },
];

/** Every copy has words of its own, so that nothing is answered from a memory of another. */
const vary = (text: string, number: number): string =>
  text
    .replace(/\b(?:RESOLUTION|RÉSOLUTION) \d+/g, (found) => found.replace(/\d+/, String(300 + number)))
    .replace(/\b(?:networks|réseaux|registries|registres)\b/g, (found) => `${found} X${number}`);

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-meeting-'));
try {
  let files = 0;
  for (let number = 0; number < COUNT; number++) {
    const { id, base } = MODELS[number % MODELS.length] ?? { id: 'wtsa-64', base: '2022-geneva' };
    const target = join(folder, 'resolutions', `wtsa-${300 + number}`);
    mkdirSync(join(target, 'wtsa-24'), { recursive: true });
    for (const language of ['en', 'fr']) {
      const copy = (from: string, to: string) => {
        writeFileSync(join(target, to), vary(readFileSync(join('resolutions', id, from), 'utf8'), number));
        files++;
      };
      copy(`${base}.${language}.md`, `${base}.${language}.md`);
      // No change asked for is the easy case: six amendments and one NOC.
      const tabled = readdirSync(join('resolutions', id, 'wtsa-24'))
        .filter((file) => file.endsWith(`.${language}.md`))
        .sort();
      for (let at = 0; at < PROPOSALS; at++) {
        const from = tabled[at % tabled.length] ?? '';
        copy(`wtsa-24/${from}`, `wtsa-24/${at < tabled.length ? '' : 'again-'}${from}`);
      }
    }
  }
  const started = performance.now();
  let peak = 0;
  const library = openLibrary(folder);
  const opened = performance.now() - started;
  const context = { library, language: undefined, uiLanguage: 'en' as const };
  const full = await readMeeting('wtsa-24', context, 'bench', () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  });
  const computed = performance.now() - started;
  const again = performance.now();
  const cached = await readMeeting(
    'wtsa-24',
    { ...context, library: openLibrary(folder) },
    'bench',
    () => undefined,
  );
  const answered = performance.now() - again;
  console.log(
    JSON.stringify({
      resolutions: COUNT,
      proposals: PROPOSALS,
      languages: 2,
      files,
      matrices: full.resolutions.length,
      seconds: Math.round(computed / 100) / 10,
      openSeconds: Math.round(opened / 100) / 10,
      peakMB: Math.round(Math.max(peak, process.memoryUsage().rss) / 1048576),
      cached: cached.isCached,
      cachedSeconds: Math.round(answered) / 1000,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
