import type { Context } from '../context.ts';
import type { OpenedReview } from '../review-session.ts';
import { compareApart, type Comparing } from './compare-apart.ts';

/** A review whose comparison is under way: its text can be looked at meanwhile. */
export interface OpeningReview extends Pick<Comparing, 'text' | 'stop'> {
  /** The review once it is compared. What it needs is loaded on the first call: to be called when the rest is. */
  readonly open: () => Promise<OpenedReview>;
}

/** Opens the review of two texts, with the comparison made in a process of its own. */
export function openReviewApart(
  base: string,
  revised: string | undefined,
  context: Context,
  version: string,
): OpeningReview {
  const { text, report, stop } = compareApart(base, revised, context);
  return {
    text,
    stop,
    open: async () => {
      const { keepReview } = await import('../review-session.ts');
      return keepReview(await report, base, revised, context, version);
    },
  };
}
