import type { Place, Review, SeenMark } from '../model/review.ts';
import type { ReviewAction } from './actions.ts';

const isAt =
  (place: Place) =>
  (mark: SeenMark): boolean =>
    mark.side === place.side && mark.path === place.path;

/** A review without any note, for a comparison of these two texts. */
export function emptyReview(base: string, revised: string): Review {
  return { schema: 'clausewatch/review@1', base, revised, notes: [] };
}

/**
 * The review after an action; the given one is left as it was. A note with a known id takes the old one's
 * place in the list, a decision replaces the earlier decision on the same flag.
 */
export function reduceReview(review: Review, action: ReviewAction): Review {
  switch (action.kind) {
    case 'putNote': {
      const { note } = action;
      const isKnown = review.notes.some(({ id }) => id === note.id);
      const notes = isKnown
        ? review.notes.map((old) => (old.id === note.id ? note : old))
        : [...review.notes, note];
      return { ...review, notes };
    }
    case 'deleteNote':
      return { ...review, notes: review.notes.filter(({ id }) => id !== action.id) };
    case 'decide': {
      const others = (review.decisions ?? []).filter(({ flag }) => flag !== action.decision.flag);
      return { ...review, decisions: [...others, action.decision] };
    }
    case 'reopen':
      return { ...review, decisions: (review.decisions ?? []).filter(({ flag }) => flag !== action.flag) };
    case 'markSeen': {
      const others = (review.seen ?? []).filter((mark) => !isAt(action.mark)(mark));
      return { ...review, seen: [...others, action.mark] };
    }
    case 'unmarkSeen':
      return { ...review, seen: (review.seen ?? []).filter((mark) => !isAt(action.place)(mark)) };
    case 'stay':
      return { ...review, place: action.place };
  }
}
