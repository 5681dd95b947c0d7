import type { FlagDecision, Note, Pin, Review, SeenMark } from '../../core/model/review.ts';

/** What changed between two states of a review: what has to be done to files that others write too. */
export interface ReviewDelta {
  readonly notes: readonly Note[];
  readonly deletedNotes: readonly Note[];
  readonly decisions: readonly FlagDecision[];
  readonly reopened: readonly FlagDecision[];
  readonly seen: Lists<SeenMark>;
  readonly pins: Lists<Pin>;
}

interface Lists<Item> {
  readonly put: readonly Item[];
  readonly taken: readonly Item[];
}

/** Two notes say the same; where they hang may have been found again meanwhile. */
export function isSameNote(one: Note, other: Note): boolean {
  const words = ({ anchor: _anchor, ...rest }: Note): string =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return words(one) === words(other);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const lists = <Item>(known: readonly Item[], now: readonly Item[]): Lists<Item> => ({
  put: now.filter((item) => !known.some((old) => isSame(old, item))),
  taken: known.filter((item) => !now.some((one) => isSame(one, item))),
});

/** What turns `known` into `review`. A decision that another reviewer's replaces is not taken from its author. */
export function reviewDelta(known: Review, review: Review): ReviewDelta {
  const before = new Map(known.notes.map((note) => [note.id, note] as const));
  const ids = new Set(review.notes.map(({ id }) => id));
  const flags = new Set((review.decisions ?? []).map(({ flag }) => flag));
  return {
    notes: review.notes.filter((note) => {
      const old = before.get(note.id);
      return old === undefined || !isSameNote(old, note);
    }),
    deletedNotes: known.notes.filter(({ id }) => !ids.has(id)),
    decisions: lists(known.decisions ?? [], review.decisions ?? []).put,
    reopened: (known.decisions ?? []).filter(({ flag }) => !flags.has(flag)),
    seen: lists(known.seen ?? [], review.seen ?? []),
    pins: lists(known.pins ?? [], review.pins ?? []),
  };
}
