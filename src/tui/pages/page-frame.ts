import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { CommandName } from '../keys/commands.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Placed, Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { clipRow, fitRow, rowWidth, spreadRow } from '../layout/row-shape.ts';
import { answerRow, overlaid, pendingRows, promptRow, workingRow } from '../screens/hint-row.ts';
import { ruleRow } from '../screens/rule-row.ts';
import type { PagesDesk } from './desk.ts';
import { gridHead } from './grid.ts';
import type { PagesState, PageView } from './pages-state.ts';
import {
  MARGIN,
  blocksOf,
  currentBlock,
  exportOf,
  pageGeometry,
  rowsAt,
  shapeOf,
  topView,
} from './pages-state.ts';

/** How many columns of a table lie to both sides of those in view: `2-5/8`. */
const columnsInView = (view: PageView, columns: number): string => {
  const shape = shapeOf(view, columns);
  const all = view.page?.grid?.columns.length ?? 0;
  if (!shape || shape.shown >= all) return '';
  return `${shape.first + 1}-${Math.min(all, shape.first + shape.shown)}/${all}`;
};

/** What is being read, while it is not there yet. */
const waiting = (desk: PagesDesk, { request }: PageView): string => {
  const entry = desk.keys.entries.find(({ command }) => command === `screen.${request?.kind ?? ''}`);
  const about = request && 'resolution' in request ? (request.resolution ?? '') : '';
  return `${about} ${entry?.help[desk.session.uiLanguage] ?? ''}`.trim();
};

const header = (desk: PagesDesk, state: PagesState, view: PageView): Row => {
  const { columns } = state.size;
  const { ellipsis } = desk.theme.glyphs;
  const { page, filter } = view;
  const right = [filter === '' ? '' : `/${sanitiseLine(filter)}`, columnsInView(view, columns)].filter(
    (part) => part !== '',
  );
  const end = right.length > 0 ? `  ${right.join('  ')} ` : ' ';
  const model: Segment[] =
    page?.isModel === true ? [{ text: `  [${desk.say('header.model')}]`, style: 'serious' }] : [];
  const title = sanitiseLine(page?.title ?? waiting(desk, view));
  const room = columns - cellWidth(end) - rowWidth(model) - 2;
  const left: Row = [
    { text: ` ${cutToWidth(title, Math.max(8, room), ellipsis)}`, style: 'strong' },
    ...model,
  ];
  const facts = page?.facts ?? '';
  const spare = columns - rowWidth(left) - cellWidth(end) - 3;
  const shown = cellWidth(facts) <= spare ? sanitiseLine(facts) : '';
  return spreadRow(left, textRow(`${shown}${end}`, 'dim'), columns);
};

/** Rows of the lines in view, the cursor before the current one. */
const bodyOf = (desk: PagesDesk, view: PageView, rows: number, columns: number): Row[] => {
  const drawn: Row[] = [];
  const { top, cursor } = view;
  const count = blocksOf(view).length;
  for (let at = top.item; at < count && drawn.length < rows; at++) {
    const skip = at === top.item ? top.row : 0;
    for (const [nth, row] of rowsAt(view, at, columns).entries()) {
      if (nth < skip) continue;
      if (drawn.length === rows) break;
      const isFirst = nth === 0 || drawn.length === 0;
      const mark: Segment =
        at !== cursor
          ? { text: ' ', style: 'plain' }
          : isFirst
            ? { text: '>', style: 'cursor' }
            : { text: desk.theme.glyphs.bar, style: 'strong' };
      drawn.push(fitRow([mark, { text: ' ', style: 'plain' }, ...row], columns));
    }
  }
  if (count === 0) {
    drawn.push(textRow(`   ${desk.say(view.page ? 'page.empty' : 'page.reading')}`, 'dim'));
  }
  while (drawn.length < rows) drawn.push([]);
  return drawn;
};

const panelOf = (desk: PagesDesk, view: PageView, rows: number, columns: number): Row[] => {
  const lines = view.page?.panel?.(currentBlock(view), view.column, columns) ?? [];
  const shown = lines.slice(0, rows).map((row) => fitRow(row, columns));
  if (lines.length > rows) {
    const more = ` ${desk.theme.glyphs.ellipsis} ${desk.say('page.more', { key: '+' })} `;
    const room = Math.max(0, columns - cellWidth(more));
    shown[rows - 1] = [...fitRow(lines[rows - 1] ?? [], room), { text: more, style: 'dim' }];
  }
  while (shown.length < rows) shown.push([]);
  return shown;
};

const status = (desk: PagesDesk, state: PagesState): Row => {
  const { columns } = state.size;
  const { prompt } = state;
  if (prompt) {
    const name = desk.say(`prompt.${prompt.kind}`, { path: prompt.path ?? '' });
    return promptRow(name, prompt.buffer, columns);
  }
  if (state.status) return answerRow(desk, state.status, columns);
  return workingRow(desk, 'page', columns, { isNested: true, without: idle(topView(state)) });
};

/** Commands of a page that do nothing on this one: they are not offered. */
const idle = (view: PageView | undefined): CommandName[] => {
  const page = view?.page;
  if (!view || !page) return [];
  const block = currentBlock(view);
  return [
    ...(page.grid ? [] : ['page.left' as const, 'page.right' as const]),
    ...(block?.details ? [] : ['page.details' as const]),
    ...(block?.open ? [] : ['list.open' as const]),
    ...(page.canFile === true ? [] : ['page.file' as const]),
    ...(exportOf(view) ? [] : ['page.export' as const]),
  ];
};

/** The whole window of the screen on top. */
export function pageFrame(desk: PagesDesk, state: PagesState): readonly Placed[] {
  const { columns, rows } = state.size;
  const view = topView(state);
  const isSmall = columns < LEAST_COLUMNS || rows < LEAST_ROWS;
  const all: Row[] = [];
  if (isSmall) all.push(textRow(desk.say('small.window', { columns, rows })));
  else if (view) {
    const shape = pageGeometry(state, view.page);
    const rule = ruleRow(desk, columns);
    all.push(header(desk, state, view), rule);
    const grid = shapeOf(view, columns);
    if (view.page?.grid && grid) {
      const head = gridHead(
        view.page.grid,
        grid,
        columns - MARGIN,
        view.column,
        desk.theme.glyphs.ellipsis,
      ).slice(0, shape.headRows);
      all.push(...head.map((row): Row => [{ text: '  ', style: 'plain' }, ...row]));
    }
    all.push(...bodyOf(desk, view, shape.bodyRows, columns));
    if (shape.panelRows > 0) all.push(rule, ...panelOf(desk, view, shape.panelRows, columns));
    all.push(rule, status(desk, state));
  }
  const frame = Array.from({ length: rows }, (_, y) => ({
    x: 0,
    y,
    columns,
    row: clipRow(all[y] ?? [], columns),
  }));
  if (state.pending.length === 0 || isSmall) return frame;
  return overlaid(frame, pendingRows(desk, 'page', state.pending, columns), state.size);
}
