import type { Change } from '../../core/model/change.ts';
import type { Note } from '../../core/model/review.ts';
import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';
import type { Row } from '../layout/row.ts';
import type { Desk } from '../state/desk.ts';
import { paragraph } from './flag-lines.ts';

const DAY = 10;

/** A note as it is read: who, when, stance, comment, counter-text; and whether its clause is still the same. */
export function noteLines(desk: Desk, note: Note, change: Change | null, columns: number): Row[] {
  const { say } = desk;
  const stance = note.stance ? ` [${say(`stance.${note.stance}`)}]` : '';
  const settled = note.resolved === true ? ` (${say('panel.settled')})` : '';
  const lead = `${sanitiseLine(note.author)} ${sanitiseLine(note.updated.slice(0, DAY))}${stance}${settled}`;
  const lines = paragraph(desk, lead, sanitise(note.comment), columns, 'note');
  if (note.counterText !== undefined) {
    lines.push(...paragraph(desk, say('panel.counter'), sanitise(note.counterText), columns, 'note'));
  }
  const units = change?.[note.anchor.side] ?? [];
  if (change && !units.some(({ text }) => text === note.anchor.quote)) {
    lines.push(...paragraph(desk, '', `(${say('panel.quoteChanged')})`, columns, 'warning'));
  }
  return lines;
}
