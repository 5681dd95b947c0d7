import type { Report } from '../core/model/report.ts';
import { buildReport } from '../core/report/build-report.ts';
import { findAnchors } from '../io/reviews/find-anchors.ts';
import { readReview } from '../io/reviews/review-file.ts';
import { UserError } from '../io/user-error.ts';
import { authorName } from './author-name.ts';
import type { Context } from './context.ts';
import { openText, openTracked } from './open-text.ts';
import { citationsOf } from './reference-texts.ts';
import { openPack } from './rule-packs.ts';

/**
 * Compares two texts named by the user, with flags and the reviewer's notes. One document with tracked changes
 * alone is a comparison of its own: rejected against accepted.
 */
export async function compareTexts(
  base: string,
  revised: string | undefined,
  context: Context,
): Promise<Report> {
  if (base === '-' && revised === '-')
    throw new UserError('only one of the two texts can come from standard input');
  const [from, to] =
    revised === undefined ? await openTracked(base, context) : await openBoth(base, revised, context);
  const { notes, decisions, pins } = readReview(
    context.library.reviews,
    base,
    revised ?? base,
    to.resolution.language,
    authorName(),
  );
  const bare = buildReport(from, to, await openPack(context), [], pins);
  const report: Report = {
    ...bare,
    notes: findAnchors(bare.comparison.changes, notes),
    ...(decisions === undefined ? {} : { decisions }),
  };
  const citations = citationsOf(report, context.library);
  return citations.length === 0 ? report : { ...report, citations };
}

const openBoth = async (base: string, revised: string, context: Context) => {
  const from = await openText(base, context, { side: 'reject' });
  const to = await openText(revised, context, { preferred: from.resolution.language, base: from });
  return [from, to] as const;
};
