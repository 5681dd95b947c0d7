import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Item } from '../document/items.ts';
import { itemRows } from '../document/item-rows.ts';
import type { Placed, Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import { wrapPieces } from '../layout/wrap.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { marginOf } from './body-rows.ts';
import { editorRows } from './editor-rows.ts';
import { shortName } from './header-row.ts';
import { panelLines } from './panel-lines.ts';
import { statusRow } from './status-row.ts';

/** What the margin's signs say, in words: what happened, what is flagged, seen, noted. */
const spokenSigns = (desk: Desk, state: AppState, item: Item): string => {
  const { say } = desk;
  if (item.kind === 'fold') return '';
  const { isSeen, hasNote, openFlags } = marginOf(item, true, annotations(desk, state.history.present));
  const kind = item.kind === 'ghost' ? 'moved' : (item.change?.kind ?? 'unchanged');
  return [
    say(`kind.${kind}`),
    ...openFlags.map((flag) =>
      flag.polarity === 'green'
        ? say('linear.green')
        : say('linear.flag', { severity: say(`severity.${flag.severity}`) }),
    ),
    ...(isSeen ? [say('linear.seen')] : []),
    ...(hasNote ? [say('linear.noted')] : []),
  ].join(', ');
};

/**
 * The comparison for a screen reader: one clause at a time from the top of the window, in sentences, the terminal's
 * cursor on its first line. Flags and notes follow it; nothing stands beside anything else.
 */
export function linearFrame(desk: Desk, state: AppState): readonly Placed[] {
  const { columns, rows } = state.size;
  const { say, session } = desk;
  const { view, editor } = state;
  const item = view.items[view.cursor];
  const { base, revised } = session.report;
  const clause = (item?.kind === 'fold' ? item.entries.at(-1) : item)?.clauses ?? 0;
  const title = `Res. ${sanitiseLine(revised.resolution.number ?? '?')}, ${shortName(base)}, ${shortName(revised)}`;
  const place = say('linear.place', { clause, clauses: desk.clauses });
  const path = item && item.kind !== 'fold' ? sanitiseLine(item.unit.path) : '';
  const lead = [path, item ? spokenSigns(desk, state, item) : ''].filter((part) => part !== '').join(', ');
  const said = wrapPieces([{ text: lead, style: 'strong' }], columns - 3, null);
  const body: Row[] = [
    textRow(`${title}. ${place}.`, 'dim'),
    ...said.map((row, nth): Row => [
      { text: nth === 0 ? '>' : ' ', style: nth === 0 ? 'cursor' : 'plain' },
      ...row,
    ]),
    ...(item ? itemRows(item, { ...view.sheet, columns: columns - 1, layout: 'inline' }) : []),
    [],
    ...(editor
      ? editorRows(desk, editor, Math.min(10, rows - 8), columns)
      : panelLines(desk, state, columns)),
  ];
  // While a note is written its lines must be in view, however long the clause.
  const room = rows - 1;
  const shown = editor && body.length > room ? body.slice(-room) : body.slice(0, room);
  while (shown.length < room) shown.push([]);
  return [...shown, statusRow(desk, state)].map((row, y) => ({
    x: 0,
    y,
    columns,
    row: fitRow(row, columns),
  }));
}
