import { describe, expect, it } from '@jest/globals';
import { rebaseProposals } from '../../../src/core/negotiate/rebase.ts';
import { negotiationCases } from './score-negotiation.ts';
import { negotiate, textOf } from './small-texts.ts';

const BASE = [
  'to study the cost of access in rural areas of developing countries',
  'to publish the results of the surveys made by the Bureau',
];
const [first = '', second = ''] = BASE;
const measured = first.replace('study', 'measure');

const fitOf = (proposal: readonly string[], onto: readonly string[]) => {
  const [rebased] = rebaseProposals(negotiate(BASE, proposal), textOf(onto)).proposals;
  return rebased?.changes.map(({ fit, reason, onto: at, text }) => ({ fit, reason, at, text }));
};

describe('a proposal on a new base', () => {
  it('is clean where its clause stands, shifted where the clause has another number', () => {
    expect(fitOf([measured, second], BASE)).toMatchObject([{ fit: 'clean', at: ['resolves 1'] }]);
    const onto = ['that all meetings be broadcast without charge', ...BASE];
    expect(fitOf([measured, second], onto)).toMatchObject([
      { fit: 'shifted', reason: 'place', at: ['resolves 2'] },
    ]);
  });

  it('has both edits where they are of other words', () => {
    const onto = [first.replace('rural areas', 'islands'), second];
    expect(fitOf([measured, second], onto)).toMatchObject([
      { fit: 'shifted', reason: 'words', text: `${measured.replace('rural areas', 'islands')};` },
    ]);
  });

  it('conflicts on the same words, and with a deletion', () => {
    expect(fitOf([measured, second], [first.replace('study', 'regulate'), second])).toMatchObject([
      { fit: 'conflicting', reason: 'conflict', text: null },
    ]);
    expect(fitOf([measured, second], [second])).toMatchObject([{ fit: 'conflicting', reason: 'deleted' }]);
  });

  it.each(negotiationCases() ?? [])(
    'is clean on its own base and moot on its own text: $name',
    ({ negotiation }) => {
      for (const { fit, changes } of rebaseProposals(negotiation, negotiation.base).proposals) {
        expect(fit).toBe('clean');
        expect(changes.filter((change) => change.fit !== 'clean')).toEqual([]);
      }
      for (const proposal of negotiation.proposals) {
        const onto = { ...proposal.text, resolution: proposal.resolution };
        const own = rebaseProposals(negotiation, onto).proposals.find(({ name }) => name === proposal.name);
        const left = own?.changes.filter(({ fit, kind }) => fit !== 'moot' && kind !== 'moved');
        expect(left).toEqual([]);
      }
    },
  );
});
