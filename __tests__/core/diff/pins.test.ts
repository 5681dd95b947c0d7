import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { changeOf, textOf } from './texts.ts';

const base = textOf({
  recalling: ['that networks grow in every region', 'that small States need help with training'],
  Resolves: ['to publish a handbook on fibre', 'to hold a workshop each year', 'to report to the Council'],
});
const revised = textOf({
  recalling: ['that networks grow in every region', 'that small States need help with training'],
  Resolves: [
    'to hold a workshop each year',
    'to fund two laboratories',
    'to report to the Council in writing',
  ],
});

describe('pins', () => {
  it('pairs two clauses that nothing but the reviewer would pair', () => {
    const pin = { base: 'resolves 1', revised: 'resolves 2' };
    const without = compareResolutions(base, revised).changes;
    expect(changeOf(without, 'base', 'resolves 1').kind).toBe('deleted');
    const { changes, unusedPins } = compareResolutions(base, revised, { pins: [pin] });
    const change = changeOf(changes, 'base', 'resolves 1');
    expect(change.revised.map(({ path }) => path)).toEqual(['resolves 2']);
    expect(change.pairing.reason).toBe('pinned');
    expect(unusedPins).toBeUndefined();
  });

  it('keeps a clause alone, on one side or on both', () => {
    const pins = [
      { base: 'resolves 3', revised: null },
      { base: null, revised: 'resolves 1' },
    ];
    const { changes } = compareResolutions(base, revised, { pins });
    expect(changeOf(changes, 'base', 'resolves 3')).toMatchObject({
      kind: 'deleted',
      pairing: { reason: 'pinned' },
    });
    expect(changeOf(changes, 'revised', 'resolves 3').kind).toBe('added');
    expect(changeOf(changes, 'revised', 'resolves 1')).toMatchObject({
      kind: 'added',
      pairing: { reason: 'pinned' },
    });
    expect(changeOf(changes, 'base', 'resolves 2').kind).toBe('deleted');
  });

  it('outweighs identical wording', () => {
    const pins = [{ base: 'recalling a)', revised: 'recalling b)' }];
    const { changes } = compareResolutions(base, revised, { pins });
    expect(changeOf(changes, 'base', 'recalling a)').revised.map(({ path }) => path)).toEqual([
      'recalling b)',
    ]);
    expect(changeOf(changes, 'revised', 'recalling a)').base.map(({ path }) => path)).not.toContain(
      'recalling a)',
    );
  });

  it('ignores and gives back pins whose path is gone, that say nothing, or that come second', () => {
    const gone = { base: 'resolves 9', revised: 'resolves 1' };
    const empty = { base: null, revised: null };
    const first = { base: 'resolves 1', revised: 'resolves 2' };
    const second = { base: 'resolves 1', revised: 'resolves 1' };
    const { changes, unusedPins } = compareResolutions(base, revised, { pins: [gone, empty, first, second] });
    expect(unusedPins).toEqual([gone, empty, second]);
    expect(changeOf(changes, 'base', 'resolves 1').revised[0]?.path).toBe('resolves 2');
    expect(changeOf(changes, 'revised', 'resolves 1').base[0]?.path).toBe('resolves 2');
  });

  it('turns round with the texts', () => {
    const pins = [{ base: 'resolves 1', revised: 'resolves 2' }];
    const turned = pins.map((pin) => ({ base: pin.revised, revised: pin.base }));
    const there = compareResolutions(base, revised, { pins }).changes;
    const back = compareResolutions(revised, base, { pins: turned }).changes;
    const pairs = (list: typeof there, isBack: boolean) =>
      list
        .filter(({ unit }) => unit === 'clause')
        .map((one) => (isBack ? [one.revised, one.base] : [one.base, one.revised]))
        .map((sides) => sides.map((units) => units.map(({ path }) => path).join()).join(' => '))
        .sort();
    expect(pairs(back, true)).toEqual(pairs(there, false));
  });
});
