import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Placed, Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { clipRow, spreadRow } from '../layout/row-shape.ts';
import { pendingRow, workingRow } from '../screens/hint-row.ts';
import { ruleRow } from '../screens/rule-row.ts';
import type { Voice } from '../state/desk.ts';
import type { OpeningState } from './opening-state.ts';
import { rowsOfParagraph, textRows } from './opening-state.ts';

const bodyRows = (state: OpeningState): Row[] => {
  const { text, top, size } = state;
  const rows: Row[] = [];
  const wanted = textRows(state);
  for (let item = top.item; item < text.paragraphs.length && rows.length < wanted; item++) {
    const paragraph = text.paragraphs[item];
    if (!paragraph) break;
    rows.push(...rowsOfParagraph(paragraph, size.columns).slice(item === top.item ? top.row : 0));
  }
  while (rows.length < wanted) rows.push([]);
  return rows.slice(0, wanted);
};

/** The window while two texts are compared: the one under review as it stands. */
export function openingFrame(voice: Voice, state: OpeningState): readonly Placed[] {
  const { columns, rows } = state.size;
  const { say, theme } = voice;
  const place = (row: Row, y: number): Placed => ({ x: 0, y, columns, row: clipRow(row, columns) });
  if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
    const message = textRow(say('small.window', { columns, rows }));
    return Array.from({ length: rows }, (_, y) => place(y === 0 ? message : [], y));
  }
  const right = `${say('opening.comparing')} `;
  const name = cutToWidth(
    ` ${sanitiseLine(state.text.name)}`,
    columns - cellWidth(right) - 2,
    theme.glyphs.ellipsis,
  );
  const rule = ruleRow(voice, columns);
  const status =
    state.pending.length > 0
      ? pendingRow(voice, 'reader', state.pending, columns)
      : workingRow(voice, 'reader', columns);
  const head = spreadRow(textRow(name, 'strong'), textRow(right, 'note'), columns);
  return [head, rule, ...bodyRows(state), rule, status].map(place);
}
