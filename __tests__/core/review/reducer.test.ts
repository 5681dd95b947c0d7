import { describe, expect, it } from '@jest/globals';
import type { Note } from '../../../src/core/model/review.ts';
import { act, redo, startHistory, undo } from '../../../src/core/review/history.ts';
import { emptyReview, reduceReview } from '../../../src/core/review/reducer.ts';

const note = (id: string, comment: string): Note => ({
  id,
  anchor: { side: 'revised', path: 'resolves 1', quote: 'that x' },
  stance: null,
  comment,
  author: 'me',
  created: '2026-11-20T10:00:00Z',
  updated: '2026-11-20T10:00:00Z',
});

const review = emptyReview('a', 'b');

describe('reduceReview', () => {
  it('adds a note, replaces it in its place, deletes it', () => {
    const two = [note('1', 'one'), note('2', 'two')].reduce(
      (before, added) => reduceReview(before, { kind: 'putNote', note: added }),
      review,
    );
    const changed = reduceReview(two, { kind: 'putNote', note: note('1', 'changed') });
    expect(changed.notes.map(({ comment }) => comment)).toEqual(['changed', 'two']);
    expect(reduceReview(changed, { kind: 'deleteNote', id: '1' }).notes.map(({ id }) => id)).toEqual(['2']);
    expect(review.notes).toEqual([]);
  });

  it('keeps one decision a flag', () => {
    const decide = (decision: 'accepted' | 'dismissed', flag: string) =>
      ({ kind: 'decide', decision: { flag, decision, reason: '', author: 'me', decided: '' } }) as const;
    const decided = [decide('accepted', 'f'), decide('dismissed', 'g'), decide('dismissed', 'f')].reduce(
      reduceReview,
      review,
    );
    expect(decided.decisions?.map(({ flag, decision }) => [flag, decision])).toEqual([
      ['g', 'dismissed'],
      ['f', 'dismissed'],
    ]);
    expect(reduceReview(decided, { kind: 'reopen', flag: 'f' }).decisions?.length).toBe(1);
  });

  it('marks a place as seen once, with the newest words', () => {
    const mark = (digest: string) =>
      ({ kind: 'markSeen', mark: { side: 'revised', path: 'resolves 1', digest } }) as const;
    const seen = [mark('1'), mark('2')].reduce(reduceReview, review);
    expect(seen.seen).toEqual([{ side: 'revised', path: 'resolves 1', digest: '2' }]);
    const place = { side: 'revised', path: 'resolves 1' } as const;
    expect(reduceReview(seen, { kind: 'unmarkSeen', place }).seen).toEqual([]);
  });
});

describe('history', () => {
  it('undoes and redoes step by step, and forgets what was undone after a new step', () => {
    const one = act(startHistory(review), { kind: 'putNote', note: note('1', 'one') });
    const two = act(one, { kind: 'putNote', note: note('2', 'two') });
    expect(undo(two).present).toEqual(one.present);
    expect(undo(undo(two)).present).toEqual(review);
    expect(redo(undo(two)).present).toEqual(two.present);
    expect(act(undo(two), { kind: 'deleteNote', id: '1' }).future).toEqual([]);
    expect(undo(startHistory(review)).present).toBe(review);
  });

  it('does not count reading on as a step', () => {
    const one = act(startHistory(review), { kind: 'putNote', note: note('1', 'one') });
    const moved = act(one, { kind: 'stay', place: { side: 'revised', path: 'resolves 3' } });
    expect(moved.past.length).toBe(1);
    expect(undo(moved).present).toEqual({ ...review, place: { side: 'revised', path: 'resolves 3' } });
  });
});
