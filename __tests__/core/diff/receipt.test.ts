import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { sha256 } from '../../../src/core/diff/digest.ts';
import { editorialReceipt, verifyReceipt } from '../../../src/core/diff/receipt.ts';
import { LANGUAGES } from '../../../src/core/model/language.ts';
import { generatePair } from '../../support/generate-pair.ts';
import { textOf } from './texts.ts';

const base = textOf({
  recalling: ['Resolution 64 (Rev. Dubai, 2012) of this assembly', 'that organisations differ'],
  Resolves: ['to publish a list', 'to report'],
});
const inForm = textOf({
  recalling: ['Resolution 64 (Rev. Geneva, 2022) of this assembly', 'that organizations differ'],
  Resolves: ['to publish a list', 'to report'],
});
const inSubstance = textOf({
  recalling: ['Resolution 64 (Rev. Geneva, 2022) of this assembly', 'that organizations differ'],
  Resolves: ['to publish a binding list', 'to report'],
});

const receiptOf = (revised: typeof base) => editorialReceipt(compareResolutions(base, revised));

describe('the editorial receipt', () => {
  it('says that nothing but form changed, and why', () => {
    const receipt = receiptOf(inForm);
    expect(receipt.editorialOnly).toBe(true);
    expect(receipt.reasons).toMatchObject({ citation: 1, spelling: 1 });
    expect(verifyReceipt(receipt, base, inForm)).toEqual({
      isTrue: true,
      isBaseSame: true,
      isRevisedSame: true,
      faults: [],
    });
  });

  it('says of each clause whether it is form only', () => {
    const receipt = receiptOf(inSubstance);
    expect(receipt.editorialOnly).toBe(false);
    const clauses = receipt.lines.filter(({ unit }) => unit === 'clause');
    expect(clauses.map(({ base: [path], editorialOnly }) => [path, editorialOnly])).toEqual([
      ['recalling a)', true],
      ['recalling b)', true],
      ['resolves 1', false],
    ]);
  });

  it('is not true of another text, nor when a line or the claim was altered', () => {
    const receipt = receiptOf(inSubstance);
    expect(verifyReceipt(receipt, base, inForm)).toMatchObject({
      isTrue: false,
      isBaseSame: true,
      isRevisedSame: false,
      faults: ['clause resolves 1 => resolves 1'],
    });
    expect(verifyReceipt({ ...receipt, editorialOnly: true }, base, inSubstance).isTrue).toBe(false);
    const without = { ...receipt, lines: receipt.lines.filter(({ editorialOnly }) => editorialOnly) };
    expect(verifyReceipt(without, base, inSubstance).isTrue).toBe(false);
    const lines = receipt.lines.map((line) => ({ ...line, editorialOnly: true }));
    expect(verifyReceipt({ ...receipt, lines }, base, inSubstance).isTrue).toBe(false);
  });

  it('survives being written and read as JSON, whatever the order of its keys', () => {
    const receipt = receiptOf(inForm);
    const turned = Object.fromEntries(Object.entries(receipt).reverse());
    const read = JSON.parse(JSON.stringify(turned)) as typeof receipt;
    expect(verifyReceipt(read, base, inForm).isTrue).toBe(true);
  });

  it('never calls a move, an addition or a deletion a matter of form', () => {
    const plans = fc.record({ seed: fc.nat(), language: fc.constantFrom(...LANGUAGES) });
    fc.assert(
      fc.property(plans, (plan) => {
        const counts = { clauses: 20, amended: 0, moves: 1, splits: 0, merges: 0, added: 1, deleted: 1 };
        const { trees } = generatePair({ ...plan, ...counts });
        const comparison = compareResolutions(...trees);
        const receipt = editorialReceipt(comparison);
        expect(receipt.editorialOnly).toBe(false);
        expect(verifyReceipt(receipt, ...trees).isTrue).toBe(true);
        for (const line of receipt.lines) {
          if (['moved', 'added', 'deleted'].includes(line.kind)) expect(line.editorialOnly).toBe(false);
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
  });
});

describe('sha256', () => {
  it('is what every other tool makes of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
      { numRuns: 200 },
    );
  });
});
