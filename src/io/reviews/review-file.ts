import { existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../core/model/language.ts';
import type { FlagDecision, Note, Pin, Review, SeenMark } from '../../core/model/review.ts';
import { UserError } from '../user-error.ts';
import { isDecision, isNote, isPin, isPlace, isSeenMark, listOf } from './check-review.ts';
import { noteFileName, reviewFolder, reviewPath, shortHash, slug } from './file-names.ts';
import { readJson, writeJson } from './json-file.ts';
import { isSameNote, reviewDelta } from './review-delta.ts';
import { whileLocked } from './review-lock.ts';

/*
 * reviews/<base>--<revised>.<language>/
 *   review.json                 which comparison this is
 *   notes/<id>.json             one note a file: two people's notes never meet in Git
 *   by/<author>/decisions.json  what each reviewer decided on flags; seen.json, pins.json, place.json likewise
 */

const keysOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};

const damaged = (path: string): UserError =>
  new UserError(`${path} is damaged or no review`, { hint: 'move it away, or mend it; nothing was changed' });

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];

const readNote = (path: string): Note | null => {
  const data = readJson(path);
  if (data === null) return null;
  if (!isNote(data)) throw damaged(path);
  // The schema is the file's; the rest is the note, with whatever a newer version put there.
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'schema')) as unknown as Note;
};

const writeNote = (folder: string, note: Note): void =>
  writeJson(join(folder, 'notes', noteFileName(note.id)), { schema: 'clausewatch/note@1', ...note });

/** A review as it was kept before: all in one file. */
const readOldFile = (path: string): Review | null => {
  const data = readJson(path);
  if (data === null) return null;
  const { schema, notes } = keysOf(data);
  if (schema !== 'clausewatch/review@1' || !Array.isArray(notes)) throw damaged(path);
  return data as Review;
};

