import { describe, expect, it } from '@jest/globals';
import { negotiationCases, scoreNegotiation } from './score-negotiation.ts';

/**
 * What the alignment sees otherwise than the writer of a case, and what follows from it: a clause rewritten whole
 * (two of en-03, one of fr-03) is struck and put in anew, which makes it agree with a suppression; a second half that
 * brings most of its words is no split (en-01, en-03, fr-03).
 */
const OTHERWISE: Readonly<Record<string, { readonly cells: number; readonly rows: number }>> = {
  'en-01-community-networks': { cells: 1, rows: 0 },
  'en-02-public-warnings': { cells: 0, rows: 0 },
  'en-03-device-updates': { cells: 3, rows: 2 },
  'fr-01-noms-multilingues': { cells: 0, rows: 0 },
  'fr-02-cables-sous-marins': { cells: 0, rows: 0 },
  'fr-03-traduction-automatique': { cells: 2, rows: 0 },
};

describe('matrix and outcome of the negotiations in fixtures/negotiate', () => {
  const cases = negotiationCases() ?? [];

  it('has all of them', () => {
    expect(cases.map(({ name }) => name)).toEqual(Object.keys(OTHERWISE));
  });

  it.each(cases)('finds the cells, agreements, conflicts and new clauses of $name', (one) => {
    const score = scoreNegotiation(one);
    const { cells, rows } = OTHERWISE[one.name] ?? { cells: 0, rows: 0 };
    expect(score.cells - score.cellsRight).toBeLessThanOrEqual(cells);
    expect(score.agreements - score.agreementsRight).toBeLessThanOrEqual(rows);
    expect(score.conflicts - score.conflictsRight).toBeLessThanOrEqual(rows);
    expect(score.addedRight).toBe(score.added);
  });

  it.each(cases)('attributes .95 of the adopted phrases of $name', (one) => {
    const { phrases, phrasesRight } = scoreNegotiation(one);
    expect(phrases).toBeGreaterThan(10);
    expect(phrasesRight / phrases).toBeGreaterThanOrEqual(0.95);
  });
});
