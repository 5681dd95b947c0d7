import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../core/model/language.ts';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { readProposal } from '../../core/negotiate/negotiation.ts';
import { overviewOf, type ResolutionOverview } from '../../core/negotiate/overview.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { writeWhole } from '../../io/files/write-file.ts';
import type { LibraryResolution, LibraryText } from '../../io/library/library.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { baseOf, columnNames } from './open-negotiation.ts';

/** The matrices of all resolutions of a meeting, in all their languages, in short. */
export interface MeetingOverview {
  readonly meeting: string;
  readonly resolutions: readonly ResolutionOverview[];
  readonly isCached: boolean;
}

interface Job {
  readonly resolution: LibraryResolution;
  readonly base: string;
  readonly language: Language;
  readonly texts: readonly LibraryText[];
}

/** Raise it when the shape of what is cached, or what is computed, changes. */
const CACHE_SCHEMA = 'clausewatch/cache@2';

/** Where the user's library keeps what can be computed again. */
export function cachePath(context: Context, name: string): string {
  return join(dirname(context.library.reviews), '.clausewatch', `${name}.json`);
}

const jobsOf = (meeting: string, context: Context): Job[] =>
  context.library.resolutions.flatMap((resolution) => {
    const texts = resolution.texts.filter(
      (text) => text.meeting === meeting && text.kind === 'proposal' && text.action !== 'ADD',
    );
    const base = baseOf(resolution, texts);
    const from = resolution.texts.find(({ id }) => id === base);
    if (texts.length === 0 || base === undefined || from === undefined) return [];
    return [...from.files.keys()]
      .filter((language) => context.language === undefined || language === context.language)
      .map((language) => ({
        resolution,
        base,
        language,
        texts: texts.filter(({ files }) => files.has(language)),
      }))
      .filter((job) => job.texts.length > 0);
  });

/** Of everything that is read for a matrix and of what judges it: the same inputs have the same key. */
const keyOf = ({ resolution, base, language, texts }: Job, version: string): string => {
  const hash = createHash('sha256').update(`${CACHE_SCHEMA} ${version} ${CORE_PACK.hash}`);
  const from = resolution.texts.find(({ id }) => id === base);
  for (const text of [from, ...texts]) {
    const path = text?.files.get(language);
    if (text === undefined || path === undefined) continue;
    hash.update(`\n${text.id} ${language} `).update(readFileSync(path));
  }
  return hash.digest('hex');
};

type Cache = Readonly<Partial<Record<string, ResolutionOverview>>>;

const readCache = (path: string): Cache => {
  if (!existsSync(path)) return {};
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as { schema?: string; matrices?: Cache };
    return data.schema === CACHE_SCHEMA ? (data.matrices ?? {}) : {};
  } catch {
    // A damaged cache is no cache: it is written anew.
    return {};
  }
};

const writeCache = (path: string, matrices: Cache): void => {
  try {
    writeWhole(path, JSON.stringify({ schema: CACHE_SCHEMA, matrices }));
  } catch (error) {
    // A library that may not be written to is read without a cache.
    if (!(error instanceof UserError)) throw error;
  }
};

const readJob = async (
  { resolution, base, language, texts }: Job,
  context: Context,
): Promise<ResolutionOverview> => {
  const inLanguage = { ...context, language };
  const columns = columnNames(texts);
  const from = await openText(base, inLanguage, { side: 'reject' });
  const proposals = [];
  for (const { id } of texts) {
    const text = await openText(id, inLanguage);
    proposals.push(readProposal(from, { name: columns.get(id) ?? id, text, notes: [] }, CORE_PACK));
  }
  return overviewOf(resolution.id, language, buildMatrix({ base: from, proposals }));
};

/**
 * Reads every resolution of a meeting, one after the other so that memory stays small; `onStep` is told of each.
 * A resolution whose texts are unchanged is answered from a cache in the user's library. A UserError when nothing is tabled there.
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
  const path = cachePath(
    context,
    `meeting-${meeting}${context.language === undefined ? '' : `-${context.language}`}`,
  );
  const known = readCache(path);
  const matrices: Record<string, ResolutionOverview> = {};
  let isCached = true;
  for (const job of jobs) {
    const key = keyOf(job, version);
    const cached = known[key];
    onStep(jobs.length, `${job.resolution.id} ${job.language}`);
    matrices[key] = cached ?? (await readJob(job, context));
    if (cached === undefined) isCached = false;
  }
  if (!isCached) writeCache(path, matrices);
  return { meeting, resolutions: Object.values(matrices), isCached };
}
