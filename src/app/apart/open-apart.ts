import type { Context } from '../context.ts';
import type { OpenedReview } from '../review-session.ts';
import type { Task } from './answers.ts';
import { compareApart, type Comparing } from './compare-apart.ts';

/** A review whose comparison is under way: its text can be looked at meanwhile. */
export interface OpeningReview extends Pick<Comparing, 'text' | 'stop'> {
  /** Settles when the comparison is made, or cannot be. */
  readonly compared: Promise<unknown>;
  /** The review once it is compared. What it needs is loaded on the first call: to be called when the rest is. */
  readonly open: () => Promise<OpenedReview>;
}

/**
 * Opens the review of two texts, with the comparison made in a process of its own. `context` is asked for when that
 * is under way: the library is read again for it.
 */
export function openReviewApart(task: Task, context: () => Promise<Context>, version: string): OpeningReview {
  const { base, revised } = task;
  const { text, report, stop } = compareApart(task, context);
  return {
    text,
    stop,
    compared: report,
    open: async () => {
      const { keepReview } = await import('../review-session.ts');
      const compared = await report;
      return keepReview(compared, base, revised, await context(), version);
    },
  };
}
