// How long the red-flag rules take, on dense changes and with more cues: npm run bench:flags
import { readFileSync } from 'node:fs';
import { buildComparison, type FlagCase } from '../__tests__/core/rules/build-comparison.ts';
import { checkComparison } from '../src/core/rules/check-comparison.ts';
import { compilePack } from '../src/core/rules/compile-pack.ts';
import { CORE_PACK } from '../src/core/rules/core-pack.ts';
import type { Lexicon } from '../src/core/rules/lexicon.ts';
import type { RulePack } from '../src/core/rules/rule-pack.ts';

const CHANGES = 500;
const RUNS = 9;

const cases = ['dev', 'probes']
  .flatMap((file) => readFileSync(`fixtures/red-flags/${file}.jsonl`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as FlagCase)
  .filter((each) => each.lang === 'en' && each.before !== null && each.after !== null);
const dense = Array.from({ length: CHANGES }, (_, i): FlagCase => {
  const each = cases[i % cases.length];
  if (each === undefined) throw new Error('no labelled changes');
  return { ...each, id: `item ${String(i)}` };
});
const comparison = buildComparison(dense);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds for all changes, warm: the median of several runs after two that do not count. */
function timed(pack: RulePack): number {
  const times: number[] = [];
  for (let run = -2; run < RUNS; run++) {
    const start = performance.now();
    checkComparison(comparison, { base: null, revised: null, language: 'en' }, pack);
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** The shipped pack cut to about so many cues, or filled up with cues that no text holds. */
function withCues(count: number): RulePack {
  const lexicon: Record<string, string[]> = {};
  let left = count;
  for (const [concept, members] of Object.entries(CORE_PACK.source.lexicon.en ?? {})) {
    const names = members.flatMap((member) => member.split('|')).slice(0, left);
    lexicon[concept] = names;
    left -= names.length;
  }
  if (left > 0) lexicon['bench.other'] = Array.from({ length: left }, (_, i) => `cue${String(i)} of nothing`);
  const cut: Lexicon = lexicon;
  return compilePack({ ...CORE_PACK.source, lexicon: { ...CORE_PACK.source.lexicon, en: cut } });
}

/** The same rules and hits, with cues that no text holds put in beside them. */
function padded(count: number): RulePack {
  const others = Array.from({ length: count }, (_, i) => `cue${String(i)} of nothing`);
  return compilePack({
    ...CORE_PACK.source,
    lexicon: { ...CORE_PACK.source.lexicon, en: { ...CORE_PACK.source.lexicon.en, 'bench.other': others } },
  });
}

const shipped = timed(CORE_PACK);
const hundred = timed(withCues(100));
const thousand = timed(withCues(1000));
const print = (name: string, value: string): void => {
  console.log(`${name.padEnd(52)} ${value}`);
};
print(`${String(CHANGES)} dense changes, shipped pack, warm`, `${shipped.toFixed(0)} ms`);
print('the same with 100 cues', `${hundred.toFixed(0)} ms`);
print('the same with 1,000 cues', `${thousand.toFixed(0)} ms`);
print('1,000 cues against 100', `× ${(thousand / hundred).toFixed(2)}`);
print('shipped pack and 1,000 cues that match nothing', `× ${(timed(padded(1000)) / shipped).toFixed(2)}`);
