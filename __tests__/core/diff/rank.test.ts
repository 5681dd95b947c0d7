import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { rankChanges } from '../../../src/core/diff/rank.ts';
import { textOf } from './texts.ts';

const base = textOf({
  considering: [
    'that every operator keeps records of faults in its own network',
    'that Resolution 71 (Rev. Dubai, 2018) sets out the plan of work',
    'that the secretariat may support training on request of the country concerned',
  ],
  Resolves: [
    'to publish guidelines on billing for public telephone services',
    'to study the renewal of undersea cables between the islands',
    'to continue the pilot project on tide gauges in landlocked ports',
    'to hold a workshop on language archives once a year',
    'to ask the advisory group for a report on roaming tariffs',
  ],
});
const revised = textOf({
  considering: [
    'that every operator keeps records of faults in its own network',
    'that Resolution 71 (Rev. Bucharest, 2022) sets out the plan of work',
  ],
  Resolves: [
    'to ask the advisory group for a report on roaming tariffs',
    'to publish mandatory guidelines on billing for public telephone services',
    'to study the renewal of undersea cables between the islands',
    'that the secretariat shall support training on request of the country concerned',
    'to set up a new laboratory for weather sensors',
    'to hold a workshop on language archives once a year',
  ],
});

describe('rankChanges', () => {
  const { changes } = compareResolutions(base, revised);
  const ranked = rankChanges(changes).filter(({ unit }) => unit === 'clause');
  const names = ranked.map(({ kind, revised: [to], base: [from] }) => `${kind} ${(to ?? from)?.path ?? ''}`);

  it('puts an edit hidden in a move first, then what came and went, edits, plain moves, form, numbers, nothing', () => {
    expect(names).toEqual([
      'moved resolves 4',
      'deleted resolves 3',
      'added resolves 5',
      'edited resolves 2',
      'moved resolves 1',
      'editorial considering b)',
      'renumbered resolves 3',
      'renumbered resolves 6',
      'unchanged considering a)',
    ]);
  });

  it('loses nothing and keeps the reading order among equals', () => {
    const again = rankChanges(rankChanges(changes));
    expect(again).toEqual(rankChanges(changes));
    expect(new Set(again)).toEqual(new Set(changes));
  });

  it('looks at the operative part before the preamble', () => {
    const [before, after] = [
      textOf({ noting: ['that users pay a fair price'], Resolves: ['to publish a list of tariffs'] }),
      textOf({
        noting: ['that users pay a very fair price'],
        Resolves: ['to publish a full list of tariffs'],
      }),
    ];
    const first = rankChanges(compareResolutions(before, after).changes)[0];
    expect(first?.part).toBe('operative');
  });
});
