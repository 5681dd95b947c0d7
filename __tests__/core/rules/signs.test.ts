import { describe, expect, it } from '@jest/globals';
import { checkComparison } from '../../../src/core/rules/check-comparison.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { gatherComparison } from '../../../src/core/rules/gather-comparison.ts';
import { collectSigns, readSignTables, termsOf, totalOf } from '../../../src/core/rules/signs.ts';
import { signWords } from '../../../src/core/report/rule-words.ts';
import { buildComparison } from './build-comparison.ts';

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

  it('are told with the flag they raise', () => {
    const { flags } = checkComparison(
      comparisonOf(
        null,
        'to complete a blueprint for the way in which host names are looked up in times of crisis;',
      ),
      { base: null, revised: null, language: 'en' },
      CORE_PACK,
    );
    const bySigns = flags.filter((flag) => flag.rule.endsWith('-signs'));
    for (const flag of bySigns) expect(flag.signs?.length).toBeGreaterThan(0);
    expect(flags.some((flag) => flag.polarity === 'red')).toBe(true);
  });
});
