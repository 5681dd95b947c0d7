import { clausesOf } from '../core/diff/units.ts';
import type { Pin, Review } from '../core/model/review.ts';
import type { Resolution } from '../core/model/resolution.ts';
import { nearest } from '../io/library/suggest.ts';
import { readReview, writeReview } from '../io/reviews/review-file.ts';
import { UserError } from '../io/user-error.ts';
import { authorName } from './author-name.ts';
import type { Context } from './context.ts';
import { openText } from './open-text.ts';

const known = (path: string | null, resolution: Resolution, side: string): void => {
  if (path === null) return;
  const paths = clausesOf(resolution).map((clause) => clause.path);
  if (paths.includes(path)) return;
  const near = nearest(path, paths);
  throw new UserError(`no clause "${path}" in the ${side} text`, {
    hint:
      near.length > 0
        ? `did you mean ${near.map((one) => `"${one}"`).join(', ')}?`
        : '"clausewatch show" lists the paths',
  });
};

const isSame = (one: Pin, other: Pin): boolean => one.base === other.base && one.revised === other.revised;

/**
 * Pairs two clauses of a comparison by hand, or sets one apart (null on the other side); with `remove` takes
 * that pin back. Pins live in the review and hold for new versions while their paths do.
 */
export async function pinClauses(
  base: string,
  revised: string,
  pin: Pin,
  remove: boolean,
  context: Context,
): Promise<readonly Pin[]> {
  if (pin.base === null && pin.revised === null) throw new UserError('a pin names at least one clause');
  const from = await openText(base, context, { side: 'reject' });
  const to = await openText(revised, context, { preferred: from.resolution.language, base: from });
  known(pin.base, from.resolution, 'base');
  known(pin.revised, to.resolution, 'revised');
  const { language } = to.resolution;
  const author = authorName();
  const { reviews } = context.library;
  const review = readReview(reviews, base, revised, language, author);
  const others = (review.pins ?? []).filter((one) => !isSame(one, pin));
  // A clause stands in one pin at most: the newer one counts.
  const free = others.filter(
    (one) =>
      (one.base === null || one.base !== pin.base) && (one.revised === null || one.revised !== pin.revised),
  );
  const next: Review = { ...review, pins: remove ? others : [...free, pin] };
  writeReview(reviews, next, language, { author, known: review });
  return next.pins ?? [];
}
