import type { Context } from '../context.ts';
import type { OpenedReview } from '../review-session.ts';
import { compareApart, type Comparing } from './compare-apart.ts';

/** A review that is being opened: its text can be looked at meanwhile. */
export interface OpeningReview extends Pick<Comparing, 'text' | 'stop'> {
  readonly opened: Promise<OpenedReview>;
}

/** Opens the review of two texts, with the comparison made in a process of its own. */
export function openReviewApart(
  base: string,
  revised: string | undefined,
  context: Context,
  version: string,
): OpeningReview {
  const { text, report, stop } = compareApart(base, revised, context);
  const open = async (): Promise<OpenedReview> => {
    // Loaded while the other process compares.
    const { keepReview } = await import('../review-session.ts');
    return keepReview(await report, base, revised, context, version);
  };
  const opened = open();
  opened.catch(() => undefined);
  return { text, opened, stop };
}
