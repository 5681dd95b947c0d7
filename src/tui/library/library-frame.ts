import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Placed, Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { clipRow, spreadRow } from '../layout/row-shape.ts';
import { helpLines } from '../screens/help-lines.ts';
import { answerRow, overlaid, pendingRows, promptRow, workingRow } from '../screens/hint-row.ts';
import { ruleRow } from '../screens/rule-row.ts';
import { libraryLines, numberOf } from './library-lines.ts';
import { columnNames, lineRow } from './library-rows.ts';
import type { LibraryDesk, LibraryState } from './library-state.ts';
import { openedResolution } from './library-state.ts';
import { LIBRARY_CONTEXTS, helpRows, libraryRows, spotOf } from './update-library.ts';

const header = (desk: LibraryDesk, state: LibraryState, shown: number): Row => {
  const { columns } = state.size;
  const { say } = desk;
  const { filter } = spotOf(state);
  const opened = openedResolution(state);
  const name = opened
    ? ` Res. ${sanitiseLine(numberOf(opened))}  ${sanitiseLine(opened.title)}`
    : ` ${say('library.title')} ${sanitiseLine(desk.session.root)}`;
  const right = [
    filter === '' ? '' : `/${sanitiseLine(filter)}`,
    state.language ?? '',
    opened ? '' : say('library.resolutions', { count: shown }),
  ].filter((part) => part !== '');
  const end = ` ${right.join('  ')} `;
  const model = opened?.texts.some(({ isModel }) => isModel) === true ? `  [${say('header.model')}]` : '';
  const room = Math.max(4, columns - cellWidth(end) - cellWidth(model) - 1);
  return spreadRow(
    [
      { text: cutToWidth(name, room, desk.theme.glyphs.ellipsis), style: 'strong' },
      { text: model, style: 'serious' },
    ],
    textRow(end, 'dim'),
    columns,
  );
};

const status = (desk: LibraryDesk, state: LibraryState): Row => {
  const { columns } = state.size;
  if (state.prompt)
    return promptRow(
      desk.say(state.isImporting ? 'library.import' : 'library.filter'),
      state.prompt,
      columns,
    );
  if (state.status) return answerRow(desk, state.status, columns);
  return workingRow(desk, 'library', columns, { isNested: state.opened !== null || state.help !== null });
};

const helpScreen = (desk: LibraryDesk, state: LibraryState, top: number): Row[] => {
  const rows = helpRows(state);
  const lines = helpLines(desk, LIBRARY_CONTEXTS, state.size.columns - 1);
  const shown = lines.slice(top, top + rows);
  while (shown.length < rows) shown.push([]);
  return [textRow(` ${desk.say('help.title')}`, 'heading'), ruleRow(desk, state.size.columns), ...shown];
};

const listScreen = (desk: LibraryDesk, state: LibraryState): Row[] => {
  const lines = libraryLines(desk, state);
  const { cursor, top } = spotOf(state);
  const rows = libraryRows(state);
  const shown = lines
    .slice(top, top + rows)
    .map((line, nth) => lineRow(desk, state, line, top + nth === cursor));
  if (shown.length === 0 && state.resolutions) shown.push(textRow(`   ${desk.say('library.empty')}`, 'dim'));
  while (shown.length < rows) shown.push([]);
  return [
    header(desk, state, lines.length),
    ruleRow(desk, state.size.columns),
    columnNames(desk, state),
    ...shown,
  ];
};

/** The whole window of the library. */
export function libraryFrame(desk: LibraryDesk, state: LibraryState): readonly Placed[] {
  const { columns, rows } = state.size;
  const isSmall = columns < LEAST_COLUMNS || rows < LEAST_ROWS;
  const body = state.help === null ? listScreen(desk, state) : helpScreen(desk, state, state.help);
  const all = isSmall
    ? [textRow(desk.say('small.window', { columns, rows }))]
    : [...body, ruleRow(desk, columns), status(desk, state)];
  const frame = Array.from({ length: rows }, (_, y) => ({
    x: 0,
    y,
    columns,
    row: clipRow(all[y] ?? [], columns),
  }));
  if (state.pending.length === 0 || isSmall) return frame;
  return overlaid(frame, pendingRows(desk, 'library', state.pending, columns), state.size);
}
