import { describe, expect, it } from '@jest/globals';
import { negotiationCases, scoreNegotiation } from './score-negotiation.ts';

describe('matrix and outcome of the negotiations in fixtures/negotiate', () => {
  const cases = negotiationCases() ?? [];

  it('has both negotiations', () => {
    expect(cases.map(({ name }) => name)).toEqual(['en-01-community-networks', 'fr-01-noms-multilingues']);
  });

  it.each(cases)('finds the cells, agreements, conflicts and new clauses of $name', (one) => {
    const score = scoreNegotiation(one);
    // Which pieces a split has is the alignment's business; all else is ours and must be right.
    expect(score.cells - score.cellsRight).toBeLessThanOrEqual(1);
    expect(score.agreementsRight).toBe(score.agreements);
    expect(score.conflictsRight).toBe(score.conflicts);
    expect(score.addedRight).toBe(score.added);
  });

  it.each(cases)('attributes .95 of the adopted phrases of $name', (one) => {
    const { phrases, phrasesRight } = scoreNegotiation(one);
    expect(phrases).toBe(19);
    expect(phrasesRight / phrases).toBeGreaterThanOrEqual(0.95);
  });
});
