import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import type { Note } from '../../../src/core/model/review.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { placeNotes } from '../../../src/core/review/selectors.ts';
import { findAnchors, withContext } from '../../../src/io/reviews/find-anchors.ts';

const text = (clauses: readonly string[]): string =>
  [
    '# RESOLUTION 99',
    '## A title',
    'The Assembly,',
    '*resolves*',
    ...clauses.map((one, at) => `${at + 1} ${one};`),
  ].join('\n\n');
const changesOf = (base: readonly string[], revised: readonly string[]) =>
  compareResolutions(parseMarkdown(text(base)), parseMarkdown(text(revised))).changes;

const CLAUSES = [
  'to continue studies of the allocation of addresses in developing countries',
  'to hold workshops on deployment together with the regional registries',
  'to report every year to the Council on the progress that was made',
];
const note = (path: string, quote: string): Note => ({
  id: 'n',
  anchor: { side: 'revised', path, quote },
  stance: 'oppose',
  comment: 'c',
  author: 'Ana',
  created: '2024-09-01T10:00:00Z',
  updated: '2024-09-01T10:00:00Z',
});
const pathIn = (revised: readonly string[], one: Note): string | undefined => {
  const [found] = findAnchors(changesOf(CLAUSES, revised), [one]);
  return found?.anchor.isLost === true ? 'lost' : found?.anchor.path;
};
const [first = '', second = '', third = ''] = CLAUSES;

describe('the place of a note in a new version', () => {
  it('is found again when its clause was renumbered', () => {
    expect(pathIn(['to begin anew with other things', ...CLAUSES], note('resolves 2', `${second};`))).toBe(
      'resolves 3',
    );
  });

  it('is found again when its clause was renumbered and reworded', () => {
    const reworded = 'to hold yearly workshops on deployment with all the regional registries';
    expect(
      pathIn(['to begin anew with other things', first, reworded, third], note('resolves 2', `${second};`)),
    ).toBe('resolves 3');
  });

  it('is told from its double by its neighbours', () => {
    const doubled = [second, first, second, third];
    const [known] = withContext(changesOf(CLAUSES, CLAUSES), [note('resolves 2', `${second};`)]);
    expect(known && pathIn(doubled, known)).toBe('resolves 3');
  });

  it('is found by a part of the clause, as a Word comment quotes it', () => {
    expect(pathIn(CLAUSES, note('', 'every year to the Council'))).toBe('resolves 3');
  });

  it('is lost, and the note kept, when another clause stands there now', () => {
    const changes = changesOf(
      [first, third],
      [first, 'that nobody shall be asked about anything whatsoever', third],
    );
    const lost = findAnchors(changes, [note('resolves 2', 'Aucun mot de ceci ne figure ailleurs')]);
    expect(lost.map(({ anchor }) => anchor.isLost)).toEqual([true]);
    expect(placeNotes(changes, lost).orphans).toHaveLength(1);
  });
});
