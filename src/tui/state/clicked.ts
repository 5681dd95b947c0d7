import { isStop } from '../document/items.ts';
import type { AppState, Step } from './app-state.ts';
import type { Desk } from './desk.ts';
import { geometryOf, settle, tallOf } from './settle.ts';
import { advance } from './viewport.ts';

/** Header and rule stand above the comparison. */
const BODY_AT = 2;

/** The state after a click: the clause under it is the current one. A click anywhere else does nothing. */
export function clicked(
  desk: Desk,
  state: AppState,
  { x, y }: { readonly x: number; readonly y: number },
): Step {
  const stay: Step = { state, effects: [] };
  const { view, overlays, editor, prompt } = state;
  const { listColumns, bodyColumns, bodyRows } = geometryOf(state);
  const left = listColumns === 0 ? 0 : listColumns + 1;
  const isInside = y >= BODY_AT && y < BODY_AT + bodyRows && x >= left && x < left + bodyColumns;
  if (!isInside || overlays.length > 0 || editor || prompt || desk.session.isLinear === true) return stay;
  const list = tallOf(view);
  const rows = y - BODY_AT;
  const { item: cursor, row } = advance(list, view.top, rows);
  // Below the last row there is nothing to click on.
  const isPast = cursor === list.count - 1 && row === list.heightOf(cursor) - 1 && rows > 0;
  const before = isPast ? advance(list, view.top, rows - 1) : null;
  const item = view.items[cursor];
  if (!item || !isStop(item) || (before?.item === cursor && before.row === row)) return stay;
  return { state: settle(desk, { ...state, view: { ...view, cursor, flagAt: 0 } }), effects: [] };
}
