import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import type { Note, Review } from '../../../src/core/model/review.ts';
import { emptyReview, reduceReview } from '../../../src/core/review/reducer.ts';
import { reviewPath } from '../../../src/io/reviews/file-names.ts';
import { readReview, writeReview } from '../../../src/io/reviews/review-file.ts';
import { itWithTool } from '../../support/need-tool.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'merge-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const git = (where: string, ...args: string[]): string => {
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'init.defaultBranch=main'];
  const { status, stdout, stderr } = spawnSync('git', ['-C', where, ...who, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
};

const note = (author: string, at: number): Note => ({
  id: `${author.toLowerCase()}-${at}`,
  anchor: { side: 'revised', path: `resolves ${at}`, quote: 'to study the matter' },
  stance: 'oppose',
  comment: `${author} says ${at}`,
  author,
  created: `2024-09-0${at}T10:00:00Z`,
  updated: `2024-09-0${at}T10:00:00Z`,
});

/** A working copy in which a person writes three notes, decides on one flag, and marks and leaves a place. */
const work = (where: string, author: string): void => {
  const folder = join(where, 'reviews');
  const known = readReview(folder, 'base', 'revised', 'en', author);
  let review: Review = known;
  for (const at of [1, 2, 3]) review = reduceReview(review, { kind: 'putNote', note: note(author, at) });
  const decision = {
    flag: 'f',
    decision: 'dismissed',
    reason: author,
    author,
    decided: '2024-09-05T10:00:00Z',
  } as const;
  review = reduceReview(review, { kind: 'decide', decision });
  review = reduceReview(review, {
    kind: 'markSeen',
    mark: { side: 'revised', path: 'resolves 1', digest: author },
  });
  review = reduceReview(review, { kind: 'stay', place: { side: 'revised', path: author } });
  writeReview(folder, review, 'en', { author, known });
  git(where, 'add', '-A');
  git(where, 'commit', '-qm', author);
};

const clone = (name: string): string => {
  git(root, 'clone', '-q', 'hub', name);
  return join(root, name);
};

const mergeOf = (start: (hub: string) => void): Review => {
  const hub = join(root, 'hub');
  git(root, 'init', '-q', 'hub');
  writeFileSync(join(hub, 'README'), 'A library.\n');
  start(hub);
  git(hub, 'add', '-A');
  git(hub, 'commit', '-qm', 'start');
  const [ana, ben] = [clone('ana'), clone('ben')];
  work(ana, 'Ana');
  work(ben, 'Ben');
  git(ana, 'pull', '-q', '--no-rebase', '--no-edit', join(root, 'ben'), 'main');
  expect(git(ana, 'status', '--porcelain')).toBe('');
  return readReview(join(ana, 'reviews'), 'base', 'revised', 'en', 'Ana');
};

describe('two people who review the same comparison, each in a clone', () => {
  itWithTool('git')('merge without a conflict, and nothing is lost', () => {
    const { notes, decisions } = mergeOf(() => undefined);
    expect(notes.map(({ comment }) => comment).sort()).toEqual(
      ['Ana', 'Ben'].flatMap((author) => [1, 2, 3].map((at) => `${author} says ${at}`)),
    );
    // Each one's own decision counts for that one; the other's is kept beside it.
    expect(decisions).toMatchObject([{ author: 'Ana' }]);
    expect(readReview(join(root, 'ana', 'reviews'), 'base', 'revised', 'en', 'Ben').decisions).toMatchObject([
      { author: 'Ben' },
    ]);
  });

  itWithTool('git')('merge without a conflict when both part a review of an older version', () => {
    const { notes } = mergeOf((hub) => {
      const old: Review = { ...emptyReview('base', 'revised'), notes: [note('Old', 1)] };
      writeReview(join(hub, 'reviews'), emptyReview('base', 'other'), 'en');
      writeFileSync(
        reviewPath(join(hub, 'reviews'), 'base', 'revised', 'en'),
        `${JSON.stringify(old, null, 2)}\n`,
      );
    });
    expect(notes).toHaveLength(7);
  });
});
