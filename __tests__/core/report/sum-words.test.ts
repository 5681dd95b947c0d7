import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { sumWords, termWords } from '../../../src/core/report/sum-words.ts';

it('says how a severity adds up, in both languages', () => {
  const flag = {
    sum: [
      ['base', 3],
      ['operative part', 2],
      ['on request', -1],
    ] as const,
    score: 4,
  };
  expect(sumWords(flag, 'en')).toBe('base +3, operative part +2, on request -1 = 4');
  expect(sumWords(flag, 'fr')).toBe('base +3, dispositif +2, à la demande -1 = 4');
});

it('has French for every term that the rules add', () => {
  const code = readFileSync('src/core/rules/severity.ts', 'utf8');
  const terms = [...code.matchAll(/add\('([^']+)'/gu)].map(([, name = '']) => name);
  expect(terms.length).toBeGreaterThan(4);
  for (const term of terms) expect([term, termWords('fr', term)]).not.toEqual([term, term]);
});
