import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { UserError, errorCode } from '../user-error.ts';

/** A lock is held for milliseconds; one this old was left by a program that was killed. */
const STALE_AFTER = 5_000;
const GIVE_UP_AFTER = 20_000;
const LONGEST_PAUSE = 40;

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/**
 * Does some work while no other program writes in the folder, which is made when it is not there. A lock left
 * behind by a killed program is taken over after five seconds; one that is truly held for longer is a UserError.
 */
export function whileLocked<Result>(folder: string, work: () => Result): Result {
  mkdirSync(folder, { recursive: true });
  const options = { lockfilePath: join(folder, '.lock'), realpath: false, stale: STALE_AFTER };
  const deadline = Date.now() + GIVE_UP_AFTER;
  let release: (() => void) | null = null;
  while (release === null) {
    try {
      release = lockfile.lockSync(folder, options);
    } catch (cause) {
      if (errorCode(cause) !== 'ELOCKED') throw cause;
      if (Date.now() > deadline)
        throw new UserError(`${folder} is being written by another program`, {
          hint: 'try again in a moment',
          cause,
        });
      pause(1 + Math.random() * LONGEST_PAUSE);
    }
  }
  try {
    return work();
  } finally {
    release();
  }
}
