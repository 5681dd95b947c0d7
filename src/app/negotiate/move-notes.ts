import type { Rebase } from '../../core/negotiate/rebase.ts';
import { readReview, writeReview } from '../../io/reviews/review-file.ts';
import type { Context } from '../context.ts';

/** What was kept of the notes on one proposal. */
export interface KeptNotes {
  readonly name: string;
  /** Notes that stand in the review of the proposal against the new base; of these, how many without a place. */
  readonly kept: number;
  readonly orphans: number;
}

/**
 * Puts the notes on each proposal into its review against the new base. Those against the old base stay where they
 * are; a note that was moved before is left as it is there, with what was written into it since. Law: no note is
 * lost, and doing it twice is doing it once.
 */
export function moveNotes({ onto, proposals }: Rebase, context: Context): readonly KeptNotes[] {
  const folder = context.library.reviews;
  const { language } = onto.resolution;
  return proposals
    .filter(({ notes, text }) => notes.length > 0 && text !== onto.facts.name)
    .map(({ name, text, notes }) => {
      const known = readReview(folder, onto.facts.name, text, language);
      const there = new Set(known.notes.map(({ id }) => id));
      const fresh = notes.filter(({ id }) => !there.has(id)).map(({ note }) => note);
      if (fresh.length > 0)
        writeReview(folder, { ...known, notes: [...known.notes, ...fresh] }, language, { known });
      return { name, kept: notes.length, orphans: notes.filter(({ isOrphan }) => isOrphan).length };
    });
}
