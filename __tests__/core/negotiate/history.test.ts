import { describe, expect, it } from '@jest/globals';
import { buildHistory } from '../../../src/core/negotiate/build-history.ts';
import { driftOf, sparkline } from '../../../src/core/negotiate/drift.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { textOf } from './small-texts.ts';

const historyOf = (...revisions: readonly (readonly string[])[]) =>
  buildHistory(
    revisions.map((clauses, at) => ({ text: textOf(clauses), year: 2004 + 4 * at })),
    CORE_PACK,
  );

const REST = 'to report to the next assembly on the implementation of this resolution';

describe('the history of a resolution', () => {
  it('tells for every word the revision it comes from; joined the runs are the clause', () => {
    const { lives } = historyOf(
      ['to study the cost of access', REST],
      ['to study each year the cost of access', REST],
      ['to study each year the cost of access in islands', REST],
    );
    const [life] = lives;
    expect(life?.runs.map(({ text }) => text).join('')).toBe(life?.unit.text);
    const originOf = (word: string) => life?.runs.find(({ text }) => text.includes(word))?.origin;
    expect(['study', 'each year', 'islands'].map(originOf)).toEqual([0, 1, 2]);
  });

  it('keeps the first origin of words that come back, and says when they were gone', () => {
    const limit = ', without duplicating the work of other organizations';
    const clause = 'to study the cost of access in rural areas';
    const { lives, returned } = historyOf([clause + limit, REST], [clause, REST], [clause + limit, REST]);
    expect(returned).toMatchObject([
      { first: 0, lost: 1, back: 2, text: 'without duplicating the work of other organizations' },
    ]);
    expect(
      new Set(lives[0]?.runs.filter(({ text }) => /\p{L}/u.test(text)).map(({ origin }) => origin)),
    ).toEqual(new Set([0]));
  });

  it('tells when a limit appeared and when it vanished', () => {
    const clause = 'to study the cost of access in rural areas';
    const { safeguards } = historyOf(
      [clause, REST],
      [`${clause}, without duplicating the work of others`, REST],
      [clause, REST],
    );
    expect(
      safeguards.some(({ appeared, vanished }) => appeared.join() === '1' && vanished.join() === '2'),
    ).toBe(true);
  });

  it('follows a clause that was added later and one that is gone', () => {
    const added = 'to publish the results of the surveys made by the Bureau';
    const { lives } = historyOf([REST, added], [REST], [REST, 'that meetings be open to all stakeholders']);
    expect(lives.map(({ since, until }) => [since, until])).toEqual([
      [0, 2],
      [2, 2],
      [0, 0],
    ]);
  });

  it('puts the drift of a task on the ladder of the rules', () => {
    const rows = driftOf(
      historyOf(
        ['to study the allocation of IP addresses', REST],
        ['to regulate the allocation of IP addresses', REST],
      ),
    );
    expect(rows[0]?.task).toEqual([2, 6]);
    expect(sparkline([0, 6, null], 6)).toBe('▁█·');
  });
});
