import type { Place } from '../../core/model/review.ts';
import { goToEntry } from '../commands/moving.ts';
import type { AppState } from './app-state.ts';
import type { Desk } from './desk.ts';

/** The state with the cursor on the clause at a place, and on a flag of it. */
export function comeTo(desk: Desk, state: AppState, place: Place, flag: string | null): AppState {
  const here = desk.entries.filter(
    ({ kind, change }) => kind !== 'ghost' && change?.[place.side].some(({ path }) => path === place.path),
  );
  const flagged = here.find(({ flags }) => flags.some(({ fingerprint }) => fingerprint === flag));
  const entry = flagged ?? here.find(({ kind }) => kind === 'clause') ?? here[0];
  if (!entry) return state;
  const flagAt = Math.max(
    0,
    entry.flags.findIndex(({ fingerprint }) => fingerprint === flag),
  );
  return goToEntry(desk, state, entry.key, flagAt).state;
}
