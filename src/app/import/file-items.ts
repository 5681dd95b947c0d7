import { createHash } from 'node:crypto';
import { clausesOf } from '../../core/diff/units.ts';
import type { Note } from '../../core/model/review.ts';
import { fold } from '../../core/text/fold.ts';
import { writeWhole } from '../../io/files/write-file.ts';
import { readReview, writeReview } from '../../io/reviews/review-file.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import type { ImportItem } from './plan-import.ts';

/** Word comments as notes on the clauses they hang on; the same comment gives the same note again. */
const notesOf = (item: ImportItem, now: string): Note[] => {
  if (item.resolution === null) return [];
  const clauses = clausesOf(item.resolution);
  return item.comments.flatMap((comment) => {
    const quote = fold(comment.quote).trim();
    const clause = clauses.find(({ text }) => quote !== '' && fold(text).includes(quote)) ?? clauses[0];
    if (clause === undefined) return [];
    const id = createHash('sha256')
      .update(`${item.id} ${comment.author} ${comment.date ?? ''} ${comment.text}`)
      .digest('hex');
    const created = comment.date ?? now;
    return [
      {
        id: id.slice(0, 16),
        anchor: {
          side: 'revised' as const,
          path: clause.path,
          quote: comment.quote === '' ? clause.text : comment.quote,
        },
        stance: null,
        comment: comment.text,
        author: comment.author,
        created,
        updated: created,
      },
    ];
  });
};

const keepNotes = (item: ImportItem, context: Context, now: string): number => {
  if (item.base === undefined || item.comments.length === 0) return 0;
  const { reviews } = context.library;
  const review = readReview(reviews, item.base, item.id, item.language);
  const known = new Set(review.notes.map(({ id }) => id));
  const fresh = notesOf(item, now).filter(({ id }) => !known.has(id));
  if (fresh.length > 0)
    writeReview(reviews, { ...review, notes: [...review.notes, ...fresh] }, item.language);
  return fresh.length;
};

export interface Filed {
  readonly written: boolean;
  /** Notes made of the document's comments. */
  readonly notes: number;
}

/**
 * Files one planned text. The same file again changes nothing; another text in its place is never overwritten
 * unless `replace` says so.
 */
export function fileItem(item: ImportItem, context: Context, now: string, replace: boolean): Filed {
  if (item.state === 'same') return { written: false, notes: 0 };
  if (item.state === 'conflict' && !replace) {
    throw new UserError(`${item.path} is there already and holds another text`, {
      hint: 'move it away, file it over the old one with --replace, or use another library with --library',
    });
  }
  writeWhole(item.path, item.markdown);
  return { written: true, notes: keepNotes(item, context, now) };
}
