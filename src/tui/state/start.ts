import { startHistory } from '../../core/review/history.ts';
import { changePlace } from '../../core/review/selectors.ts';
import { isStop, listItems } from '../document/items.ts';
import { isUnchanged } from '../document/entries.ts';
import { geometry } from '../layout/geometry.ts';
import type { AppState, Size, View } from './app-state.ts';
import type { Desk } from './desk.ts';
import { keyOf, layoutFor, positionOf, settle } from './settle.ts';

const FOLDING: View['folding'] = { isAllOpen: false, opened: new Set(), context: 1, kept: new Set() };

/** Where the reader left off, or the first thing that changed. */
const startingPoint = (desk: Desk, items: View['items']): number => {
  const { place } = desk.session.review;
  if (place) {
    const clauses = desk.entries.filter(({ kind }) => kind === 'clause');
    const entry =
      clauses.find(({ change }) => {
        const here = change ? changePlace(change) : null;
        return here?.side === place.side && here.path === place.path;
      }) ??
      // Who comes from another screen may name a clause by its place in the base text, or a heading.
      clauses.find(({ change }) => change?.[place.side].some(({ path }) => path === place.path)) ??
      desk.entries.find(({ change }) => change?.[place.side].some(({ path }) => path === place.path));
    const found = entry ? positionOf(items, entry.key) : -1;
    if (found >= 0) return found;
  }
  const changed = items.findIndex(
    (item) => (item.kind === 'clause' || item.kind === 'heading') && !isUnchanged(item),
  );
  return Math.max(0, changed >= 0 ? changed : items.findIndex(isStop));
};

/** The state in which the screen opens. */
export function startState(desk: Desk, size: Size): AppState {
  const items = listItems(desk.entries, FOLDING);
  const wanted = desk.session.layout ?? 'auto';
  const view: View = {
    entries: desk.entries,
    items,
    folding: FOLDING,
    sheet: {
      columns: geometry(size.columns, size.rows, false).sheetColumns,
      layout: layoutFor(desk, wanted, size.columns),
      query: '',
      theme: desk.theme,
      say: desk.say,
      foldKey: keyOf(desk, 'review.fold'),
    },
    wanted,
    query: '',
    cursor: startingPoint(desk, items),
    top: { item: 0, row: 0 },
    flagAt: 0,
  };
  const state: AppState = {
    size,
    history: startHistory(desk.session.review),
    view,
    report: null,
    rebuilt: new Map(),
    pinning: null,
    overlays: [],
    editor: null,
    drafts: {},
    prompt: null,
    pending: [],
    status: null,
    saveError: null,
    isQuitWarned: false,
  };
  return settle(desk, state, 'roomy');
}
