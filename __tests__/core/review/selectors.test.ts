import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/core/model/change.ts';
import type { Note } from '../../../src/core/model/review.ts';
import { changeDigest, digest } from '../../../src/core/review/digest.ts';
import { emptyReview, reduceReview } from '../../../src/core/review/reducer.ts';
import { changeAnchor, placeNotes, seenChanges } from '../../../src/core/review/selectors.ts';
import { buildReport } from '../../tui/report-builder.ts';

const changesOf = (...texts: readonly [label: string, text: string][]): readonly Change[] =>
  buildReport([
    {
      heading: 'resolves',
      changes: texts.map(([label, text]) => ({ kind: 'unchanged', base: label, revised: label, text })),
    },
  ]).comparison.changes;

const noteOn = (changes: readonly Change[], at: number): Note => {
  const [change] = changes.slice(at);
  const anchor = change && changeAnchor(change);
  if (!anchor) throw new Error('no such change');
  return { id: `${at}`, anchor, stance: null, comment: 'x', author: 'me', created: '', updated: '' };
};

const before = changesOf(['1', 'that one'], ['2', 'that two'], ['3', 'that three']);

describe('placeNotes', () => {
  it.each([
    ['the clause as it was', before, 1],
    ['the clause under a new number', changesOf(['1', 'new'], ['2', 'that one'], ['3', 'that two']), 2],
    ['the clause reworded', changesOf(['1', 'that one'], ['2', 'that two or more']), 1],
  ])('finds %s', (_name, after, place) => {
    const { byChange, orphans } = placeNotes(after, [noteOn(before, 1)]);
    expect([...byChange.keys()]).toEqual([place]);
    expect(orphans).toEqual([]);
  });

  it('keeps a note whose clause is gone', () => {
    const note = noteOn(before, 2);
    expect(placeNotes(changesOf(['1', 'that one']), [note]).orphans).toEqual([note]);
  });
});

describe('seenChanges', () => {
  const seen = (after: readonly Change[]): number[] => {
    const [, change] = before;
    if (!change) throw new Error('no such change');
    const mark = { side: 'revised', path: 'resolves 2', digest: changeDigest(change) } as const;
    const review = reduceReview(emptyReview('a', 'b'), { kind: 'markSeen', mark });
    return [...seenChanges(after, review)];
  };

  it('holds while the words stay and ends when they change', () => {
    expect(seen(before)).toEqual([1]);
    expect(seen(changesOf(['1', 'that one'], ['2', 'that two or more']))).toEqual([]);
  });
});

describe('digest', () => {
  it('tells texts apart', () => {
    const texts = Array.from({ length: 5000 }, (_, nth) => `that clause ${nth} be kept`);
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
    expect(digest('that x')).toBe(digest('that x'));
    expect(digest('')).toMatch(/^[0-9a-f]{14}$/);
  });
});
