import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { heaviestSpine } from '../../../src/core/diff/spine.ts';
import { changeOf, textOf } from './texts.ts';

const [fibre, cables, tides, billing, schools, roaming] = [
  'to publish guidelines on optical fibre',
  'to study cables between the islands',
  'to continue the work on tide gauges',
  'to measure the accuracy of billing',
  'to train teachers in rural schools',
  'to ask for a report on roaming tariffs',
];

const movedOf = (base: Parameters<typeof textOf>[0], revised: Parameters<typeof textOf>[0]) =>
  compareResolutions(textOf(base), textOf(revised)).changes.filter(({ moved }) => moved);

describe('moves', () => {
  it('within a list: the one that crossed the others', () => {
    const moved = movedOf(
      { Resolves: [fibre, cables, tides, billing, schools] },
      { Resolves: [schools, fibre, cables, tides, billing] },
    );
    expect(moved.map(({ moveScope, base: [from] }) => [moveScope, from?.text.slice(0, -1)])).toEqual([
      ['list', schools],
    ]);
  });

  it('neighbours that moved together are one run', () => {
    const moved = movedOf(
      { Resolves: [fibre, cables, tides, billing, schools, roaming] },
      { Resolves: [schools, roaming, fibre, cables, tides, billing] },
    );
    expect(moved).toHaveLength(2);
    expect(new Set(moved.map(({ moveRun }) => moveRun)).size).toBe(1);
  });

  it('from the preamble to the operative part, and under another heading', () => {
    const rest = { Resolves: [fibre, cables], Invites: [billing, roaming] };
    const [toPart] = movedOf(
      { noting: [schools, tides], ...rest },
      { noting: [tides], ...rest, Invites: [...rest.Invites, schools] },
    );
    expect(toPart?.moveScope).toBe('part');
    const [toHeading] = movedOf(
      { Resolves: [fibre, cables, schools], Invites: [billing, roaming] },
      { Resolves: [fibre, cables], Invites: [billing, roaming, schools] },
    );
    expect(toHeading?.moveScope).toBe('heading');
  });

  it('what went under another heading does not make its old neighbours movers', () => {
    const moved = movedOf(
      { Resolves: [fibre, cables, tides], Invites: [billing, roaming] },
      { Resolves: [cables, tides], Invites: [billing, fibre, roaming] },
    );
    expect(moved.map(({ base: [from] }) => from?.text.slice(0, -1))).toEqual([fibre]);
  });

  it('a clause whose heading was reworded stays where it is', () => {
    const { changes } = compareResolutions(
      textOf({ Resolves: [fibre, cables], Invites: [billing, roaming] }),
      textOf({ Resolves: [fibre, cables], Encourages: [billing, roaming] }),
    );
    expect(changeOf(changes, 'base', 'invites 1')).toMatchObject({ kind: 'unchanged', moved: false });
    expect(
      changes.find(({ unit, base: [from] }) => unit === 'heading' && from?.path === 'invites')?.kind,
    ).toBe('edited');
  });
});

describe('heaviestSpine', () => {
  it('is the heaviest chain that rises on both sides', () => {
    const orders = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.tuple(
        fc.shuffledSubarray(
          Array.from({ length: size }, (_, at) => at),
          { minLength: size },
        ),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
      ),
    );
    fc.assert(
      fc.property(orders, ([order, weights]) => {
        const points = order.map((revised, base) => ({ base, revised, weight: weights[base] ?? 1 }));
        const weigh = (chain: readonly (typeof points)[number][]) =>
          chain.reduce((sum, { weight }) => sum + weight, 0);
        let best = 0;
        for (let mask = 0; mask < 2 ** points.length; mask++) {
          const chain = points.filter((_, at) => (mask >> at) % 2 === 1);
          const rises = chain.every(
            ({ revised }, at) => at === 0 || revised > (chain[at - 1]?.revised ?? -1),
          );
          if (rises) best = Math.max(best, weigh(chain));
        }
        const spine = [...heaviestSpine(points)].sort((a, b) => a.base - b.base);
        expect(weigh(spine)).toBe(best);
        spine.forEach(({ revised }, at) => {
          expect(revised).toBeGreaterThan(spine[at - 1]?.revised ?? -1);
        });
      }),
      { numRuns: 200 },
    );
  });
});
