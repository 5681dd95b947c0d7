import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longestCommon } from '../../../src/core/diff/longest-common.ts';

/** The length of a longest common subsequence, by the table everybody knows. */
const lengthOf = (a: readonly number[], b: readonly number[]): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
};

describe('longestCommon', () => {
  const words = fc.array(fc.nat(6), { maxLength: 25 });

  it('finds as many words in order as there are, each once, equal ones only', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const matched = longestCommon(Int32Array.from(a), Int32Array.from(b), 100) ?? [];
        const pairs = [...matched].flatMap((to, from) => (to === -1 ? [] : [{ from, to }]));
        expect(pairs.length).toBe(lengthOf(a, b));
        pairs.forEach(({ from, to }, at) => {
          expect(b[to]).toBe(a[from]);
          expect(to).toBeGreaterThan(pairs[at - 1]?.to ?? -1);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives up beyond its limit', () => {
    const [a, b] = [Int32Array.from([1, 2, 3]), Int32Array.from([4, 5, 6])];
    expect(longestCommon(a, b, 5)).toBeNull();
    expect([...(longestCommon(a, b, 6) ?? [])]).toEqual([-1, -1, -1]);
  });
});
