import { advance, isAbove, lastTop, retreat, reveal, rowsBetween } from '../state/viewport.ts';
import type { Reveal } from '../state/viewport.ts';
import type { Page } from './page.ts';
import type { PagesState, PageView } from './pages-state.ts';
import { blocksOf, pageGeometry, shapeOf, tallPage } from './pages-state.ts';

const nearestStop = (view: PageView, wished: number, direction: 1 | -1): number => {
  const blocks = blocksOf(view);
  const at = Math.max(0, Math.min(wished, blocks.length - 1));
  for (let away = 0; away < blocks.length; away++) {
    for (const near of [at + away * direction, at - away * direction])
      if (blocks[near]?.isStop === true) return near;
  }
  return at;
};

/** The view made whole: cursor on a line, column in the table, both in view. */
export function settleView(
  state: PagesState,
  before: PageView,
  direction: 1 | -1 = 1,
  how: Reveal = 'edge',
): PageView {
  const { page } = before;
  if (!page) return before;
  const { columns, bodyRows } = pageGeometry(state, page);
  const count = page.grid?.columns.length ?? 0;
  const cursor = nearestStop(before, before.cursor, direction);
  const column = Math.max(0, Math.min(before.column, count - 1));
  let view: PageView = { ...before, cursor, column };
  view = { ...view, firstColumn: shapeOf(view, columns)?.first ?? 0 };
  const list = tallPage(view, columns);
  if (list.count === 0) return { ...view, top: { item: 0, row: 0 } };
  const lowest = lastTop(list, bodyRows);
  const start = isAbove(lowest, view.top) ? lowest : view.top;
  const row = Math.min(start.row, Math.max(0, list.heightOf(start.item) - 1));
  let top = reveal(list, { item: start.item, row }, cursor, bodyRows, how);
  // Above the first line one can be on, headings stay in view.
  if (!blocksOf(view).some(({ isStop }, at) => isStop && at < cursor)) {
    const all = rowsBetween(list, { item: 0, row: 0 }, { item: cursor, row: 0 }, bodyRows);
    if (all + list.heightOf(cursor) <= bodyRows) top = { item: 0, row: 0 };
  }
  return { ...view, top };
}

/** The state with its top screen replaced. */
export function withView(state: PagesState, view: PageView): PagesState {
  return { ...state, views: [...state.views.slice(0, -1), view] };
}

/** A screen that was read, at the place asked for: by key, or by the name a key ends in. */
export function placed(state: PagesState, before: PageView, page: Page): PageView {
  const { line, column } = page.start;
  const found =
    line === undefined || line === null
      ? -1
      : page.blocks.findIndex(({ key, isStop }) => isStop && (key === line || key.endsWith(` ${line}`)));
  const at = page.grid?.columns.findIndex(({ name }) => name === column) ?? -1;
  const view: PageView = {
    ...before,
    page,
    cursor: found >= 0 ? found : before.cursor,
    column: at >= 0 ? at : before.column,
  };
  return settleView(state, view, 1, 'roomy');
}

/** One line on; within a line taller than the window one scrolls first. Null at the end. */
export function lineMoved(state: PagesState, view: PageView, direction: 1 | -1): PageView | null {
  const { columns, bodyRows } = pageGeometry(state, view.page);
  const list = tallPage(view, columns);
  const height = list.count > 0 ? list.heightOf(view.cursor) : 0;
  if (height > bodyRows && view.top.item === view.cursor) {
    const rows = Math.max(1, Math.floor(bodyRows / 2));
    const row = Math.max(0, Math.min(height - bodyRows, view.top.row + direction * rows));
    if (row !== view.top.row) return { ...view, top: { item: view.cursor, row } };
  }
  const blocks = blocksOf(view);
  for (let at = view.cursor + direction; at >= 0 && at < blocks.length; at += direction)
    if (blocks[at]?.isStop === true) return settleView(state, { ...view, cursor: at }, direction);
  return null;
}

/** A page on: the window scrolls, the cursor keeps its place on it. Null at the end. */
export function pageMoved(state: PagesState, view: PageView, direction: 1 | -1): PageView | null {
  const { columns, bodyRows } = pageGeometry(state, view.page);
  const list = tallPage(view, columns);
  if (list.count === 0) return null;
  const rows = Math.max(1, bodyRows - 1);
  const wished = direction > 0 ? advance(list, view.top, rows) : retreat(list, view.top, rows);
  const lowest = lastTop(list, bodyRows);
  const top = isAbove(lowest, wished) ? lowest : wished;
  if (top.item === view.top.item && top.row === view.top.row) {
    const end = settleView(
      state,
      { ...view, cursor: direction > 0 ? list.count - 1 : 0 },
      direction > 0 ? -1 : 1,
    );
    return end.cursor === view.cursor ? null : end;
  }
  const offset = rowsBetween(list, view.top, { item: view.cursor, row: 0 }, bodyRows);
  const under = advance(list, top, Math.max(0, Math.min(bodyRows - 1, offset))).item;
  const cursor = nearestStop(view, under, direction);
  return settleView(state, { ...view, top, cursor }, direction);
}
