import type { Note } from '../../core/model/review.ts';
import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';
import type { Row } from '../layout/row.ts';
import type { Desk } from '../state/desk.ts';
import { paragraph } from './flag-lines.ts';

const DAY = 10;

/** A note as it is read: who, when, stance, comment, counter-text. */
export function noteLines(desk: Desk, note: Note, columns: number): Row[] {
  const { say } = desk;
  const stance = note.stance ? ` [${say(`stance.${note.stance}`)}]` : '';
  const lead = `${sanitiseLine(note.author)} ${sanitiseLine(note.updated.slice(0, DAY))}${stance}`;
  const lines = paragraph(lead, sanitise(note.comment), columns, 'note');
  if (note.counterText !== undefined) {
    lines.push(...paragraph(say('panel.counter'), sanitise(note.counterText), columns, 'note'));
  }
  return lines;
}
