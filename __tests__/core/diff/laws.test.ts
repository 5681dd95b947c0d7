import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { diffWords } from '../../../src/core/diff/diff-words.ts';
import { unitsOf } from '../../../src/core/diff/units.ts';
import type { Change, Unit } from '../../../src/core/model/change.ts';
import { LANGUAGES, type Language } from '../../../src/core/model/language.ts';
import type { Clause, Resolution } from '../../../src/core/model/resolution.ts';
import { generatePair, type PairPlan } from '../../support/generate-pair.ts';

const plans: fc.Arbitrary<PairPlan> = fc.record({
  seed: fc.nat(),
  language: fc.constantFrom(...LANGUAGES),
  clauses: fc.integer({ min: 0, max: 30 }),
  amended: fc.constantFrom(0, 0.1, 0.4),
  moves: fc.nat(3),
  splits: fc.nat(2),
  merges: fc.nat(2),
  added: fc.nat(3),
  deleted: fc.nat(3),
  subItems: fc.constantFrom(0, 0.3),
  runs: fc.nat(2),
  crossings: fc.nat(2),
  headings: fc.nat(3),
  duplicates: fc.nat(3),
  interleaved: fc.nat(2),
  bis: fc.nat(2),
  rewritten: fc.nat(3),
});

const RUNS = Number(process.env.FC_RUNS ?? 100);

const project = (change: Change, gone: 'insert' | 'delete'): string =>
  change.spans
    .filter(({ op }) => op !== gone)
    .map(({ text }) => text)
    .join('');

const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('\n');

const treesOf = (plan: PairPlan) => generatePair(plan).trees;

/** A comparison as comparable data: kind, sides, spans; order left out. */
const essence = (changes: readonly Change[], isSwapped: boolean): string[] => {
  const kinds: Partial<Record<Change['kind'], Change['kind']>> = isSwapped
    ? { added: 'deleted', deleted: 'added', split: 'merged', merged: 'split' }
    : {};
  const ops = isSwapped
    ? { equal: 'equal', insert: 'delete', delete: 'insert' }
    : { equal: 'equal', insert: 'insert', delete: 'delete' };
  return changes
    .map((change) => {
      const [base, revised] = isSwapped ? [change.revised, change.base] : [change.base, change.revised];
      const spans = change.spans.map(({ op, text }) => `${ops[op]} ${text}`);
      return JSON.stringify([
        kinds[change.kind] ?? change.kind,
        change.unit,
        base.map(({ path }) => path),
        revised.map(({ path }) => path),
        change.moved,
        change.renumbered,
        change.editorial,
        spans.sort(),
      ]);
    })
    .sort();
};

describe('laws of the comparison', () => {
  it('rejecting gives the base, accepting gives the revised text, byte for byte', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base, revised] = treesOf(plan);
        for (const change of compareResolutions(base, revised).changes) {
          expect(project(change, 'insert')).toBe(joined(change.base));
          expect(project(change, 'delete')).toBe(joined(change.revised));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('puts every clause, heading and frame line of both texts in exactly one change', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base, revised] = treesOf(plan);
        const { changes } = compareResolutions(base, revised);
        const sorted = (units: readonly Unit[]) => units.map(({ unit, path }) => `${unit} ${path}`).sort();
        expect(sorted(changes.flatMap((change) => change.base))).toEqual(sorted(unitsOf(base)));
        expect(sorted(changes.flatMap((change) => change.revised))).toEqual(sorted(unitsOf(revised)));
      }),
      { numRuns: RUNS },
    );
  });

  it('finds nothing changed between a text and itself', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base] = treesOf(plan);
        for (const change of compareResolutions(base, base).changes) expect(change.kind).toBe('unchanged');
      }),
      { numRuns: RUNS },
    );
  });

  it('swapping the texts swaps added and deleted, split and merged, and the spans', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base, revised] = treesOf(plan);
        expect(essence(compareResolutions(revised, base).changes, true)).toEqual(
          essence(compareResolutions(base, revised).changes, false),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('lists changes in the reading order of the revised text', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base, revised] = treesOf(plan);
        const order = new Map(unitsOf(revised).map((unit, at) => [`${unit.unit} ${unit.path}`, at]));
        const places = compareResolutions(base, revised)
          .changes.flatMap((change) => change.revised.slice(0, 1))
          .map((unit) => order.get(`${unit.unit} ${unit.path}`) ?? -1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: RUNS },
    );
  });
});

