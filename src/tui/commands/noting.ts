import type { Note, Stance } from '../../core/model/review.ts';
import { act } from '../../core/review/history.ts';
import { changeAnchor } from '../../core/review/selectors.ts';
import { sanitise } from '../../core/text/sanitise.ts';
import type { Chord } from '../keys/chords.ts';
import type { AppState, NoteEditor, NoteField, Step } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import { bufferOf, editWith, insert } from '../state/text-buffer.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, reply, step } from './handler.ts';

const draftKey = ({ anchor, note }: NoteEditor): string =>
  `${note?.id ?? 'new'} ${anchor.side} ${anchor.path}`;

/** The notes on the clause under the cursor; a move's are the same at both ends. */
export function notesHere(desk: Desk, state: AppState): readonly Note[] {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold') return [];
  return annotations(desk, state.history.present).byChange.get(item.index) ?? [];
}

const ownNote = (desk: Desk, state: AppState): Note | null =>
  notesHere(desk, state).findLast((note) => note.author === desk.session.author) ?? null;

const openEditor = (desk: Desk, state: AppState, note: Note | null): Step => {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold') {
    return refuse(desk, state, 'disabled.onFold', { key: keyOf(desk, 'review.fold') });
  }
  const here = item.change
    ? changeAnchor(item.change)
    : { side: 'revised' as const, path: item.unit.path, quote: item.unit.text };
  const anchor = note?.anchor ?? here;
  if (!anchor) return step(desk, state);
  const fresh: NoteEditor = {
    anchor,
    note,
    stance: note?.stance ?? null,
    // Whoever opens a note wants to write; the stance is one step away.
    field: 'comment',
    comment: bufferOf(note?.comment ?? ''),
    counter: bufferOf(note?.counterText ?? ''),
  };
  return step(desk, { ...state, editor: state.drafts[draftKey(fresh)] ?? fresh });
};

const withoutDraft = (state: AppState, editor: NoteEditor): AppState['drafts'] =>
  Object.fromEntries(Object.entries(state.drafts).filter(([key]) => key !== draftKey(editor)));

/** The note being written as it would be saved now; null when there is nothing in it. */
const written = (desk: Desk, editor: NoteEditor): Note | null => {
  const comment = editor.comment.text.trimEnd();
  const counterText = editor.counter.text.trimEnd();
  if (comment === '' && counterText === '' && editor.stance === null) return null;
  const now = desk.session.now();
  return {
    id: editor.note?.id ?? desk.session.newId(),
    anchor: editor.anchor,
    stance: editor.stance,
    comment,
    ...(counterText === '' ? {} : { counterText }),
    author: editor.note?.author ?? desk.session.author,
    created: editor.note?.created ?? now,
    updated: now,
  };
};

const isSame = (note: Note, before: Note | null): boolean =>
  before !== null &&
  note.stance === before.stance &&
  note.comment === before.comment &&
  note.counterText === before.counterText;

/** Saves the note being written and closes the editor; also what a signal does before the program ends. */
export const saveNote: Handler = (desk, state) => {
  const { editor } = state;
  if (!editor) return step(desk, state);
  const closed = { ...state, editor: null, drafts: withoutDraft(state, editor) };
  const note = written(desk, editor);
  if (!note) return reply(desk, closed, 'status.noteEmpty');
  if (isSame(note, editor.note)) return step(desk, closed);
  const history = act(state.history, { kind: 'putNote', note });
  return reply(desk, { ...closed, history }, 'status.noteSaved', { key: keyOf(desk, 'review.undo') });
};

const discardNote: Handler = (desk, state) => {
  const { editor } = state;
  if (!editor) return step(desk, state);
  if (!written(desk, editor)) return reply(desk, { ...state, editor: null }, 'status.noteEmpty');
  const drafts = { ...state.drafts, [draftKey(editor)]: editor };
  return reply(desk, { ...state, editor: null, drafts }, 'status.noteDiscarded', {
    key: keyOf(desk, 'review.note'),
  });
};

const NEXT_FIELD: Readonly<Record<NoteField, NoteField>> = {
  stance: 'comment',
  comment: 'counter',
  counter: 'stance',
};

const nextField: Handler = (desk, state) => {
  const { editor } = state;
  if (!editor) return step(desk, state);
  return step(desk, { ...state, editor: { ...editor, field: NEXT_FIELD[editor.field] } });
};

const deleteNote: Handler = (desk, state) => {
  const note = ownNote(desk, state);
  if (!note) return refuse(desk, state, 'disabled.noNoteHere');
  const history = act(state.history, { kind: 'deleteNote', id: note.id });
  return reply(desk, { ...state, history }, 'status.noteDeleted', { key: keyOf(desk, 'review.undo') });
};

const settleNote: Handler = (desk, state) => {
  const note = ownNote(desk, state);
  if (!note) return refuse(desk, state, 'disabled.noNoteHere');
  const resolved = note.resolved !== true;
  const changed: Note = { ...note, resolved, updated: desk.session.now() };
  const history = act(state.history, { kind: 'putNote', note: changed });
  const name = resolved ? 'status.noteSettled' : 'status.noteReopened';
  return reply(desk, { ...state, history }, name, { key: keyOf(desk, 'review.undo') });
};

const editOutside: Handler = (desk, state) => {
  if (!desk.session.editText) return refuse(desk, state, 'disabled.noEditor');
  const opened = openEditor(desk, state, ownNote(desk, state));
  const { editor } = opened.state;
  if (!editor) return opened;
  return {
    state: { ...opened.state, editor: { ...editor, field: 'comment' } },
    effects: [{ kind: 'editText', text: editor.comment.text }],
  };
};

const STANCE_KEYS: Readonly<Record<string, Stance | null>> = {
  s: 'support',
  o: 'oppose',
  a: 'amend',
  w: 'watch',
  '-': null,
};

/** What a key that is no command does while a note is written: choose a stance, or type. */
export function typeIntoNote(desk: Desk, state: AppState, chord: Chord): Step {
  const { editor } = state;
  if (!editor) return step(desk, state);
  const put = (changes: Partial<NoteEditor>): Step =>
    step(desk, { ...state, editor: { ...editor, ...changes } });
  if (editor.field === 'stance') {
    if (chord.kind === 'paste')
      return put({ field: 'comment', comment: insert(editor.comment, sanitise(chord.text)) });
    const stance = STANCE_KEYS[chord.key.toLowerCase()];
    if (stance !== undefined) return put({ stance, field: 'comment' });
    if (chord.key === 'enter' || chord.key === 'down') return put({ field: 'comment' });
    return { state: answered(state, desk.say('editor.stances'), 'warning'), effects: [] };
  }
  const buffer = editor[editor.field];
  if (chord.kind === 'paste') return put({ [editor.field]: insert(buffer, sanitise(chord.text)) });
  const edited = chord.key === 'enter' ? insert(buffer, '\n') : editWith(buffer, chord.key);
  return put({ [editor.field]: edited });
}

export const noting: Handlers = {
  'review.note': (desk, state) => openEditor(desk, state, ownNote(desk, state)),
  'review.anotherNote': (desk, state) => openEditor(desk, state, null),
  'review.editNote': editOutside,
  'review.deleteNote': deleteNote,
  'review.settleNote': settleNote,
  'note.save': saveNote,
  'note.discard': discardNote,
  'note.nextField': nextField,
};
