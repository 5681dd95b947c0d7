import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { Note, Review } from '../../../src/core/model/review.ts';

/** Calls of the file system that write, and which of them fails: the n-th, counted over all. */
let left = Infinity;
const failing =
  <Arguments extends readonly unknown[], Result>(call: (...given: Arguments) => Result) =>
  (...given: Arguments): Result => {
    if (--left === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    return call(...given);
  };

jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  openSync: failing(fs.openSync),
  writeFileSync: failing(fs.writeFileSync),
  fsyncSync: failing(fs.fsyncSync),
  renameSync: failing(fs.renameSync),
}));

const { readReview, writeReview } = await import('../../../src/io/reviews/review-file.ts');

const note = (id: string, comment: string): Note => ({
  id,
  anchor: { side: 'revised', path: 'resolves 1', quote: 'to study' },
  stance: 'oppose',
  comment,
  author: 'Ana',
  created: '2024-09-01T10:00:00Z',
  updated: '2024-09-01T10:00:00Z',
});

const review = (...notes: Note[]): Review => ({
  schema: 'clausewatch/review@1',
  base: 'base',
  revised: 'revised',
  notes,
});

const files = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ]),
  );

describe('a disk that fails', () => {
  it('leaves the old or the new state of each note at every step of a save, and no stray file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'full-'));
    try {
      let failures = 0;
      for (let step = 1; step < 60; step++) {
        const where = join(folder, String(step));
        left = Infinity;
        const before = review(note('a', 'old a'), note('b', 'old b'));
        writeReview(where, before, 'en', { author: 'Ana', known: review() });
        const after = {
          ...review(note('a', 'new a'), note('b', 'new b')),
          place: { side: 'base' as const, path: 'x' },
        };
        left = step;
        let failed = false;
        try {
          writeReview(where, after, 'en', { author: 'Ana', known: before });
        } catch (error) {
          failed = true;
          expect(String(error)).toMatch(/disk is full|ENOSPC/);
        }
        left = Infinity;
        if (failed) failures++;
        const there = readReview(where, 'base', 'revised', 'en', 'Ana').notes.map(({ comment }) => comment);
        expect(there).toHaveLength(2);
        for (const comment of there) expect(comment).toMatch(/^(old|new) [ab]$/);
        if (!failed) expect(there).toEqual(['new a', 'new b']);
        expect(Object.keys(files(where)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        // What the failed save did not keep is kept by the next.
        writeReview(where, after, 'en', { author: 'Ana', known: before });
        expect(readReview(where, 'base', 'revised', 'en', 'Ana').notes.map(({ comment }) => comment)).toEqual(
          ['new a', 'new b'],
        );
        if (!failed) break;
      }
      expect(failures).toBeGreaterThan(8);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
