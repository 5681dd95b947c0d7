import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import type { Language } from '../../../src/core/model/language.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { checkComparison } from '../../../src/core/rules/check-comparison.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { buildComparison, groupCases, type FlagCase } from './build-comparison.ts';

const read = (file: string): FlagCase[] =>
  readFileSync(`fixtures/red-flags/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FlagCase);

/** Ids of cases on which a red flag above a note is raised. */
const flagged = (cases: readonly FlagCase[]): ReadonlySet<string> =>
  new Set(
    groupCases(cases).flatMap((group) =>
      checkComparison(
        buildComparison(group),
        { base: null, revised: null, language: group[0]?.lang ?? 'en' },
        CORE_PACK,
      )
        .flags.filter((flag) => flag.polarity === 'red' && flag.severity !== 'note')
        .flatMap((flag) => [...flag.base, ...flag.revised]),
    ),
  );

const share = (
  cases: readonly FlagCase[],
  polarity: FlagCase['polarity'],
  found: ReadonlySet<string>,
): number => {
  const own = cases.filter((each) => each.polarity === polarity);
  return own.filter((each) => found.has(each.id)).length / own.length;
};

describe('the shipped rules on the labelled changes', () => {
  const cases = [...read('dev.jsonl'), ...read('probes.jsonl')].filter((each) =>
    ['en', 'fr', 'es', 'ru'].includes(each.lang),
  );
  const found = flagged(cases);

  it('finds red changes and leaves harmless and green ones alone', () => {
    expect(share(cases, 'red', found)).toBeGreaterThan(0.95);
    expect(share(cases, 'none', found)).toBeLessThan(0.12);
    expect(share(cases, 'green', found)).toBeLessThan(0.08);
  });

  it('raises nothing where the text was kept', () => {
    const kept = cases
      .filter((each) => each.after !== null)
      .map((each) => ({ ...each, before: each.after, before_part: each.part, before_heading: each.heading }));
    expect([...flagged(kept)]).toEqual([]);
  });

  it('sees red changes turned round as what they then are', () => {
    const swapped = cases
      .filter(
        (each) =>
          each.polarity === 'red' &&
          each.group === undefined &&
          each.before !== null &&
          each.after !== null &&
          found.has(each.id),
      )
      .map((each) => ({
        ...each,
        before: each.after,
        after: each.before,
        part: each.before_part ?? each.part,
        heading: each.before_heading ?? each.heading,
        before_part: each.part,
        before_heading: each.heading,
      }));
    expect(flagged(swapped).size / swapped.length).toBeLessThan(0.2);
  });
});

describe('the shipped rules on a whole document', () => {
  const folder = '../shared/data/documents/en-04-traffic-exchange';
  const runnable = existsSync(folder) ? it : it.skip;
  if (!existsSync(folder)) console.log(`skipped: ${folder} is absent`);

  runnable('flags what its truth names and next to nothing on quiet clauses', () => {
    const base = parseMarkdown(readFileSync(`${folder}/base.md`, 'utf8'));
    const revised = parseMarkdown(readFileSync(`${folder}/revised.md`, 'utf8'));
    const truth = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8')) as {
      flags: { where: string; labels: string[] }[];
      quiet: string[];
      language: Language;
    };
    const { flags } = checkComparison(
      compareResolutions(base, revised),
      { base, revised, language: truth.language },
      CORE_PACK,
    );
    const at = (path: string) => flags.filter((flag) => flag.revised.includes(path));
    for (const { where } of truth.flags) expect([where, at(where).length > 0]).toEqual([where, true]);
    const red = truth.quiet.filter((path) =>
      at(path).some((flag) => flag.polarity === 'red' && flag.severity !== 'note'),
    );
    const wrong = red.filter((path) => !truth.flags.some((flag) => flag.where === path));
    expect(wrong.length / truth.quiet.length).toBeLessThan(0.1);
  });
});

describe('evidence', () => {
  it('quotes the clause at the offsets it names', () => {
    const cases = read('dev.jsonl').filter((each) => each.lang === 'fr');
    for (const group of groupCases(cases)) {
      const { flags } = checkComparison(
        buildComparison(group),
        { base: null, revised: null, language: 'fr' },
        CORE_PACK,
      );
      for (const flag of flags)
        for (const each of flag.evidence) {
          const row = group.find((one) => one.id === each.path);
          const text = each.side === 'base' ? row?.before : row?.after;
          if (text !== undefined && text !== null) expect(text.slice(each.start, each.end)).toBe(each.text);
        }
    }
  });
});
