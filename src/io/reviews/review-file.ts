import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../core/model/language.ts';
import type { Review } from '../../core/model/review.ts';
import { writeWhole } from '../files/write-file.ts';
import { UserError } from '../user-error.ts';

/** A file name of letters, digits and dashes that tells two names apart whatever they hold. */
const slug = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
  const isFaithful = /^[a-z0-9@/._-]+$/.test(name) && name.length <= 60;
  return isFaithful ? plain : `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
};

/** Where the review of a comparison is kept: one file a comparison and language. */
export function reviewPath(folder: string, base: string, revised: string, language: Language): string {
  return join(folder, `${slug(base)}--${slug(revised)}.${language}.json`);
}

const isReview = (data: unknown): data is Review =>
  typeof data === 'object' &&
  data !== null &&
  'schema' in data &&
  data.schema === 'clausewatch/review@1' &&
  'notes' in data &&
  Array.isArray(data.notes);

/** The review of a comparison; an empty one when there is none yet. A damaged file is a UserError, never overwritten. */
export function readReview(folder: string, base: string, revised: string, language: Language): Review {
  const path = reviewPath(folder, base, revised, language);
  if (!existsSync(path)) return { schema: 'clausewatch/review@1', base, revised, notes: [] };
  try {
    const review = JSON.parse(readFileSync(path, 'utf8')) as Review;
    if (review.schema !== 'clausewatch/review@1' || !Array.isArray(review.notes))
      throw new Error('not a review');
    return review;
  } catch (cause) {
    throw new UserError(`${path} is damaged or no review`, {
      hint: 'move it away, or mend it; nothing was changed',
      cause,
    });
  }
}

/** Writes the review as a whole or not at all. */
export function writeReview(folder: string, review: Review, language: Language): string {
  const path = reviewPath(folder, review.base, review.revised, language);
  writeWhole(path, `${JSON.stringify(review, null, 2)}\n`);
  return path;
}
