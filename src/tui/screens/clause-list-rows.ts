import { sanitiseLine } from '../../core/text/sanitise.ts';
import { gutter } from '../document/gutter.ts';
import type { Item } from '../document/items.ts';
import { cutToWidth } from '../layout/cell-width.ts';
import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Annotations, Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { marginOf } from './body-rows.ts';

const listRow = (desk: Desk, item: Item, isCursor: boolean, notes: Annotations, columns: number): Row => {
  const { ellipsis, fold } = desk.theme.glyphs;
  if (item.kind === 'fold') {
    return fitRow(
      [...gutter(item, marginOf(item, isCursor, notes)), { text: `${fold} ${item.clauses}`, style: 'dim' }],
      columns,
    );
  }
  if (item.kind === 'heading') {
    return fitRow(
      textRow(` ${cutToWidth(sanitiseLine(item.unit.text), columns - 2, ellipsis)}`, 'heading'),
      columns,
    );
  }
  const indent = ' '.repeat(Math.min(6, Math.max(0, item.unit.depth - 1) * 2));
  const name = sanitiseLine(item.unit.label ?? (item.kind === 'frame' ? item.unit.path : '¶'));
  const label = { text: cutToWidth(indent + name, columns - 8, ellipsis), style: 'plain' as const };
  return fitRow([...gutter(item, marginOf(item, isCursor, notes)), label], columns);
};

/** The left pane of a wide window: one line a clause, the current one in the middle third. */
export function clauseListRows(desk: Desk, state: AppState, rows: number, columns: number): Row[] {
  const { view, history } = state;
  const notes = annotations(desk, history.present);
  const title = fitRow(textRow(` ${desk.say('panel.clauses')}`, 'dim'), columns);
  const room = rows - 1;
  const first = Math.max(0, Math.min(view.cursor - Math.floor(room / 2), view.items.length - room));
  const drawn: Row[] = [title];
  for (let at = first; at < view.items.length && drawn.length < rows; at++) {
    const item = view.items[at];
    if (item) drawn.push(listRow(desk, item, at === view.cursor, notes, columns));
  }
  while (drawn.length < rows) drawn.push(fitRow([], columns));
  return drawn;
}
