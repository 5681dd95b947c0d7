import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Row } from '../../../src/tui/layout/row.ts';
import { rowWidth } from '../../../src/tui/layout/row-shape.ts';
import type { Piece } from '../../../src/tui/layout/words.ts';
import { PLAIN_MARKERS, wrapPieces } from '../../../src/tui/layout/wrap.ts';

const plain = (text: string): Piece => ({ text, style: 'plain' });
const removed = (text: string): Piece => ({ text, style: 'removed', mark: 'removed' });
const added = (text: string): Piece => ({ text, style: 'added', mark: 'added' });
const lines = (rows: readonly Row[]): string[] => rows.map((row) => row.map(({ text }) => text).join(''));

describe('wrapPieces', () => {
  it('breaks between words and hides the space at the line end', () => {
    expect(lines(wrapPieces([plain('that the purposes of the Union')], 12, null))).toEqual([
      'that the',
      'purposes of',
      'the Union',
    ]);
  });

  it('closes a marked run at the line end and opens it again', () => {
    const rows = wrapPieces([added('that administrative costs shall be borne;')], 26, PLAIN_MARKERS);
    expect(lines(rows)).toEqual(['{+that administrative+}', '{+costs shall be borne;+}']);
  });

  it('keeps markers with their word and may break between removed and added', () => {
    const pieces = [
      plain('this Resolution'),
      removed(', and'),
      added(', where appropriate, and'),
      plain(' on'),
    ];
    expect(lines(wrapPieces(pieces, 24, PLAIN_MARKERS))).toEqual([
      'this Resolution[-, and-]',
      '{+, where appropriate,+}',
      '{+and+} on',
    ]);
  });

  it('does not break inside a half-changed word', () => {
    const pieces = [plain('with the inter'), added('national'), plain(' body')];
    expect(lines(wrapPieces(pieces, 22, null))).toEqual(['with the international', 'body']);
    expect(lines(wrapPieces(pieces, 20, null))).toEqual(['with the', 'international body']);
  });

  it('wraps Chinese by character and keeps closing punctuation with the one before', () => {
    expect(lines(wrapPieces([plain('各成员国应当促进合作。')], 10, null))).toEqual([
      '各成员国应',
      '当促进合',
      '作。',
    ]);
  });

  it('cuts a word that is longer than a line', () => {
    expect(lines(wrapPieces([plain('https://example.org/a/b/c')], 10, null))).toEqual([
      'https://ex',
      'ample.org/',
      'a/b/c',
    ]);
  });

  it('gives one empty row for an empty text', () => {
    expect(wrapPieces([], 20, null)).toEqual([[]]);
  });

  it('never exceeds the width and loses no word', () => {
    const piece = fc.record({
      text: fc.stringMatching(/^[a-zé各员 \n,-]{0,30}$/u),
      kind: fc.constantFrom('plain', 'removed', 'added'),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 12, max: 60 }), (parts, width) => {
        const pieces = parts.map(({ text, kind }) =>
          kind === 'plain' ? plain(text) : kind === 'added' ? added(text) : removed(text),
        );
        const bare = wrapPieces(pieces, width, null);
        for (const row of [...bare, ...wrapPieces(pieces, width, PLAIN_MARKERS)]) {
          expect(rowWidth(row)).toBeLessThanOrEqual(width);
        }
        const letters = (text: string): string => text.replace(/[ \n]/gu, '');
        expect(letters(lines(bare).join(''))).toBe(letters(pieces.map(({ text }) => text).join('')));
      }),
    );
  });
});
