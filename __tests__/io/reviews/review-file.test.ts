import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FlagDecision, Note, Review } from '../../../src/core/model/review.ts';
import { reviewFolder, reviewPath } from '../../../src/io/reviews/file-names.ts';
import { readReview, writeReview } from '../../../src/io/reviews/review-file.ts';

const note = (id: string, comment = 'a comment', author = 'Ana'): Note => ({
  id,
  anchor: { side: 'revised', path: 'resolves 1', quote: 'to study' },
  stance: 'oppose',
  comment,
  author,
  created: '2024-09-01T10:00:00Z',
  updated: '2024-09-01T10:00:00Z',
});
const decision = (flag: string, author: string, decided = '2024-09-01T10:00:00Z'): FlagDecision => ({
  flag,
  decision: 'dismissed',
  reason: `${author} says so`,
  author,
  decided,
});
const empty: Review = { schema: 'clausewatch/review@1', base: 'base', revised: 'revised', notes: [] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (author = ''): Review => readReview(folder, 'base', 'revised', 'en', author);
const write = (review: Review, author: string, known: Review): string =>
  writeReview(folder, review, 'en', { author, known });

describe('the review store', () => {
  it('gives back what was written, a file a note', () => {
    const review: Review = {
      ...empty,
      notes: [note('a'), note('b')],
      decisions: [decision('f', 'Ana')],
      seen: [{ side: 'base', path: 'x', digest: 'd' }],
      pins: [{ base: 'x', revised: null }],
      place: { side: 'base', path: 'x' },
    };
    const own = write(review, 'Ana', empty);
    expect(read('Ana')).toEqual(review);
    expect(readdirSync(join(own, 'notes'))).toEqual(['a.json', 'b.json']);
    // What is the reader's own is nobody else's.
    expect(read('Ben')).toEqual({ ...empty, notes: review.notes, decisions: review.decisions });
  });

  it('keeps what two people wrote from the same state, each in files of their own', () => {
    write({ ...empty, notes: [note('a', 'from Ana')], decisions: [decision('f', 'Ana')] }, 'Ana', empty);
    write(
      { ...empty, notes: [note('b', 'from Ben', 'Ben')], decisions: [decision('f', 'Ben')] },
      'Ben',
      empty,
    );
    expect(read().notes.map(({ comment }) => comment)).toEqual(['from Ana', 'from Ben']);
    expect(read('Ana').decisions).toEqual([decision('f', 'Ana')]);
    expect(read('Ben').decisions).toEqual([decision('f', 'Ben')]);
  });

  it('keeps both wordings of a note that two people changed, and again after the next save', () => {
    const start = { ...empty, notes: [note('a', 'first')] };
    write(start, 'Ana', empty);
    write({ ...empty, notes: [note('a', 'theirs')] }, 'Ben', start);
    const ours = { ...empty, notes: [note('a', 'ours')] };
    write(ours, 'Ana', start);
    expect(
      read()
        .notes.map(({ comment }) => comment)
        .sort(),
    ).toEqual(['ours', 'theirs']);
    write({ ...empty, notes: [note('a', 'ours again')] }, 'Ana', ours);
    expect(
      read()
        .notes.map(({ comment }) => comment)
        .sort(),
    ).toEqual(['ours again', 'theirs']);
  });

  it('deletes a note, but not one that someone else has changed meanwhile', () => {
    const start = { ...empty, notes: [note('a'), note('b')] };
    write(start, 'Ana', empty);
    write({ ...empty, notes: [note('a', 'changed'), note('b')] }, 'Ben', start);
    write(empty, 'Ana', start);
    expect(read().notes.map(({ comment }) => comment)).toEqual(['changed']);
  });

  it('reads what was kept in one file, and parts it at the first save without losing a word', () => {
    const old: Review = {
      ...empty,
      notes: [note('a', 'from before')],
      decisions: [decision('f', 'Ana')],
      seen: [{ side: 'base', path: 'x', digest: 'd' }],
      place: { side: 'base', path: 'x' },
    };
    const path = reviewPath(folder, 'base', 'revised', 'en');
    writeFileSync(path, JSON.stringify(old));
    expect(read('Ana')).toEqual(old);
    write({ ...old, notes: [...old.notes, note('b')] }, 'Ana', old);
    expect(existsSync(path)).toBe(false);
    expect(read('Ana')).toEqual({ ...old, notes: [...old.notes, note('b')] });
  });

  it('names a damaged file and leaves it alone', () => {
    const own = write({ ...empty, notes: [note('a')] }, 'Ana', empty);
    const path = join(own, 'notes', 'a.json');
    writeFileSync(path, '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n');
    expect(() => read()).toThrow(/a\.json is damaged/);
    expect(() => write({ ...empty, notes: [note('a', 'new')] }, 'Ana', empty)).toThrow(/damaged/);
  });

  it.each(['../../outside', '/etc/x', 'CON', 'a\u0000b', 'A', '..', 'x'.repeat(300), 'a/b'])(
    'writes a note with the id %j nowhere but among the notes',
    (id) => {
      const own = write({ ...empty, notes: [note(id)] }, 'Ana', empty);
      const [name = '', ...others] = readdirSync(join(own, 'notes'));
      expect(others).toEqual([]);
      expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,85}\.json$/);
      expect(read().notes.map((one) => one.id)).toEqual([id]);
    },
  );

  it('refuses a folder that is a link', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, reviewFolder(folder, 'base', 'revised', 'en'));
    expect(() => write({ ...empty, notes: [note('a')] }, 'Ana', empty)).toThrow(/is a link/);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});
