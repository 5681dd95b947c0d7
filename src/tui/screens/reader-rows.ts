import { sanitiseLine } from '../../core/text/sanitise.ts';
import { listRows as roomFor } from '../commands/listing.ts';
import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow, spreadRow } from '../layout/row-shape.ts';
import type { AppState, Overlay } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { ruleRow } from './rule-row.ts';
import { readerLines } from './reader-lines.ts';
import { statusRow } from './status-row.ts';

const titleOf = (desk: Desk, state: AppState, kind: 'help' | 'details'): string => {
  if (kind === 'help') return desk.say('help.title');
  const item = state.view.items[state.view.cursor];
  return item && item.kind !== 'fold' ? sanitiseLine(item.unit.path) : '';
};

/** A screen that is only read and scrolled. */
export function readerRows(
  desk: Desk,
  state: AppState,
  reader: Extract<Overlay, { kind: 'help' | 'details' }>,
): Row[] {
  const { columns } = state.size;
  const rows = roomFor(state);
  const lines = readerLines(desk, state, reader.kind);
  const top = Math.max(0, Math.min(reader.top, lines.length - rows));
  const end = Math.min(lines.length, top + rows);
  const place = lines.length > rows ? `${end}/${lines.length} ` : '';
  const head = spreadRow(
    textRow(` ${titleOf(desk, state, reader.kind)}`, 'heading'),
    textRow(place, 'dim'),
    columns,
  );
  const shown = lines.slice(top, end).map((row) => fitRow(row, columns));
  while (shown.length < rows) shown.push([]);
  const rule = ruleRow(desk, columns);
  return [head, rule, ...shown, rule, statusRow(desk, state)];
}
