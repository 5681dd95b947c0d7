import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../src/app/context.ts';
import { moveNotes } from '../../../src/app/negotiate/move-notes.ts';
import type { Note } from '../../../src/core/model/review.ts';
import { readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { rebaseProposals } from '../../../src/core/negotiate/rebase.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { readReview, writeReview } from '../../../src/io/reviews/review-file.ts';
import { textOf } from '../../core/negotiate/small-texts.ts';

const [COST, SURVEYS, MEETINGS] = [
  'to study the cost of access in rural areas',
  'to publish the results of the surveys',
  'to hold its meetings where members can attend them',
];

let folder: string;
let context: Context;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-notes-'));
  const library = { root: folder, reviews: join(folder, 'reviews'), resolutions: [], references: [] };
  context = { library, language: undefined, uiLanguage: 'en' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (id: string, side: Note['anchor']['side'], path: string, quote: string): Note => ({
  id,
  anchor: { side, path, quote },
  stance: 'oppose',
  comment: `about ${id}`,
  author: 'Ada',
  created: '2024-09-01T10:00:00.000Z',
  updated: '2024-09-01T10:00:00.000Z',
});
const named = (name: string, clauses: readonly string[]) => {
  const text = textOf(clauses);
  return { ...text, facts: { ...text.facts, name } };
};

const move = () => {
  const notes = [
    note('shifted', 'base', 'resolves 2', SURVEYS),
    note('gone', 'base', 'resolves 1', COST),
    note('own', 'revised', 'resolves 3', 'to charge no fee'),
  ];
  const tabled = { name: 'eur', text: named('eur.md', [COST, SURVEYS, 'to charge no fee']), notes };
  const negotiation = readNegotiation(named('base.md', [COST, SURVEYS]), [tabled], CORE_PACK);
  return moveNotes(rebaseProposals(negotiation, named('new.md', [MEETINGS, 'x', SURVEYS])), context);
};
const kept = () => readReview(context.library.reviews, 'new.md', 'eur.md', 'en');

test('notes follow their clauses into the review against the new base, those of lost clauses kept', () => {
  expect(move()).toEqual([{ name: 'eur', kept: 3, orphans: 1 }]);
  const anchors = Object.fromEntries(kept().notes.map(({ id, anchor }) => [id, anchor]));
  expect(anchors).toEqual({
    shifted: { side: 'base', path: 'resolves 3', quote: SURVEYS },
    gone: { side: 'base', path: 'resolves 1', quote: COST, isLost: true },
    own: { side: 'revised', path: 'resolves 3', quote: 'to charge no fee' },
  });
  expect(
    kept()
      .notes.map(({ comment }) => comment)
      .sort(),
  ).toEqual(['about gone', 'about own', 'about shifted']);
});

test('what was written into a moved note is not written over by moving again', () => {
  move();
  const known = kept();
  const notes = known.notes.map((one) => (one.id === 'own' ? { ...one, comment: 'changed since' } : one));
  writeReview(context.library.reviews, { ...known, notes }, 'en', { known });
  expect(move()).toEqual([{ name: 'eur', kept: 3, orphans: 1 }]);
  expect(kept().notes.find(({ id }) => id === 'own')?.comment).toBe('changed since');
  expect(kept().notes).toHaveLength(3);
});
