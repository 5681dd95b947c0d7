import { createHash, randomUUID } from 'node:crypto';
import type { Change, Unit } from '../core/model/change.ts';
import type { Report } from '../core/model/report.ts';
import { STANCES, type Note, type Review, type Stance } from '../core/model/review.ts';
import { reduceReview } from '../core/review/reducer.ts';
import { readBytes } from '../io/files/read-bytes.ts';
import { readDocx } from '../io/import/docx/read-docx.ts';
import { isNote } from '../io/reviews/check-review.ts';
import { findAnchors } from '../io/reviews/find-anchors.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { openReviewOf } from './review-session.ts';

/** The words of a note as the command line gives them. */
export interface NoteWords {
  readonly stance?: string;
  readonly comment?: string;
  readonly counter?: string;
}

const stanceOf = (name: string | undefined): Stance | null => {
  if (name === undefined) return null;
  const stance = STANCES.find((one) => one === name);
  if (stance === undefined)
    throw new UserError(`no stance "${name}"`, { hint: `there is ${STANCES.join(', ')}` });
  return stance;
};

const place = (
  changes: readonly Change[],
  path: string,
): { readonly side: 'base' | 'revised'; readonly unit: Unit } => {
  for (const side of ['revised', 'base'] as const) {
    const units = changes.flatMap((change) => change[side]).filter((unit) => unit.path === path);
    const unit = units.find((one) => one.unit === 'clause') ?? units[0];
    if (unit !== undefined) return { side, unit };
  }
  throw new UserError(`no clause "${path}" in either text`, { hint: '"clausewatch diff" shows the paths' });
};

const noteOf = (review: Review, id: string): Note => {
  const found = review.notes.filter((note) => note.id.startsWith(id));
  const exact = found.find((note) => note.id === id) ?? (found.length === 1 ? found[0] : undefined);
  if (exact === undefined)
    throw new UserError(
      found.length === 0 ? `no note "${id}"` : `"${id}" begins the ids of ${found.length} notes`,
      {
        hint: '"clausewatch notes list" shows the ids',
      },
    );
  return exact;
};

/** The report of a comparison, its notes on the clauses they belong to. */
export async function listNotes(
  base: string,
  revised: string | undefined,
  context: Context,
): Promise<Report> {
  const { report, review } = await openReviewOf(base, revised, context);
  return { ...report, notes: review.notes };
}

/** Adds a note to the clause at a path; gives the note. */
export async function addNote(
  base: string,
  revised: string,
  path: string,
  words: NoteWords,
  context: Context,
): Promise<Note> {
  const { report, review, author, save, now } = await openReviewOf(base, revised, context);
  const { side, unit } = place(report.comparison.changes, path);
  const stance = stanceOf(words.stance);
  if (stance === null && words.comment === undefined && words.counter === undefined)
    throw new UserError('an empty note', { hint: 'give --stance, --comment or --counter' });
  const instant = now();
  const note: Note = {
    id: randomUUID(),
    anchor: { side, path: unit.path, quote: unit.text },
    stance,
    comment: words.comment ?? '',
    ...(words.counter === undefined ? {} : { counterText: words.counter }),
    author,
    created: instant,
    updated: instant,
  };
  await save(reduceReview(review, { kind: 'putNote', note }));
  return note;
}

/** Changes what is given of a note, by its id or the beginning of it; gives the note as it is now. */
export async function editNote(
  base: string,
  revised: string,
  id: string,
  words: NoteWords & { readonly resolved?: boolean },
  context: Context,
): Promise<Note> {
  const { review, save, now } = await openReviewOf(base, revised, context);
  const old = noteOf(review, id);
  const note: Note = {
    ...old,
    ...(words.stance === undefined ? {} : { stance: stanceOf(words.stance) }),
    ...(words.comment === undefined ? {} : { comment: words.comment }),
    ...(words.counter === undefined ? {} : { counterText: words.counter }),
    ...(words.resolved === undefined ? {} : { resolved: words.resolved }),
    updated: now(),
  };
  await save(reduceReview(review, { kind: 'putNote', note }));
  return note;
}

/** The notes of a file: the comments of a Word document, or notes as `notes list --json` prints them. */
const notesIn = (file: string, bytes: Uint8Array, now: string): Note[] => {
  if (!/\.json$/i.test(file)) {
    return readDocx(bytes).comments.map(({ author, date, text, quote }) => {
      const id = createHash('sha256')
        .update(JSON.stringify([author, date, text, quote]))
        .digest('hex');
      const created = date ?? now;
      const anchor = { side: 'revised' as const, path: '', quote };
      return { id: id.slice(0, 16), anchor, stance: null, comment: text, author, created, updated: created };
    });
  }
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new UserError(`${file} is no JSON`, { cause });
  }
  const list = typeof data === 'object' && data !== null && 'notes' in data ? data.notes : data;
  if (!Array.isArray(list) || !list.every(isNote))
    throw new UserError(`${file} holds no notes`, { hint: 'it should be what "notes list --json" prints' });
  return list;
};

/**
 * Takes the notes of a file into the review, each on the clause its words stand in; the same note twice is one.
 * Gives how many were new.
 */
export async function importNotes(
  base: string,
  revised: string,
  file: string,
  context: Context,
): Promise<{ readonly added: number; readonly orphaned: number }> {
  const { report, review, save, now } = await openReviewOf(base, revised, context);
  const known = new Set(review.notes.map(({ id }) => id));
  const isOurs = ({ author, comment }: Note): boolean =>
    author === 'Clausewatch' ||
    review.notes.some(
      (note) => note.author === author && note.comment !== '' && comment.includes(note.comment),
    );
  // Our own redline comes back with its flags, and with the notes that are here already.
  const fresh = notesIn(file, await readBytes(file), now()).filter(
    (note) => !known.has(note.id) && !isOurs(note),
  );
  const placed = findAnchors(report.comparison.changes, fresh);
  let next = review;
  for (const note of placed) next = reduceReview(next, { kind: 'putNote', note });
  if (placed.length > 0) await save(next);
  return { added: placed.length, orphaned: placed.filter(({ anchor }) => anchor.isLost === true).length };
}
