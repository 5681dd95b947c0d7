import type { Placed, Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { geometryOf, keyOf } from '../state/settle.ts';
import { bodyRows } from './body-rows.ts';
import { clauseListRows } from './clause-list-rows.ts';
import { editorRows } from './editor-rows.ts';
import { headerRow } from './header-row.ts';
import { panelLines } from './panel-lines.ts';
import { ruleRow } from './rule-row.ts';
import { statusRow } from './status-row.ts';

/** The panel cut to its height; the last row says where the rest is. */
const cropped = (desk: Desk, lines: readonly Row[], rows: number, columns: number): Row[] => {
  const shown = lines.slice(0, rows).map((row) => fitRow(row, columns));
  if (lines.length > rows && rows > 1) {
    const more = `${desk.theme.glyphs.ellipsis} ${desk.say('panel.more', { key: keyOf(desk, 'review.details') })}`;
    const room = Math.max(0, columns - more.length - 2);
    shown[rows - 1] = [...fitRow(lines[rows - 1] ?? [], room), { text: ` ${more} `, style: 'dim' }];
  }
  while (shown.length < rows) shown.push(fitRow([], columns));
  return shown;
};

/** A column of rows at a place. */
const column = (rows: readonly Row[], x: number, y: number, columns: number): Placed[] =>
  rows.map((row, nth) => ({ x, y: y + nth, columns, row }));

/** The comparison with its panel below, or between its panes where the window is wide. */
export function comparisonFrame(desk: Desk, state: AppState): readonly Placed[] {
  const shape = geometryOf(state);
  const { columns, bodyColumns, paneColumns, listColumns, panelRows } = shape;
  const rule = ruleRow(desk, columns);
  const frame = column([headerRow(desk, state), rule], 0, 0, columns);
  const bodyAt = 2;
  const body = bodyRows(desk, state, shape.bodyRows, bodyColumns);
  if (paneColumns > 0) {
    const divider = Array.from({ length: shape.bodyRows }, () => textRow(desk.theme.glyphs.column, 'dim'));
    const list = clauseListRows(desk, state, shape.bodyRows, listColumns);
    const title = textRow(` ${desk.say('panel.title')}`, 'dim');
    const pane = cropped(desk, panelLines(desk, state, paneColumns - 1), shape.bodyRows - 1, paneColumns);
    const bodyX = listColumns + 1;
    frame.push(
      ...column(list, 0, bodyAt, listColumns),
      ...column(divider, listColumns, bodyAt, 1),
      ...column(body, bodyX, bodyAt, bodyColumns),
      ...column(divider, bodyX + bodyColumns, bodyAt, 1),
      ...column([title, ...pane], bodyX + bodyColumns + 1, bodyAt, paneColumns),
    );
  } else frame.push(...column(body, 0, bodyAt, bodyColumns));
  const below: Row[] = [];
  if (panelRows > 0) {
    const panel = state.editor
      ? editorRows(desk, state.editor, panelRows, columns)
      : cropped(desk, panelLines(desk, state, columns), panelRows, columns);
    below.push(rule, ...panel);
  }
  if (shape.hasLowerRule) below.push(rule);
  below.push(statusRow(desk, state));
  frame.push(...column(below, 0, bodyAt + shape.bodyRows, columns));
  return frame;
}
