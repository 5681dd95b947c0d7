import { describe, expect, it } from '@jest/globals';
import { buildMatrix } from '../../../src/core/negotiate/build-matrix.ts';
import { matrixJson } from '../../../src/core/negotiate/matrix-json.ts';
import { readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { negotiate, textOf } from './small-texts.ts';

const BASE = [
  'to study the cost of access in rural areas of developing countries',
  'to publish the results of the surveys made by the Bureau',
  'to report to the next assembly on the implementation of this resolution',
];
const [first = '', second = '', third = ''] = BASE;
const first2 = first.replace('study', 'measure');

describe('the matrix', () => {
  it('gives a cell only to those who touch a clause', () => {
    const { rows } = buildMatrix(negotiate(BASE, [first2, second, third], BASE));
    expect(rows.map(({ base, cells }) => [base?.path, [...cells.keys()]])).toEqual([
      ['resolves 1', ['a']],
      ['resolves 2', []],
      ['resolves 3', []],
    ]);
  });

  it('names all sponsors of the same words and sets other words against them', () => {
    const other = first.replace('study', 'regulate');
    const { rows } = buildMatrix(
      negotiate(BASE, [first2, second, third], [first2, second, third], [other, second, third]),
    );
    expect(rows[0]?.agreements.map(({ sponsors }) => sponsors)).toEqual([['a', 'b']]);
    expect(rows[0]?.conflicts.map(({ between }) => between)).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  it('sees no conflict in edits of other words of one clause', () => {
    const other = first.replace('rural areas', 'islands');
    const { rows } = buildMatrix(negotiate(BASE, [first2, second, third], [other, second, third]));
    expect(rows[0]?.conflicts).toEqual([]);
  });

  it('sets a deletion against an edit, and lets two deletions agree', () => {
    const { rows } = buildMatrix(negotiate(BASE, [second, third], [second, third], [first2, second, third]));
    expect(rows[0]?.agreements).toEqual([{ sponsors: ['a', 'b'], text: null }]);
    expect(rows[0]?.conflicts).toEqual([
      { between: ['a', 'c'], reason: 'delete' },
      { between: ['b', 'c'], reason: 'delete' },
    ]);
  });

  it('puts new clauses that say the same into one row after the clause they follow', () => {
    const added = 'that all meetings be open to community networks and broadcast without charge';
    const like = 'that all meetings be open to community networks and recorded without charge';
    const { rows } = buildMatrix(
      negotiate(BASE, [first, added, second, third], [first, like, second, third]),
    );
    const [slot] = rows.filter(({ base }) => base === null);
    expect([slot?.after, [...(slot?.cells.keys() ?? [])], slot?.conflicts[0]?.reason]).toEqual([
      'resolves 1',
      ['a', 'b'],
      'wording',
    ]);
    expect(rows.findIndex(({ base }) => base === null)).toBe(1);
  });

  it('reads NOC as nothing and SUP as everything, whatever text they carry', () => {
    const tabled = [
      { name: 'noc', text: textOf([first2], 'NOC'), notes: [] },
      { name: 'sup', text: textOf(BASE, 'SUP'), notes: [] },
    ];
    const { rows } = buildMatrix(readNegotiation(textOf(BASE), tabled, CORE_PACK));
    expect(rows.map(({ cells }) => [cells.has('noc'), cells.get('sup')?.kind])).toEqual(
      BASE.map(() => [false, 'deleted']),
    );
  });

  it('prints the shape others rely on', () => {
    const json = matrixJson(buildMatrix(negotiate(BASE, [first2, second, third])), 'en');
    expect(json).toMatchObject({
      schema: 'clausewatch/matrix@1',
      proposals: [{ name: 'a', action: 'MOD' }],
      rows: [
        { base: 'resolves 1', cells: { a: { kind: 'edited', revised: ['resolves 1'], flags: [] } } },
        {},
        {},
      ],
    });
  });
});
