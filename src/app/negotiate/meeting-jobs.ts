import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Language, UiLanguage } from '../../core/model/language.ts';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { newResolutionBase, readProposal, type Proposal } from '../../core/negotiate/negotiation.ts';
import { overviewOf, type ResolutionOverview } from '../../core/negotiate/overview.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import type { LibraryResolution, LibraryText } from '../../io/library/library.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { baseOf, columnNames } from './open-negotiation.ts';

/** One resolution in one language, as plain data: what a thread is told. */
export interface MeetingJob {
  readonly id: string;
  readonly language: Language;
  /** Null for a resolution that is new: all its texts are ADD. */
  readonly base: string | null;
  readonly texts: readonly { readonly id: string; readonly column: string }[];
  /** Files that are read, for the key of the cache. */
  readonly files: readonly string[];
}

/** What came of a job: no matrix where the base or every proposal is unreadable. */
export interface MeetingAnswer {
  readonly overview: ResolutionOverview | null;
  /** Texts that are left out and why, a line each. */
  readonly messages: readonly string[];
}

/** What a thread needs to know of the call. */
export interface MeetingSetting {
  /** Folder of the library; where the program looks by itself when absent. */
  readonly library: string | undefined;
  readonly uiLanguage: UiLanguage;
  readonly encoding?: string;
}

/** The setting that gives a thread the context of this one. */
export function settingOf({ library, uiLanguage, encoding }: Context): MeetingSetting {
  return {
    library: existsSync(library.root) ? library.root : undefined,
    uiLanguage,
    ...(encoding === undefined ? {} : { encoding }),
  };
}

const jobOf = (
  { id, texts: all }: LibraryResolution,
  tabled: readonly LibraryText[],
  from: LibraryText | undefined,
  language: Language,
): MeetingJob => {
  const texts = tabled.filter(({ files }) => files.has(language));
  const columns = columnNames(texts);
  const read = from === undefined ? texts : [...all.filter((text) => text === from), ...texts];
  return {
    id,
    language,
    base: from?.id ?? null,
    texts: texts.map((text) => ({ id: text.id, column: columns.get(text.id) ?? text.id })),
    files: read.flatMap(({ files }) => files.get(language) ?? []),
  };
};

/** The jobs of a meeting: each resolution with proposals there, in each language of its base. New resolutions have none. */
export function jobsOf(meeting: string, { library, language: wanted }: Context): MeetingJob[] {
  return library.resolutions.flatMap((resolution) => {
    const tabled = resolution.texts.filter((text) => text.meeting === meeting && text.kind === 'proposal');
    if (tabled.length === 0) return [];
    const amending = tabled.filter(({ action }) => action !== 'ADD');
    const base = amending.length === 0 ? undefined : baseOf(resolution, amending);
    const from = resolution.texts.find(({ id }) => id === base);
    if (amending.length > 0 && from === undefined) return [];
    const languages =
      from === undefined ? tabled.flatMap(({ files }) => [...files.keys()]) : [...from.files.keys()];
    return [...new Set(languages)]
      .filter((language) => wanted === undefined || language === wanted)
      .map((language) => jobOf(resolution, tabled, from, language))
      .filter(({ texts }) => texts.length > 0);
  });
}

/** Of everything that is read for a matrix and of what judges it: the same inputs have the same key. */
export function keyOfJob({ id, base, language, texts, files }: MeetingJob, schema: string): string {
  const hash = createHash('sha256').update(`${schema} ${CORE_PACK.hash} ${id} ${base ?? ''} ${language}`);
  for (const text of texts) hash.update(`\n${text.id} ${text.column}`);
  for (const file of files) hash.update(`\n`).update(readFileSync(file));
  return hash.digest('hex');
}

const isBadInput = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'UserError' || error.name === 'ImportError');

/** Reads one resolution of a meeting. A text that cannot be read is left out and told; a bug is thrown. */
export function readJob(context: Context): (job: MeetingJob) => Promise<MeetingAnswer> {
  return async ({ id, base, language, texts }) => {
    const inLanguage = { ...context, language };
    const messages: string[] = [];
    const open = async (name: string, side: 'accept' | 'reject') => {
      try {
        return await openText(name, inLanguage, { side });
      } catch (error) {
        if (!isBadInput(error)) throw error;
        messages.push(`${name}:${language} is left out: ${error.message}`);
        return null;
      }
    };
    let from = base === null ? null : await open(base, 'reject');
    if (base !== null && from === null) return { overview: null, messages };
    const proposals: Proposal[] = [];
    for (const { id: name, column } of texts) {
      const text = await open(name, 'accept');
      if (text === null) continue;
      from ??= newResolutionBase(text);
      proposals.push(readProposal(from, { name: column, text, notes: [] }, CORE_PACK));
    }
    if (from === null || proposals.length === 0) return { overview: null, messages };
    return { overview: overviewOf(id, language, buildMatrix({ base: from, proposals })), messages };
  };
}
