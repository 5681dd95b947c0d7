import { describe, expect, it } from '@jest/globals';
import { checkComparison } from '../../../src/core/rules/check-comparison.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { gatherComparison } from '../../../src/core/rules/gather-comparison.ts';
import { collectSigns, readSignTables, termsOf, totalOf } from '../../../src/core/rules/signs.ts';
import { signWords } from '../../../src/core/report/rule-words.ts';
import { readFileSync } from 'node:fs';
import { buildComparison, type FlagCase } from './build-comparison.ts';

const comparisonOf = (before: string | null, after: string | null) =>
  buildComparison([{ id: 'x', lang: 'en', part: 'operative', heading: 'resolves', before, after }]);

function signsOf(before: string | null, after: string | null) {
  const lexicon = CORE_PACK.lexicon('en');
  const [facts] =
    lexicon === null ? [] : gatherComparison(comparisonOf(before, after), lexicon, CORE_PACK.ladders);
  return facts === undefined ? new Map<string, number>() : collectSigns(facts, []);
}

describe('signs', () => {
  it('tell a denial that is qualified from one that is kept', () => {
    const before = 'that nothing in this resolution gives ITU responsibilities for names;';
    const after = 'that nothing in this resolution gives ITU exclusive responsibilities for names;';
    expect(signsOf(before, after).get('qualifies a denial')).toBe(1);
    expect(signsOf(before, before.replace('names', 'domain names')).has('qualifies a denial')).toBe(false);
  });

  it('know a bound that only moves inside its clause', () => {
    const signs = signsOf('to study, where appropriate, masts;', 'to study masts, where appropriate;');
    expect(signs.get('words in another order')).toBe(1);
  });

  it('know ordinary telecommunication and what stands beside it', () => {
    expect(
      signsOf(null, 'to specify the energy limits of base stations;').get('only ordinary telecommunication'),
    ).toBe(1);
    expect(
      signsOf(null, 'to specify the energy limits of base stations and to allocate domain names;').has(
        'only ordinary telecommunication',
      ),
    ).toBe(false);
  });

  it('add up to what the table says', () => {
    const tables = readSignTables({
      red: { start: -10, gains: { 'obj.names': 4 }, change: { 'new clause': 3 } },
    });
    const table = tables.get('red') ?? { start: 0, points: new Map<string, number>() };
    const signs = new Map([
      ['gains obj.names', 2],
      ['new clause', 1],
      ['operative', 1],
    ]);
    expect(totalOf(table, signs)).toBe(1);
    expect(termsOf(table, signs)).toEqual([
      ['gains obj.names', 8],
      ['new clause', 3],
    ]);
  });

  it('have a name in both languages, every one in the tables', () => {
    for (const table of CORE_PACK.tables.values())
      for (const sign of table.points.keys())
        for (const language of ['en', 'fr'] as const) {
          const words = signWords(language, sign);
          expect(words).not.toMatch(/\{|undefined|^sign\./u);
          if (language === 'fr') expect(words).not.toBe(sign);
        }
  });

  it('leave a clause alone that only keeps what is sensitive', () => {
    const rows = readFileSync('fixtures/red-flags/dev.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as FlagCase)
      .filter((row) => row.before !== null && ['en', 'fr'].includes(row.lang));
    const flagged = rows.filter((row) => {
      const before = row.before ?? '';
      const after = before.replace(
        /[;,.]?$/u,
        (end) => `${row.lang === 'fr' ? ', à Bamako' : ', at Bamako'}${end}`,
      );
      const { id, lang, part, heading } = row;
      const { flags } = checkComparison(
        buildComparison([{ id, lang, part, heading, before, after }]),
        { base: null, revised: null, language: lang },
        CORE_PACK,
      );
      return flags.some((flag) => flag.polarity === 'red' && flag.severity !== 'note');
    });
    expect(flagged.length / rows.length).toBeLessThan(0.02);
  });

  it('are told with the flag they raise, and add up', () => {
    const { flags } = checkComparison(
      comparisonOf(
        'that nothing in this resolution gives ITU responsibilities for names;',
        'that nothing in this resolution gives ITU exclusive responsibilities for names, other than those that its members hand over to it;',
      ),
      { base: null, revised: null, language: 'en' },
      CORE_PACK,
    );
    expect(flags.some((flag) => flag.polarity === 'red')).toBe(true);
    for (const flag of flags.filter((each) => each.signs !== undefined))
      expect(flag.signs?.every(([, points]) => Number.isInteger(points))).toBe(true);
  });

  it('say nothing in a language without cues for them, and that is said', () => {
    const comparison = buildComparison([
      {
        id: 'x',
        lang: 'zh',
        part: 'operative',
        heading: '做出决议',
        before: null,
        after: '国际电联管理域名；',
      },
    ]);
    const found = checkComparison(comparison, { base: null, revised: null, language: 'zh' }, CORE_PACK);
    expect(found.flags.filter((flag) => flag.rule.endsWith('-signs'))).toEqual([]);
    expect(found.notChecked.map((each) => each.what)).toContain('me-signs');
  });
});

describe('safeguards', () => {
  it('are lost when the clause that orders them is deleted', () => {
    const { flags } = checkComparison(
      comparisonOf(
        'that any specification approved by the study groups shall respect the privacy of users and the secrecy of correspondence;',
        null,
      ),
      { base: null, revised: null, language: 'en' },
      CORE_PACK,
    );
    expect(flags.map((flag) => flag.label)).toContain('human-rights-safeguard-removed');
  });
});
