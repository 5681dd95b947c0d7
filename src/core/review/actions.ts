import type { FlagDecision, Note, Place, SeenMark } from '../model/review.ts';

/** What a reviewer can do to a review. Ids, instants and authors come from the caller: the core has no clock. */
export type ReviewAction =
  | { readonly kind: 'putNote'; readonly note: Note }
  | { readonly kind: 'deleteNote'; readonly id: string }
  | { readonly kind: 'decide'; readonly decision: FlagDecision }
  | { readonly kind: 'reopen'; readonly flag: string }
  | { readonly kind: 'markSeen'; readonly mark: SeenMark }
  | { readonly kind: 'unmarkSeen'; readonly place: Place }
  | { readonly kind: 'stay'; readonly place: Place };
