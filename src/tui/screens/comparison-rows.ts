import type { Row } from '../layout/row.ts';
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
import { statusRow } from './status-row.ts';

/** A line across the window. */
export function ruleRow({ theme }: Desk, columns: number): Row {
  return textRow(theme.glyphs.rule.repeat(columns), 'dim');
}

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

/** The comparison with its panel below, or between its panes where the window is wide. */
export function comparisonRows(desk: Desk, state: AppState): Row[] {
  const shape = geometryOf(state);
  const { columns, bodyColumns, paneColumns, listColumns, panelRows } = shape;
  let body = bodyRows(desk, state, shape.bodyRows, bodyColumns);
  if (paneColumns > 0) {
    const divider = { text: desk.theme.glyphs.column, style: 'dim' as const };
    const list = clauseListRows(desk, state, shape.bodyRows, listColumns);
    const title = fitRow(textRow(` ${desk.say('panel.title')}`, 'dim'), paneColumns);
    const lines = panelLines(desk, state, paneColumns - 1);
    const pane = [title, ...cropped(desk, lines, shape.bodyRows - 1, paneColumns)];
    body = body.map((row, nth) => [...(list[nth] ?? []), divider, ...row, divider, ...(pane[nth] ?? [])]);
  }
  const panel = state.editor
    ? editorRows(desk, state.editor, panelRows, columns)
    : panelRows > 0
      ? cropped(desk, panelLines(desk, state, columns), panelRows, columns)
      : [];
  const rule = ruleRow(desk, columns);
  return [
    headerRow(desk, state),
    rule,
    ...body,
    ...(panelRows > 0 ? [rule, ...panel] : []),
    ...(shape.hasLowerRule ? [rule] : []),
    statusRow(desk, state),
  ];
}
