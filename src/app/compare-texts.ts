import type { Report } from '../core/model/report.ts';
import { buildReport } from '../core/report/build-report.ts';
import { CORE_PACK } from '../core/rules/core-pack.ts';
import { UserError } from '../io/user-error.ts';
import { readReview } from '../io/reviews/review-file.ts';
import type { Context } from './context.ts';
import { openText } from './open-text.ts';

/** Compares two texts named by the user, with flags and the reviewer's notes. */
export async function compareTexts(base: string, revised: string, context: Context): Promise<Report> {
  if (base === '-' && revised === '-')
    throw new UserError('only one of the two texts can come from standard input');
  const from = await openText(base, context, { side: 'reject' });
  const to = await openText(revised, context, { preferred: from.resolution.language });
  const { notes } = readReview(context.library.reviews, base, revised, to.resolution.language);
  return buildReport(from, to, CORE_PACK, notes);
}
