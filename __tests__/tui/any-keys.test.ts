import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rowWidth } from '../../src/tui/layout/row-shape.ts';
import type { AppState } from '../../src/tui/state/app-state.ts';
import type { Desk } from '../../src/tui/state/desk.ts';
import { deskFor } from '../../src/tui/state/desk.ts';
import { geometryOf, settle } from '../../src/tui/state/settle.ts';
import { startState } from '../../src/tui/state/start.ts';
import { press } from '../../src/tui/state/update.ts';
import { frameOf } from '../../src/tui/screens/frame.ts';
import { buildReport } from './report-builder.ts';
import { sessionOf } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

const KEYS = [
  ...[
    'j',
    'k',
    'g',
    'G',
    'ctrl-d',
    'ctrl-u',
    'space',
    'b',
    ']',
    '[',
    'c',
    'f',
    'n',
    'N',
    '%',
    'tab',
    'v',
    'z',
    'Z',
  ],
  ...[
    '{',
    '}',
    'enter',
    'esc',
    'q',
    'C',
    'D',
    'e',
    'x',
    'a',
    'd',
    'r',
    'u',
    'ctrl-r',
    'y',
    '/',
    '@',
    '?',
    ':',
    'ctrl-s',
  ],
  ...[
    'ctrl-x',
    's',
    'o',
    'w',
    '-',
    'backspace',
    'left',
    'up',
    'down',
    'é',
    '国',
    'm',
    'pgdn',
    'ctrl-l',
    'ctrl-z',
    'Q',
  ],
];

/** Every cell of the window belongs to exactly one placed row, and no row is wider than its place. */
const expectWhole = (desk: Desk, state: AppState): void => {
  const { columns, rows } = state.size;
  const covered = Array.from({ length: rows }, () => 0);
  for (const placed of frameOf(desk, state)) {
    expect(rowWidth(placed.row)).toBeLessThanOrEqual(placed.columns);
    covered[placed.y] = (covered[placed.y] ?? 0) + placed.columns;
  }
  expect(covered).toEqual(covered.map(() => columns));
};

/** The current clause is in view, or as much of it as fits. */
const expectCursorInView = (desk: Desk, state: AppState): void => {
  if (state.overlays.length > 0 || state.size.columns < 40 || state.size.rows < 10) return;
  const { listColumns } = geometryOf(state);
  const bodyX = listColumns > 0 ? listColumns + 1 : 0;
  const inBody = frameOf(desk, state).filter(({ x, y }) => x === bodyX && y >= 2);
  expect(inBody.some(({ row }) => row[0]?.text === '>' || row[0]?.text === desk.theme.glyphs.bar)).toBe(true);
};

const key = fc.constantFrom(...KEYS).map((name) => ({ kind: 'key' as const, key: name }));
const paste = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => ({ kind: 'paste' as const, text }));
const size = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 5, max: 60 }) });

describe('any keys in any window', () => {
  it('leave the frame whole and the current clause in view', () => {
    const desk = deskFor({ ...sessionOf(sampleReport()), editText: () => Promise.resolve(null) });
    const event = fc.oneof(
      { weight: 20, arbitrary: key },
      { weight: 1, arbitrary: paste },
      { weight: 1, arbitrary: size },
    );
    fc.assert(
      fc.property(size, fc.array(event, { minLength: 1, maxLength: 40 }), (first, events) => {
        let state = startState(desk, first);
        for (const happened of events) {
          state =
            'kind' in happened
              ? press(desk, state, happened).state
              : settle(desk, { ...state, size: happened });
          expectWhole(desk, state);
          expectCursorInView(desk, state);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it.each([
    ['an empty comparison', buildReport([])],
    [
      'two equal texts',
      buildReport([
        {
          heading: 'resolves',
          changes: ['1', '2', '3', '4', '5'].map((label) => ({
            kind: 'unchanged',
            base: label,
            revised: label,
            text: `that ${label};`,
          })),
        },
      ]),
    ],
  ])('do no harm to %s', (_name, report) => {
    const desk = deskFor(sessionOf(report));
    let state = startState(desk, { columns: 80, rows: 24 });
    for (const name of KEYS) {
      state = press(desk, state, { kind: 'key', key: name }).state;
      expectWhole(desk, state);
    }
  });
});
