import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Placed, Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { clipRow } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { deskNow } from '../state/desk.ts';
import { exportRows } from './export-rows.ts';
import { comparisonFrame } from './comparison-frame.ts';
import { contextOf } from '../state/update.ts';
import { overlaid, pendingRows } from './hint-row.ts';
import { linearFrame } from './linear-frame.ts';
import { listRows } from './list-rows.ts';
import { paletteRows } from './palette-rows.ts';
import { readerRows } from './reader-rows.ts';

/** Rows over the whole width, from a given row down. */
export function stack(rows: readonly Row[], columns: number, from = 0): readonly Placed[] {
  return rows.map((row, nth) => ({ x: 0, y: from + nth, columns, row }));
}

const framed = (given: Desk, state: AppState): readonly Placed[] => {
  const desk = deskNow(given, state);
  const { columns, rows } = state.size;
  if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
    const message = textRow(desk.say('small.window', { columns, rows }));
    return stack([message, ...Array.from({ length: Math.max(0, rows - 1) }, () => [])], columns);
  }
  const shown = screenOf(desk, state);
  if (state.pending.length === 0) return shown;
  return overlaid(shown, pendingRows(desk, contextOf(state), state.pending, columns), state.size);
};

const screenOf = (desk: Desk, state: AppState): readonly Placed[] => {
  const { columns } = state.size;
  const top = state.overlays.at(-1);
  if (!top) return desk.session.isLinear === true ? linearFrame(desk, state) : comparisonFrame(desk, state);
  if (top.kind === 'help' || top.kind === 'details') return stack(readerRows(desk, state, top), columns);
  const set = { list: listRows, palette: paletteRows, export: exportRows }[top.kind];
  return stack(set(desk, state, top), columns);
};

/** The whole window in a state: every cell of it belongs to one placed row, and no row leaves its place. */
export function frameOf(desk: Desk, state: AppState): readonly Placed[] {
  return framed(desk, state).map((placed) => ({ ...placed, row: clipRow(placed.row, placed.columns) }));
}
