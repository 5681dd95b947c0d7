import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ResolutionOverview } from '../../core/negotiate/overview.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { runJobs } from '../pool/run-jobs.ts';
import { CACHE_SCHEMA, cachePath, readCache, writeCache } from './meeting-cache.ts';
import { jobsOf, keyOfJob, readJob, settingOf, type MeetingAnswer } from './meeting-jobs.ts';

/** The matrices of all resolutions of a meeting, in all their languages, in short. */
export interface MeetingOverview {
  readonly meeting: string;
  readonly resolutions: readonly ResolutionOverview[];
  readonly isCached: boolean;
  /** Texts that are left out and why, a line each. */
  readonly messages: readonly string[];
}

/** Beside the chunks of the build; absent where the sources run as they are. */
const threadProgram = (): string | null =>
  ['./meeting-worker.js', '../meeting-worker.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? null;

/**
 * Reads every resolution of a meeting, by threads where they help; `onStep` is told of each when it is done. A
 * resolution whose texts are unchanged is answered from a cache in the user's library. A UserError when nothing
 * is tabled there.
 */
export async function readMeeting(
  meeting: string,
  context: Context,
  version: string,
  onStep: (total: number, name: string) => void,
): Promise<MeetingOverview> {
  const jobs = jobsOf(meeting, context);
  if (jobs.length === 0) {
    const meetings = context.library.resolutions.flatMap(({ texts }) =>
      texts.flatMap((text) => text.meeting ?? []),
    );
    throw new UserError(`no proposal at "${meeting}" in the library`, {
      hint: meetings.length > 0 ? `there is ${[...new Set(meetings)].join(', ')}` : 'import some first',
    });
  }
  const language = context.language === undefined ? '' : `-${context.language}`;
  const path = cachePath(context, `meeting-${meeting}${language}`);
  const known = readCache(path);
  const keyed = jobs.map((job) => ({ job, key: keyOfJob(job, `${CACHE_SCHEMA} ${version}`) }));
  const step = (id: string, own: string): void => onStep(jobs.length, `${id} ${own}`);
  const fresh = keyed.filter(({ key }) => known[key] === undefined);
  for (const { job, key } of keyed) if (known[key] !== undefined) step(job.id, job.language);
  const found = await runJobs(
    fresh.map(({ job }) => job),
    {
      program: threadProgram(),
      setting: settingOf(context),
      here: readJob(context),
      onDone: (job) => step(job.id, job.language),
    },
  );
  const read = new Map(fresh.map(({ key }, at) => [key, found[at]]));
  const answers = keyed.flatMap(({ key }): [string, MeetingAnswer][] => {
    const answer = known[key] ?? read.get(key);
    return answer === undefined ? [] : [[key, answer]];
  });
  if (fresh.length > 0) writeCache(path, Object.fromEntries(answers));
  return {
    meeting,
    resolutions: answers.flatMap(([, { overview }]) => overview ?? []),
    isCached: fresh.length === 0,
    messages: answers.flatMap(([, { messages }]) => messages),
  };
}
