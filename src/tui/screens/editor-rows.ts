import { STANCES } from '../../core/model/review.ts';
import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';
import type { Row, Segment } from '../layout/row.ts';
import { fitRow, spreadRow } from '../layout/row-shape.ts';
import { wrapPieces } from '../layout/wrap.ts';
import type { NoteEditor } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import type { TextBuffer } from '../state/text-buffer.ts';
import { graphemeAtCaret } from '../state/text-buffer.ts';

interface Lines {
  readonly rows: readonly Row[];
  /** The row the caret is in. */
  readonly at: number;
}

/** A text being typed, wrapped, with the caret as a cell in reverse. */
const setBuffer = ({ text, caret }: TextBuffer, isActive: boolean, columns: number): Lines => {
  const rows: Row[] = [];
  let at = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const column = caret - offset;
    const hasCaret = isActive && column >= 0 && column <= line.length;
    const under = hasCaret ? graphemeAtCaret({ text: line, caret: column }) || ' ' : '';
    const pieces = hasCaret
      ? [
          { text: sanitise(line.slice(0, column)), style: 'plain' as const },
          { text: under === ' ' ? '\u00A0' : sanitise(under), style: 'caret' as const },
          { text: sanitise(line.slice(column + under.length)), style: 'plain' as const },
        ]
      : [{ text: sanitise(line), style: 'plain' as const }];
    const wrapped = wrapPieces(pieces, columns, null);
    const caretRow = wrapped.findIndex((row) => row.some(({ style }) => style === 'caret'));
    if (hasCaret) at = rows.length + Math.max(0, caretRow);
    rows.push(...wrapped);
    offset += line.length + 1;
  }
  return { rows, at };
};

const stanceRow = (desk: Desk, { stance, field }: NoteEditor): Row => {
  const { say } = desk;
  const isActive = field === 'stance';
  const chosen = (name: string): Segment['style'] => (name === (stance ?? 'none') ? 'bar' : 'plain');
  return [
    { text: ` ${say('editor.stance')}: `, style: isActive ? 'strong' : 'dim' },
    ...STANCES.flatMap((name): Segment[] => [
      { text: ` ${STANCE_KEY[name]} `, style: isActive ? 'strong' : 'dim' },
      { text: say(`stance.${name}`), style: chosen(name) },
    ]),
    { text: ' - ', style: isActive ? 'strong' : 'dim' },
    { text: say('editor.noStance'), style: chosen('none') },
  ];
};

const STANCE_KEY = { support: 's', oppose: 'o', amend: 'a', watch: 'w' } as const;

const field = (lead: string, isActive: boolean, lines: Lines, rows: number, columns: number): Row[] => {
  const first = Math.max(0, Math.min(lines.at - rows + 1, lines.rows.length - rows));
  const shown = lines.rows.slice(first, first + rows);
  const head = ` ${lead}: `;
  return Array.from({ length: rows }, (_, nth) => [
    { text: nth === 0 ? head : ' '.repeat(head.length), style: isActive ? 'strong' : 'dim' } as const,
    ...fitRow(shown[nth] ?? [], Math.max(1, columns - head.length)),
  ]);
};

/** The note being written: clause, stance, comment, counter-text; the field in use gets the room. */
export function editorRows(desk: Desk, editor: NoteEditor, rows: number, columns: number): Row[] {
  const { say } = desk;
  const head = spreadRow(
    [{ text: ` ${say('editor.title', { path: sanitiseLine(editor.anchor.path) })}`, style: 'heading' }],
    [{ text: `${sanitiseLine(desk.session.author)} `, style: 'dim' }],
    columns,
  );
  const room = Math.max(2, rows - 2);
  const isCounter = editor.field === 'counter';
  const small = room >= 6 ? 2 : 1;
  const leads = { comment: say('editor.comment'), counter: say('editor.counter') };
  const set = (name: 'comment' | 'counter', height: number): Row[] => {
    const isActive = editor.field === name;
    const lines = setBuffer(editor[name], isActive, columns - leads[name].length - 3);
    return field(leads[name], isActive, lines, height, columns);
  };
  const comment = set('comment', isCounter ? small : room - small);
  const counter = set('counter', isCounter ? room - small : small);
  return [head, stanceRow(desk, editor), ...comment, ...counter].slice(0, rows);
}