const byTime = (a: Note, b: Note): number => {
  const [one, other] = [`${a.created} ${a.id}`, `${b.created} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Of several decisions on a flag the reader's own counts, else the last one. */
const settleDecisions = (all: readonly FlagDecision[], author: string): readonly FlagDecision[] => {
  const found = new Map<string, FlagDecision>();
  for (const decision of [...all].sort((a, b) => (a.decided < b.decided ? -1 : 1))) {
    const known = found.get(decision.flag);
    if (known?.author !== author || decision.author === author) found.set(decision.flag, decision);
  }
  return [...found.values()];
};

/**
 * The review of a comparison as `author` sees it: everybody's notes and decisions, one's own marks and place; an
 * empty one when there is none yet. What an older version kept in one file is read too. A damaged file is a
 * UserError that names it; it is never overwritten.
 */
export function readReview(
  folder: string,
  base: string,
  revised: string,
  language: Language,
  author = '',
): Review {
  const own = reviewFolder(folder, base, revised, language);
  const old = readOldFile(reviewPath(folder, base, revised, language));
  const notes = new Map((old?.notes ?? []).map((note) => [note.id, note] as const));
  for (const name of namesIn(join(own, 'notes')).filter((one) => one.endsWith('.json'))) {
    const note = readNote(join(own, 'notes', name));
    if (note !== null) notes.set(note.id, note);
  }
  const decisions = [...(old?.decisions ?? [])];
  for (const name of namesIn(join(own, 'by')))
    decisions.push(...listOf(readJson(join(own, 'by', name, 'decisions.json')), isDecision));
  const mine = join(own, 'by', slug(author));
  const seen = author === '' ? [] : listOf(readJson(join(mine, 'seen.json')), isSeenMark);
  const pins = author === '' ? [] : listOf(readJson(join(mine, 'pins.json')), isPin);
  const place = author === '' ? null : readJson(join(mine, 'place.json'));
  const settled = settleDecisions(decisions, author);
  const marks = seen.length > 0 ? seen : (old?.seen ?? []);
  const stayed = isPlace(place) ? place : old?.place;
  return {
    schema: 'clausewatch/review@1',
    base,
    revised,
    notes: [...notes.values()].sort(byTime),
    ...(settled.length > 0 ? { decisions: settled } : {}),
    ...(marks.length > 0 ? { seen: marks } : {}),
    ...(pins.length > 0 ? { pins } : {}),
    ...(stayed === undefined ? {} : { place: stayed }),
  };
}

const STRAY = /^\..+\.tmp$/;
const STRAY_AFTER = 60 * 60 * 1000;

/** Temporary files that killed programs left behind. */
const sweep = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.lock') sweep(path);
    else if (entry.isFile() && STRAY.test(entry.name) && Date.now() - statSync(path).mtimeMs > STRAY_AFTER)
      rmSync(path, { force: true });
  }
};

const refuseLink = (path: string): void => {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new UserError(`${path} is a link`, { hint: 'reviews are kept in plain folders' });
};

const changeList = <Item>(
  path: string,
  isItem: (one: unknown) => one is Item,
  change: (list: readonly Item[]) => readonly Item[],
): void => {
  const before = listOf(readJson(path), isItem);
  const after = change(before);
  if (after !== before && JSON.stringify(after) !== JSON.stringify(before)) writeJson(path, after);
};

const decide = (own: string, decision: FlagDecision): void =>
  changeList(join(own, 'by', slug(decision.author), 'decisions.json'), isDecision, (list) => [
    ...list.filter(({ flag }) => flag !== decision.flag),
    decision,
  ]);

const replace = <Item>(
  list: readonly Item[],
  put: readonly Item[],
  taken: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] => {
  const gone = new Set([...put, ...taken].map(keyOf));
  return [...list.filter((item) => !gone.has(keyOf(item))), ...put];
};

const markKey = ({ side, path }: SeenMark): string => `${side}\n${path}`;
const pinKey = (pin: Pin): string => JSON.stringify([pin.base, pin.revised]);

export interface WriteOptions {
  /** Whose seen marks, pins and place these are; without a name they are not kept. */
  readonly author?: string;
  /** The review as the writer read it: only what differs from it is written. Without it nothing is taken away. */
  readonly known?: Review;
}

/** What an older version kept in one file becomes files; it goes only when all of it stands in them. */
const migrate = (own: string, oldPath: string, author: string): void => {
  const old = readOldFile(oldPath);
  if (old === null) return;
  for (const note of old.notes)
    if (!existsSync(join(own, 'notes', noteFileName(note.id)))) writeNote(own, note);
  for (const decision of old.decisions ?? [])
    changeList(join(own, 'by', slug(decision.author), 'decisions.json'), isDecision, (list) =>
      list.some(({ flag }) => flag === decision.flag) ? list : [...list, decision],
    );
  const mine = join(own, 'by', slug(author));
  if (author !== '' && old.seen !== undefined && !existsSync(join(mine, 'seen.json')))
    writeJson(join(mine, 'seen.json'), old.seen);
  if (author !== '' && old.place !== undefined && !existsSync(join(mine, 'place.json')))
    writeJson(join(mine, 'place.json'), old.place);
  const isPersonal = old.seen !== undefined || old.place !== undefined;
  if (!isPersonal || author !== '') rmSync(oldPath);
};

/**
 * Writes what changed in a review, each file as a whole or not at all, while no other program writes there; what
 * others wrote meanwhile stays. A note that someone else changed too is kept twice: theirs, and ours under
 * an id with `conflict`; a note they changed is not deleted. Returns the folder.
 */
export function writeReview(
  folder: string,
  review: Review,
  language: Language,
  { author = '', known }: WriteOptions = {},
): string {
  const { base, revised } = review;
  const own = reviewFolder(folder, base, revised, language);
  refuseLink(own);
  for (const part of ['notes', 'by']) refuseLink(join(own, part));
  whileLocked(own, () => {
    writeJson(join(own, 'review.json'), { schema: 'clausewatch/review@2', base, revised, language });
    migrate(own, reviewPath(folder, base, revised, language), author);
    const start = known ?? readReview(folder, base, revised, language, author);
    const delta = reviewDelta(start, review);
    const before = new Map(start.notes.map((note) => [note.id, note] as const));
    for (const note of delta.notes) {
      const there = readNote(join(own, 'notes', noteFileName(note.id)));
      const was = before.get(note.id);
      const isConflict =
        there !== null && !isSameNote(there, note) && (was === undefined || !isSameNote(there, was));
      writeNote(
        own,
        isConflict ? { ...note, id: `${note.id}.conflict-${shortHash(note.author + author)}` } : note,
      );
    }
    for (const note of known === undefined ? [] : delta.deletedNotes) {
      const path = join(own, 'notes', noteFileName(note.id));
      const there = readNote(path);
      if (there !== null && isSameNote(there, note)) rmSync(path);
    }
    for (const decision of delta.decisions) decide(own, decision);
    for (const gone of known === undefined ? [] : delta.reopened)
      changeList(join(own, 'by', slug(gone.author), 'decisions.json'), isDecision, (list) =>
        list.filter(({ flag }) => flag !== gone.flag),
      );
    if (author !== '') {
      const mine = join(own, 'by', slug(author));
      const { seen, pins } = delta;
      changeList(join(mine, 'seen.json'), isSeenMark, (list) => replace(list, seen.put, seen.taken, markKey));
      changeList(join(mine, 'pins.json'), isPin, (list) => replace(list, pins.put, pins.taken, pinKey));
      if (review.place !== undefined) writeJson(join(mine, 'place.json'), review.place);
    }
    sweep(own);
  });
  return own;
}
