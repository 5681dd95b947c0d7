import { describe, expect, it } from '@jest/globals';
import { checkComparison } from '../../../src/core/rules/check-comparison.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { buildComparison, type FlagCase } from './build-comparison.ts';

const clause = (before: string | null, after: string | null, more: Partial<FlagCase> = {}): FlagCase => ({
  id: 'resolves 1',
  lang: 'en',
  part: 'operative',
  heading: 'instructs the Director of the Telecommunication Standardization Bureau',
  before,
  after,
  ...more,
});

const flagsOf = (...cases: FlagCase[]) =>
  checkComparison(
    buildComparison(cases),
    { base: null, revised: null, language: cases[0]?.lang ?? 'en' },
    CORE_PACK,
  ).flags;

const redLabels = (...cases: FlagCase[]) =>
  flagsOf(...cases)
    .filter((flag) => flag.polarity === 'red' && flag.severity !== 'note')
    .map((flag) => flag.label);

describe('checkComparison', () => {
  it('flags a new operational role and points at the words', () => {
    const [flag] = flagsOf(
      clause(
        'to publish statistics on the root zone;',
        'to publish statistics on the root zone and to supervise changes to the root zone;',
      ),
    ).filter((each) => each.label === 'mandate-expansion');
    expect(flag?.rule).toBe('me-operate');
    expect(flag?.evidence.some((each) => each.side === 'revised' && each.text.includes('root zone'))).toBe(
      true,
    );
    expect(flag?.sum.reduce((sum, [, points]) => sum + points, 0)).toBe(flag?.score);
    for (const text of [flag?.message, flag?.why, flag?.charitable, flag?.cure])
      expect(text?.en.length && text.fr.length).toBeGreaterThan(0);
  });

  it('raises nothing on kept text', () => {
    const text = 'to manage the allocation of IP addresses and to approve the root zone;';
    expect(flagsOf(clause(text, text))).toEqual([]);
  });

  it('takes a limiter that went up to the heading as kept', () => {
    const before = 'to study, within its mandate, the cost of IPv6 training;';
    const after = 'to study the cost of IPv6 training;';
    expect(redLabels(clause(before, after))).toContain('limiter-removed');
    const moved = clause(before, after, {
      heading: 'instructs Study Group 3, within its mandate',
      before_heading: 'instructs Study Group 3',
    });
    expect(redLabels(moved)).not.toContain('limiter-removed');
  });

  it('reads titles as mentions', () => {
    const event = 'the workshop "Standardizing routing: who should manage the DNS?", held in Lomé in 2023;';
    expect(redLabels(clause(null, event, { part: 'preamble', heading: 'noting' }))).toEqual([]);
  });

  it('reads a protective negation as protection', () => {
    const after =
      'that nothing in this resolution gives the Union any part in the allocation of domain names;';
    expect(redLabels(clause(null, after, { heading: 'resolves' }))).toEqual([]);
  });

  it('knows the translations of one term in French', () => {
    const cases = clause(
      "que l'Internet repose sur une démarche multi‑acteurs;",
      "que l'Internet repose sur une démarche multipartite;",
      { lang: 'fr', part: 'preamble', heading: 'notant' },
    );
    expect(redLabels(cases)).toEqual([]);
  });

  it('keeps a fingerprint when the clause is renumbered', () => {
    const before = 'that the process is multistakeholder;';
    const after = 'that the process is intergovernmental;';
    const [one] = flagsOf(clause(before, after));
    const [two] = flagsOf(clause(before, after, { id: 'resolves 7' }));
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/u);
    expect(two?.fingerprint).toBe(one?.fingerprint);
  });

  it('says that a language without cues was not checked', () => {
    const comparison = buildComparison([clause('a', 'b', { lang: 'ar' })]);
    const pack = { ...CORE_PACK, lexicon: () => null };
    const { flags, notChecked } = checkComparison(
      comparison,
      { base: null, revised: null, language: 'ar' },
      pack,
    );
    expect(flags).toEqual([]);
    expect(notChecked[0]?.reason).toContain('not checked');
  });
});
