import type { Review } from '../model/review.ts';
import type { ReviewAction } from './actions.ts';
import { reduceReview } from './reducer.ts';

/** A review with the states it came from and those that were undone. */
export interface ReviewHistory {
  readonly past: readonly Review[];
  readonly present: Review;
  readonly future: readonly Review[];
}

/** Undo goes back this far; older states are forgotten, not the words in the present one. */
const DEPTH = 200;

/** A history that starts with this review. */
export function startHistory(review: Review): ReviewHistory {
  return { past: [], present: review, future: [] };
}

/** The history after an action. Where the reviewer is reading is kept but is no step to undo. */
export function act(history: ReviewHistory, action: ReviewAction): ReviewHistory {
  const present = reduceReview(history.present, action);
  if (action.kind === 'stay') return { ...history, present };
  return { past: [...history.past, history.present].slice(-DEPTH), present, future: [] };
}

const withPlaceOf = (review: Review, { place }: Review): Review => (place ? { ...review, place } : review);

/** One step back, or the same history when there is none. */
export function undo(history: ReviewHistory): ReviewHistory {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: withPlaceOf(previous, history.present),
    future: [history.present, ...history.future],
  };
}

/** One undone step forward again, or the same history when there is none. */
export function redo(history: ReviewHistory): ReviewHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, history.present],
    present: withPlaceOf(next, history.present),
    future,
  };
}