/** Which clause became which, and how, by words alone: labels and paths left out. */
const byWords = (changes: readonly Change[], ignored = ''): string[] =>
  changes
    .filter(
      ({ unit, base, revised }) =>
        unit === 'clause' && !joined([...base, ...revised]).includes(ignored || '\u0000'),
    )
    .map(({ kind, base, revised, moved, moveScope, editorial, spans, pairing }) =>
      JSON.stringify([
        // A clause that follows gets another label: that it was renumbered is no other change.
        kind === 'renumbered' ? 'unchanged' : kind,
        joined(base),
        joined(revised),
        [moved, moveScope, editorial, pairing.reason],
        spans,
      ]),
    )
    .sort();

const withoutLabels = (tree: Resolution): Resolution => {
  let place = 0;
  const strip = (clause: Clause): Clause => ({
    ...clause,
    label: null,
    path: `clause ${place++}`,
    children: clause.children.map(strip),
  });
  return {
    ...tree,
    children: tree.children.map((part) =>
      part.name === 'frame'
        ? part
        : {
            ...part,
            children: part.children.map((section) => ({ ...section, children: section.children.map(strip) })),
          },
    ),
  };
};

describe('what must not matter', () => {
  it('labels: without them the same clauses are paired, moved and marked', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [base, revised] = treesOf(plan);
        const bare = compareResolutions(withoutLabels(base), withoutLabels(revised)).changes;
        expect(byWords(bare)).toEqual(byWords(compareResolutions(base, revised).changes));
      }),
      { numRuns: RUNS },
    );
  });

  it('an unrelated clause put in: no other change changes', () => {
    const STRANGER = 'Qwxz vbnm plkj hgfd rtyu';
    const insert = (tree: Resolution, at: number): Resolution => {
      const clause: Clause = {
        ...{ type: 'clause', path: 'stranger', label: null, depth: 1, marks: [], children: [] },
        text: `${STRANGER};`,
      };
      let seen = 0;
      return {
        ...tree,
        children: tree.children.map((part) =>
          part.name === 'frame'
            ? part
            : {
                ...part,
                children: part.children.map((section) => ({
                  ...section,
                  children: section.children.flatMap((one) => (seen++ === at ? [clause, one] : [one])),
                })),
              },
        ),
      };
    };
    fc.assert(
      fc.property(plans, fc.nat(30), fc.boolean(), (plan, at, isInBase) => {
        const [base, revised] = treesOf(plan);
        const after = isInBase ? [insert(base, at), revised] : [base, insert(revised, at)];
        const [one, other] = after as [Resolution, Resolution];
        expect(byWords(compareResolutions(one, other).changes, STRANGER)).toEqual(
          byWords(compareResolutions(base, revised).changes),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('the time of day: the same texts give the same bytes', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const bytes = () => JSON.stringify(compareResolutions(...treesOf(plan)));
        expect(bytes()).toBe(bytes());
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

describe('laws of the word diff', () => {
  const words = fc.array(
    fc.constantFrom(
      'the',
      'ITU-T',
      'a',
      ',',
      ' ',
      '  ',
      '\u00A0',
      'addresses',
      'of',
      'Dubai',
      '(Rev. Dubai, 2012)',
      'l’UIT',
      '决议',
      'МСЭ',
      '\n',
      'é',
      'e\u0301',
      ';',
      'and',
    ),
    { maxLength: 30 },
  );
  const texts = fc.oneof(
    words.map((list) => list.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );

  it.each(LANGUAGES)('keeps both projections and turns round with the texts in %s', (language: Language) => {
    fc.assert(
      fc.property(texts, texts, (base, revised) => {
        const { spans } = diffWords(base, revised, language);
        const side = (gone: string) =>
          spans
            .filter(({ op }) => op !== gone)
            .map(({ text }) => text)
            .join('');
        expect(side('insert')).toBe(base);
        expect(side('delete')).toBe(revised);
        const back = diffWords(revised, base, language).spans;
        const kept = (list: typeof spans) => list.filter(({ op }) => op === 'equal').map(({ text }) => text);
        expect(kept(back)).toEqual(kept(spans));
        for (const span of spans) expect(span.text).not.toBe('');
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
