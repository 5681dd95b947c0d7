import type { Item } from '../document/items.ts';
import { isStop, listItems } from '../document/items.ts';
import type { Layout, Sheet } from '../document/sheet.ts';
import { rowsOf } from '../document/sheet.ts';
import { showKeys } from '../keys/key-table.ts';
import type { Geometry } from '../layout/geometry.ts';
import { SPLIT_COLUMNS, geometry } from '../layout/geometry.ts';
import type { AppState, View } from './app-state.ts';
import type { Desk, Voice } from './desk.ts';
import { annotations, deskNow } from './desk.ts';
import type { Entry } from '../document/entries.ts';
import type { Reveal, Tall } from './viewport.ts';
import { isAbove, lastTop, reveal } from './viewport.ts';

/** How the window is divided in this state. */
export function geometryOf({ size, editor }: Pick<AppState, 'size' | 'editor'>): Geometry {
  return geometry(size.columns, size.rows, editor !== null);
}

/** The view's items as a list of rows. */
export function tallOf({ items, sheet }: Pick<View, 'items' | 'sheet'>): Tall {
  return {
    count: items.length,
    heightOf: (at) => {
      const item = items[at];
      return item ? rowsOf(item, sheet).length : 0;
    },
  };
}

/** The layout shown: what was asked for, where the width and the script allow it. */
export function layoutFor(desk: Desk, wanted: View['wanted'], columns: number): Layout {
  if (desk.isInlineOnly || desk.session.isLinear === true || columns < SPLIT_COLUMNS) return 'inline';
  return wanted === 'auto' ? 'split' : wanted;
}

/** The key that runs a command, as it is shown. */
export function keyOf(desk: Pick<Voice, 'keys'>, command: string): string {
  const keys = desk.keys.entries.find((entry) => entry.command === command)?.keys[0];
  return keys ? showKeys(keys) : '?';
}

/** The sheet for the state: the same object as long as nothing it depends on has changed. */
const sheetFor = (desk: Desk, state: AppState): Sheet => {
  const { view, size } = state;
  const columns = geometryOf(state).sheetColumns;
  const layout = layoutFor(desk, view.wanted, size.columns);
  const { sheet, query } = view;
  if (sheet.columns === columns && sheet.layout === layout && sheet.query === query) return sheet;
  return { ...sheet, columns, layout, query };
};

const nearestStop = (items: readonly Item[], wished: number): number => {
  const at = Math.max(0, Math.min(wished, items.length - 1));
  for (let away = 0; away < items.length; away++) {
    for (const near of [at + away, at - away]) {
      const item = items[near];
      if (item && isStop(item)) return near;
    }
  }
  return at;
};

/** The entries whose notes keep them out of folds. */
const keptEntries = (desk: Desk, state: AppState): ReadonlySet<string> => {
  const { byChange } = annotations(desk, state.history.present);
  return new Set([...byChange.keys()].map((index) => `c${index}`));
};

const areEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));

/** The position of an entry in a list, or of the fold it went into. */
export function positionOf(items: readonly Item[], key: string): number {
  return items.findIndex(
    (item) => item.key === key || (item.kind === 'fold' && item.entries.some((entry) => entry.key === key)),
  );
}

/** The view with another folding; the cursor stays with its clause. */
export function refolded(desk: Desk, view: View, folding: View['folding']): View {
  const current = view.items[view.cursor];
  const items = listItems(desk.entries, folding);
  const key = current?.kind === 'fold' ? (current.entries[0]?.key ?? '') : (current?.key ?? '');
  const found = positionOf(items, key);
  const cursor = found < 0 ? view.cursor : found;
  const shift = cursor - view.cursor;
  return { ...view, items, folding, cursor, top: { item: Math.max(0, view.top.item + shift), row: 0 } };
}

/** The view on other entries: the cursor goes to the clause it was on, by its path in either text. */
const relisted = (desk: Desk, view: View): View => {
  const current = view.items[view.cursor];
  const entry = current?.kind === 'fold' ? current.entries[0] : current;
  const folding = { ...view.folding, opened: new Set<string>() };
  const items = listItems(desk.entries, folding);
  const isSame = (one: Entry): boolean =>
    (['revised', 'base'] as const).some((side) =>
      (one.change?.[side] ?? []).some(({ path }) => entry?.change?.[side].some((unit) => unit.path === path)),
    );
  const found =
    desk.entries.find((one) => one.kind === entry?.kind && isSame(one)) ?? desk.entries.find(isSame);
  const cursor = found ? positionOf(items, found.key) : view.cursor;
  return {
    ...view,
    entries: desk.entries,
    folding,
    items,
    cursor,
    top: { item: Math.max(0, cursor - 2), row: 0 },
  };
};

/**
 * The state made whole after any change: the sheet fits the window, notes are out of their folds, the cursor
 * stands on something and is in view. Every update ends here.
 */
export function settle(given: Desk, before: AppState, how: Reveal = 'edge'): AppState {
  const desk = deskNow(given, before);
  let { view } = before;
  if (view.entries !== desk.entries) view = relisted(desk, view);
  const kept = keptEntries(desk, before);
  if (!areEqual(kept, view.folding.kept)) view = refolded(desk, view, { ...view.folding, kept });
  view = { ...view, sheet: sheetFor(desk, { ...before, view }) };
  const { bodyRows } = geometryOf(before);
  const cursor = nearestStop(view.items, view.cursor);
  const list = tallOf(view);
  const lowest = lastTop(list, bodyRows);
  const start = isAbove(lowest, view.top) ? lowest : view.top;
  const row = Math.min(start.row, Math.max(0, list.heightOf(start.item) - 1));
  const top = list.count > 0 ? reveal(list, { item: start.item, row }, cursor, bodyRows, how) : start;
  const current = view.items[cursor];
  const flags = current && current.kind !== 'fold' ? current.flags.length : 0;
  const flagAt = Math.max(0, Math.min(view.flagAt, flags - 1));
  return { ...before, view: { ...view, cursor, top, flagAt } };
}
