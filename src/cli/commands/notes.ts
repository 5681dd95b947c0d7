import { addNote, editNote, importNotes, listNotes, type NoteWords } from '../../app/notes.ts';
import type { Note } from '../../core/model/review.ts';
import { notesText } from '../../io/export/notes-text.ts';
import { exportWords } from '../../io/export/words.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json } from '../output.ts';

export type NotesOptions = CommonOptions & NoteWords & { readonly on?: string; readonly reopen?: boolean };

const told = (note: Note, options: NotesOptions): number => {
  if (options.json === true) emit(json({ schema: 'clausewatch/note@1', ...note }), options);
  else emit(`${sanitiseLine(`${note.id}  ${note.anchor.path}`)}\n`, options);
  return 0;
};

/** `clausewatch notes list BASE [REVISED]` */
export async function notesList(
  base: string,
  revised: string | undefined,
  options: NotesOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json']);
  const report = await listNotes(base, revised, context);
  if (format === 'json') {
    const { notes, decisions = [] } = report;
    const orphaned = notes.filter(({ anchor }) => anchor.isLost === true).map(({ id }) => id);
    emit(
      json({ schema: 'clausewatch/notes@1', base, revised: revised ?? base, notes, orphaned, decisions }),
      options,
    );
    return 0;
  }
  emit(notesText(report, context.uiLanguage, { withIds: true }), options);
  return 0;
}

/** `clausewatch notes add BASE REVISED --on PATH` */
export async function notesAdd(base: string, revised: string, options: NotesOptions): Promise<number> {
  return told(await addNote(base, revised, options.on ?? '', options, contextOf(options)), options);
}

/** `clausewatch notes edit BASE REVISED ID` */
export async function notesEdit(
  base: string,
  revised: string,
  id: string,
  options: NotesOptions,
): Promise<number> {
  const { stance, comment, counter } = options;
  const words = {
    ...(stance === undefined ? {} : { stance }),
    ...(comment === undefined ? {} : { comment }),
    ...(counter === undefined ? {} : { counter }),
  };
  return told(await editNote(base, revised, id, words, contextOf(options)), options);
}

/** `clausewatch notes resolve BASE REVISED ID` */
export async function notesResolve(
  base: string,
  revised: string,
  id: string,
  options: NotesOptions,
): Promise<number> {
  const resolved = options.reopen !== true;
  return told(await editNote(base, revised, id, { resolved }, contextOf(options)), options);
}

/** `clausewatch notes import BASE REVISED FILE` */
export async function notesImport(
  base: string,
  revised: string,
  file: string,
  options: NotesOptions,
): Promise<number> {
  const context = contextOf(options);
  const { added, orphaned } = await importNotes(base, revised, file, context);
  if (options.json === true) emit(json({ schema: 'clausewatch/notes-import@1', added, orphaned }), options);
  else emit(`${exportWords(context.uiLanguage)('notes.imported', { added, orphaned })}\n`, options);
  return 0;
}
