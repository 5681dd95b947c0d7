// One comparison again and again, for a profiler: node --cpu-prof scripts/run.mjs bench/profile.ts [clauses] [runs]
import { compareResolutions } from '../src/core/diff/compare-resolutions.ts';
import { generatePair } from '../__tests__/support/generate-pair.ts';

const [clauses = 2_222, runs = 10] = process.argv.slice(2).map(Number);
const part = Math.round(clauses / 50);
const counts = { moves: 20, splits: 9, merges: 9, added: part, deleted: part };
const { trees } = generatePair({
  seed: 60_000,
  language: 'en',
  clauses,
  amended: 0.1,
  subItems: 0.05,
  ...counts,
});
const times: number[] = [];
for (let run = 0; run < runs; run++) {
  const start = performance.now();
  compareResolutions(...trees);
  times.push(performance.now() - start);
}
console.log(times.map((time) => time.toFixed(0)).join(' '), 'ms');
