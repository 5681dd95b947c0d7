import { randomUUID } from 'node:crypto';
import { relative } from 'node:path';
import type { Report } from '../core/model/report.ts';
import type { Review } from '../core/model/review.ts';
import { writeWhole } from '../io/files/write-file.ts';
import { reviewFolder } from '../io/reviews/file-names.ts';
import { findAnchors, withContext } from '../io/reviews/find-anchors.ts';
import { readReview, writeReview } from '../io/reviews/review-file.ts';
import { watchTexts, type Unwatch } from './watch-files.ts';
import { authorName } from './author-name.ts';
import { compareTexts } from './compare-texts.ts';
import type { Context } from './context.ts';
import { reviewErrands, type ReviewErrands } from './review-errands.ts';
import { citationsOf } from './reference-texts.ts';

/** Everything the screen works with on one comparison: its data, and ways to keep and export the review. */
export interface OpenedReview extends Partial<ReviewErrands> {
  readonly report: Report;
  readonly review: Review;
  readonly author: string;
  readonly save: (review: Review) => Promise<void>;
  readonly exportNotes: () => Promise<string>;
  /** Calls back when one of the two texts changes on the disk; gives what stops that. */
  readonly watch?: (onChange: () => void) => Unwatch;
  readonly now: () => string;
  readonly newId: () => string;
}

/** Opens the review of two texts; what was noted before is there again. */
export async function openReviewOf(
  base: string,
  revised: string | undefined,
  context: Context,
  version = '',
): Promise<OpenedReview> {
  return keepReview(await compareTexts(base, revised, context), base, revised, context, version);
}

/** The review of a comparison that was made, with what keeps it. */
export function keepReview(
  report: Report,
  base: string,
  revised: string | undefined,
  context: Context,
  version = '',
): OpenedReview {
  const { language } = report.revised.resolution;
  const folder = context.library.reviews;
  const other = revised ?? base;
  const author = authorName();
  const { changes } = report.comparison;
  const kept = readReview(folder, base, other, language, author);
  let current: Review = { ...kept, notes: findAnchors(changes, kept.notes) };
  return {
    report,
    review: current,
    author,
    save: (review) => {
      const noted = { ...review, notes: withContext(changes, review.notes) };
      writeReview(folder, noted, language, { author, known: current });
      current = noted;
      return Promise.resolve();
    },
    exportNotes: async () => {
      const { notesMarkdown } = await import('../io/export/notes-markdown.ts');
      const path = `${reviewFolder(folder, base, other, language)}.md`;
      const present = { ...report, notes: current.notes };
      writeWhole(
        path,
        notesMarkdown({ ...present, citations: citationsOf(present, context.library) }, context.uiLanguage),
      );
      return relative('.', path);
    },
    ...reviewErrands({ base, revised, report }, context, version, () => current),
    watch: (onChange) => watchTexts([base, other], context, onChange),
    now: () => new Date().toISOString(),
    newId: () => randomUUID(),
  };
}
