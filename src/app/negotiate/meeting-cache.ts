import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../io/files/write-file.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import type { MeetingAnswer } from './meeting-jobs.ts';

/** Raise it when the shape of what is cached, or what is computed, changes. */
export const CACHE_SCHEMA = 'clausewatch/cache@3';

/** Answers by the key of their inputs. */
export type MeetingCache = Readonly<Partial<Record<string, MeetingAnswer>>>;

/** Where the user's library keeps what can be computed again. */
export function cachePath(context: Context, name: string): string {
  return join(dirname(context.library.reviews), '.clausewatch', `${name}.json`);
}

/** What is known; nothing where the cache is missing, damaged or of another version. */
export function readCache(path: string): MeetingCache {
  if (!existsSync(path)) return {};
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as { schema?: string; answers?: MeetingCache };
    return data.schema === CACHE_SCHEMA ? (data.answers ?? {}) : {};
  } catch {
    // A damaged cache is no cache: it is written anew.
    return {};
  }
}

/** Writes the cache; a library that may not be written to is read without one. */
export function writeCache(path: string, answers: MeetingCache): void {
  try {
    writeWhole(path, JSON.stringify({ schema: CACHE_SCHEMA, answers }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
