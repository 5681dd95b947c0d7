import { sanitiseLine } from '../../core/text/sanitise.ts';
import { listRows as roomFor } from '../commands/listing.ts';
import { flagSign } from '../document/gutter.ts';
import { cellWidth, cutPath } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow, spreadRow } from '../layout/row-shape.ts';
import type { AppState, ListOverlay } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import type { Listed } from '../state/listed.ts';
import { listedIn } from '../state/listed.ts';
import { labelName } from './label-name.ts';
import { ruleRow } from './rule-row.ts';
import { statusRow } from './status-row.ts';

const PATH_COLUMNS = 24;

const listedRow = (desk: Desk, state: AppState, listed: Listed, isCursor: boolean): Row => {
  const { columns } = state.size;
  const { ellipsis } = desk.theme.glyphs;
  const path = sanitiseLine(
    listed.entry?.unit.path ?? (listed.kind === 'note' ? listed.note.anchor.path : ''),
  );
  const cursor: Segment = isCursor ? { text: '>', style: 'cursor' } : { text: ' ', style: 'plain' };
  // Wide windows show more of a path; what tells a clause stands at its end.
  const room = columns < 80 ? Math.floor(columns / 3) : Math.max(PATH_COLUMNS, Math.floor(columns / 3) - 2);
  const shown = cutPath(path, room, ellipsis);
  const place = {
    text: ` ${shown}${' '.repeat(Math.max(0, room - cellWidth(shown)))} `,
    style: 'plain' as const,
  };
  if (listed.kind === 'warning') {
    const text = `${desk.say('list.warning')}: ${sanitiseLine(listed.text)}`;
    return fitRow([cursor, { text: ` ? ${text}`, style: 'warning' }], columns);
  }
  if (listed.kind === 'note') {
    const { note } = listed;
    const settled = note.resolved === true ? `(${desk.say('panel.settled')}) ` : '';
    const stance = note.stance ? `[${desk.say(`stance.${note.stance}`)}] ` : '';
    const text = `${settled}${stance}${sanitiseLine(note.author)}: ${sanitiseLine(note.comment || (note.counterText ?? ''))}`;
    return fitRow([cursor, { text: ' n', style: 'note' }, place, { text, style: 'note' }], columns);
  }
  const { flag } = listed;
  const decision = annotations(desk, state.history.present).decisions.get(flag.fingerprint);
  const decided = decision ? `${desk.say(`panel.${decision.decision}`)}: ` : '';
  return fitRow(
    [
      cursor,
      flagSign(flag),
      place,
      { text: `${labelName(desk.say, flag)}  `, style: 'strong' },
      { text: decided, style: 'note' },
      { text: sanitiseLine(flag.message[desk.session.uiLanguage]), style: 'plain' },
    ],
    columns,
  );
};

/** A list as a screen: its title with what is filtered, its lines from the first in view, the status. */
export function listScreen(
  desk: Desk,
  state: AppState,
  list: ListOverlay,
  lines: {
    readonly title: string;
    readonly all: number;
    readonly shown: number;
    readonly row: (at: number) => Row;
  },
): Row[] {
  const { columns } = state.size;
  const rows = roomFor(state);
  const filter = list.filter === '' ? '' : `  /${sanitiseLine(list.filter)}`;
  const count = desk.say('list.filtered', { shown: lines.shown, all: lines.all });
  const head = spreadRow(
    textRow(` ${lines.title}${filter}`, 'heading'),
    textRow(`${count} `, 'dim'),
    columns,
  );
  const last = Math.min(lines.shown, list.top + rows);
  const shown: Row[] = [];
  for (let at = list.top; at < last; at++) shown.push(lines.row(at));
  if (shown.length === 0) shown.push(textRow(`   ${desk.say('list.empty')}`, 'dim'));
  while (shown.length < rows) shown.push([]);
  const rule = ruleRow(desk, columns);
  return [head, rule, ...shown, rule, statusRow(desk, state)];
}

/** All flags and notes, one a line. */
export function listRows(desk: Desk, state: AppState, list: ListOverlay): Row[] {
  const listed = listedIn(desk, state, list.filter);
  return listScreen(desk, state, list, {
    title: desk.say('list.title'),
    all: listedIn(desk, state, '').length,
    shown: listed.length,
    row: (at) => {
      const line = listed[at];
      return line ? listedRow(desk, state, line, at === list.cursor) : [];
    },
  });
}
