import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chord } from '../../../src/tui/keys/chords.ts';
import { rowWidth } from '../../../src/tui/layout/row-shape.ts';
import { pagesDesk } from '../../../src/tui/pages/desk.ts';
import { placed, settleView } from '../../../src/tui/pages/move-page.ts';
import type { PageRequest } from '../../../src/tui/pages/page.ts';
import { pageFrame } from '../../../src/tui/pages/page-frame.ts';
import type { PagesState } from '../../../src/tui/pages/pages-state.ts';
import { viewOf } from '../../../src/tui/pages/pages-state.ts';
import { readPage } from '../../../src/tui/pages/read-page.ts';
import { pressInPages } from '../../../src/tui/pages/update-pages.ts';
import { testLibrary } from './library-port.ts';

const { port } = testLibrary('en');
const desk = pagesDesk({ uiLanguage: 'en', color: false }, port, null);

const KEYS = [
  ...Array.from('jkgGhlbmoHtLMRSpqaxfr/=+?:n!vywcz'),
  ...[
    'up',
    'down',
    'left',
    'right',
    'pgdn',
    'pgup',
    'enter',
    'esc',
    'tab',
    'backspace',
    'space',
    'ctrl-d',
    'unknown',
  ],
];

const REQUESTS: readonly PageRequest[] = [
  { kind: 'matrix', resolution: 'wtsa-64', meeting: 'wtsa-24' },
  { kind: 'history', resolution: 'wtsa-64' },
  { kind: 'rules' },
  { kind: 'meetings' },
  { kind: 'palette', contexts: ['page', 'list', 'screens', 'everywhere'] },
];

const key = fc.constantFrom(...KEYS).map((name): Chord => ({ kind: 'key', key: name }));
const paste = fc.string({ maxLength: 12 }).map((text): Chord => ({ kind: 'paste', text }));

describe('any keys on the further screens', () => {
  it.each(REQUESTS)('leave the frame of $kind whole in any window', async (request) => {
    const page = await readPage(desk, request, null);
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: paste }), { maxLength: 40 }),
        fc.integer({ min: 30, max: 210 }),
        fc.integer({ min: 8, max: 64 }),
        (chords, columns, rows) => {
          const start: PagesState = {
            size: { columns, rows },
            views: [],
            prompt: null,
            pending: [],
            status: null,
            marked: null,
          };
          let state: PagesState = { ...start, views: [placed(start, viewOf(request, null, null), page)] };
          for (const [nth, chord] of chords.entries()) {
            const next = pressInPages(desk, state, chord).state;
            // Other screens are not read here: what was asked for is taken off again.
            const views = next.views.filter((view) => view.page !== null);
            state = { ...next, views: views.length > 0 ? views : state.views };
            // Windows change size at any moment.
            if (nth % 7 === 6) {
              const size = { columns: Math.max(30, columns - nth), rows: Math.max(8, rows - (nth % 5)) };
              state = { ...state, size };
              state = { ...state, views: state.views.map((view) => settleView(state, view)) };
            }
            const frame = pageFrame(desk, state);
            if (frame.length !== state.size.rows) throw new Error(`${frame.length} rows`);
            for (const { row, y } of frame) {
              if (rowWidth(row) > state.size.columns) throw new Error(`row ${y} is too wide`);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
