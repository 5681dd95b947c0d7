import { describe, expect, it } from '@jest/globals';
import { checkComparison } from '../../../src/core/rules/check-comparison.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { readSide, type Sighting } from '../../../src/core/rules/side.ts';
import { buildComparison, type FlagCase } from './build-comparison.ts';

const clause = (before: string | null, after: string, lang: FlagCase['lang'] = 'en'): FlagCase => ({
  id: 'resolves 1',
  lang,
  part: 'operative',
  heading: lang === 'en' ? 'resolves' : 'décide',
  before,
  after,
});

function sightings(text: string, lang: FlagCase['lang'] = 'en'): readonly Sighting[] {
  const [change] = buildComparison([clause(null, text, lang)]).changes;
  const lexicon = CORE_PACK.lexicon(lang);
  if (change === undefined || lexicon === null) throw new Error('no change');
  return readSide(change, 'revised', lexicon).sightings;
}

const labels = (polarity: 'red' | 'green', before: string, after: string, lang: FlagCase['lang'] = 'en') =>
  checkComparison(
    buildComparison([clause(before, after, lang)]),
    { base: null, revised: null, language: lang },
    CORE_PACK,
  )
    .flags.filter((flag) => flag.polarity === polarity && flag.severity !== 'note')
    .map((flag) => flag.label);

describe('courses', () => {
  it('bound what they teach', () => {
    const found = sightings('to organize training on the operation of resolvers;');
    expect(found.filter((each) => each.concept.startsWith('obj.')).map((each) => each.isBounded)).toEqual([
      true,
    ]);
  });

  it('end where a strong verb stands beside them', () => {
    const found = sightings('to organize training on spam and to manage domain names;');
    expect(found.some((each) => each.concept === 'obj.names' && !each.isBounded)).toBe(true);
  });

  it('are none where they are only named in passing', () => {
    const found = sightings('to specify, after the seminars of 2023, the behaviour of resolvers;');
    expect(found.some((each) => each.concept === 'frame.course')).toBe(false);
  });
});

describe('denied subjects', () => {
  it('are denied by the verb after them', () => {
    const found = sightings('that domain names are not dealt with;');
    expect(found.find((each) => each.concept === 'obj.names')?.isNegated).toBe(true);
  });

  it('turn red when the denial goes', () => {
    const kept = "que les questions touchant à la criminalité n'entrent pas dans les travaux de l'UIT-T;";
    const gone = "que les questions touchant à la criminalité entrent également dans les travaux de l'UIT-T;";
    expect(labels('red', kept, gone, 'fr')).toContain('mandate-expansion');
    expect(labels('red', gone, kept, 'fr')).toEqual([]);
  });
});

describe('parties', () => {
  const peers = 'that operators, researchers and governments decide how the Internet develops;';
  const below = 'that governments, who consult operators and researchers, decide how the Internet develops;';

  it('are demoted by a word that puts them under governments, and raised when it goes', () => {
    expect(labels('red', peers, below)).toContain('weakened-multistakeholder');
    expect(labels('red', below, peers)).toEqual([]);
    expect(labels('green', below, peers)).toContain('multistakeholder-strengthened');
  });

  it('count in a list though nobody knows their name, until their words are gone', () => {
    const list = 'that operators, volunteer crews and administrations share the work;';
    expect(labels('red', list, 'that operators and administrations share the work;')).toContain(
      'weakened-multistakeholder',
    );
    expect(
      labels('red', list, 'that volunteer crews, operators and administrations share the work;'),
    ).toEqual([]);
  });
});
