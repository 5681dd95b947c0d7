import type { Flag } from '../../core/model/flag.ts';
import { gutter, gutterBelow } from '../document/gutter.ts';
import type { Item } from '../document/items.ts';
import { rowsOf } from '../document/sheet.ts';
import type { Row } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Annotations, Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import type { Margin } from '../document/gutter.ts';

/** What the review has to say in the margin of an item. */
export function marginOf(item: Item, isCursor: boolean, { seen, byChange, decisions }: Annotations): Margin {
  if (item.kind === 'fold') return { isCursor, isSeen: false, hasNote: false, openFlags: [] };
  const isOpen = (flag: Flag): boolean => decisions.get(flag.fingerprint)?.decision !== 'dismissed';
  return {
    isCursor,
    isSeen: item.kind === 'clause' && seen.has(item.index),
    hasNote: byChange.has(item.index) && item.kind !== 'ghost',
    openFlags: item.kind === 'ghost' ? [] : item.flags.filter(isOpen),
  };
}

/** The rows of the comparison that are in view: only these are laid out and drawn. */
export function bodyRows(desk: Desk, state: AppState, rows: number, columns: number): Row[] {
  const { view, history } = state;
  const notes = annotations(desk, history.present);
  const drawn: Row[] = [];
  let skip = view.top.row;
  for (let at = view.top.item; at < view.items.length && drawn.length < rows; at++) {
    const item = view.items[at];
    if (!item) break;
    const isCursor = at === view.cursor;
    const margin = marginOf(item, isCursor, notes);
    for (const [nth, row] of rowsOf(item, view.sheet).entries()) {
      if (nth < skip) continue;
      if (drawn.length === rows) break;
      // The first row in view carries the margin, also when the clause started further up.
      const side =
        nth === 0 || drawn.length === 0 ? gutter(item, margin) : gutterBelow(isCursor, desk.theme.glyphs.bar);
      drawn.push(fitRow([...side, ...row], columns));
    }
    skip = 0;
  }
  while (drawn.length < rows) drawn.push(fitRow([], columns));
  return drawn;
}
