import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROPOSAL_STATUSES, type ProposalStatus } from '../../core/negotiate/following.ts';
import { writeWhole } from '../../io/files/write-file.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';

/** What the program remembers of the user: in one small file of the user's library. */
export interface FollowingState {
  readonly schema: 'clausewatch/following@1';
  readonly follows: readonly string[];
  /** Digest of each text when it was last seen, by id. */
  readonly seen: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, ProposalStatus>>;
  /** ISO date; null before the first time. */
  readonly looked: string | null;
}

const EMPTY: FollowingState = {
  schema: 'clausewatch/following@1',
  follows: [],
  seen: {},
  statuses: {},
  looked: null,
};

const pathOf = (context: Context): string =>
  join(dirname(context.library.reviews), '.clausewatch', 'following.json');

const isState = (data: unknown): data is FollowingState =>
  typeof data === 'object' &&
  data !== null &&
  'schema' in data &&
  data.schema === 'clausewatch/following@1' &&
  'follows' in data &&
  Array.isArray(data.follows) &&
  'seen' in data &&
  typeof data.seen === 'object';

/** The state, empty when there is none. A damaged file is a UserError, never overwritten. */
export function readFollowing(context: Context): FollowingState {
  const path = pathOf(context);
  if (!existsSync(path)) return EMPTY;
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isState(data)) return { ...EMPTY, ...data };
  } catch (cause) {
    throw new UserError(`${path} is damaged`, {
      hint: 'mend it or move it away; nothing was changed',
      cause,
    });
  }
  throw new UserError(`${path} is not what Clausewatch wrote`, { hint: 'mend it or move it away' });
}

/** Writes the state as a whole or not at all. */
export function writeFollowing(state: FollowingState, context: Context): void {
  writeWhole(pathOf(context), `${JSON.stringify(state, null, 2)}\n`);
}

/** A status by its name; a UserError that names those there are. */
export function readStatus(name: string): ProposalStatus {
  const found = PROPOSAL_STATUSES.find((one) => one === name);
  if (found === undefined)
    throw new UserError(`no status "${name}"`, { hint: `there is ${PROPOSAL_STATUSES.join(', ')}` });
  return found;
}
