import { describe, expect, it } from '@jest/globals';
import { libraryCases, sharedCases, type TruthCase } from '../../support/library-cases.ts';
import { scoreTruth, sumScores } from '../../support/score-truth.ts';

const LEAST = { recall: 0.98, precision: 0.99, kinds: 0.97 };

const holds = (cases: readonly TruthCase[]): void => {
  const { recall, precision, kinds, faults } = sumScores(cases.map(scoreTruth));
  const told = faults.join('\n');
  expect({ ok: recall >= LEAST.recall, recall, told }).toMatchObject({ ok: true });
  expect({ ok: precision >= LEAST.precision, precision, told }).toMatchObject({ ok: true });
  expect({ ok: kinds >= LEAST.kinds, kinds, told }).toMatchObject({ ok: true });
};

describe('alignment against what a reader says', () => {
  it('on the shipped proposals', () => holds(libraryCases()));

  const shared = sharedCases();
  if (shared === null) console.warn('skipped: ../shared is not there, its document pairs are not compared');
  (shared === null ? it.skip : it)('on the document pairs of ../shared', () => holds(shared ?? []));
});
