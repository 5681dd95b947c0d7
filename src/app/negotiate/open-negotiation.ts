import {
  NEW_RESOLUTION,
  newResolutionBase,
  readNegotiation,
  type Negotiation,
  type Tabled,
} from '../../core/negotiate/negotiation.ts';
import type { ComparedText } from '../../core/model/report.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import type { Library, LibraryResolution, LibraryText } from '../../io/library/library.ts';
import { nearest } from '../../io/library/suggest.ts';
import { readReview } from '../../io/reviews/review-file.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { readMeetings } from './library-facts.ts';

/** What the user named: a resolution and a meeting of the library, or files. */
export interface NegotiationNames {
  readonly resolution?: string;
  readonly meeting?: string;
  readonly base?: string;
  /** `NAME=FILE`, or a file alone, whose name is then its column. */
  readonly proposals: readonly string[];
}

export interface OpenedNegotiation {
  readonly negotiation: Negotiation;
  /** What the user should know: texts left out, bases that differ. One line each. */
  readonly messages: readonly string[];
}

/** The resolution of that id; a UserError that names the nearest. */
export function findResolution(library: Library, id: string): LibraryResolution {
  const found = library.resolutions.find((one) => one.id === id);
  if (found !== undefined) return found;
  const near = nearest(
    id,
    library.resolutions.map((one) => one.id),
  );
  throw new UserError(`no resolution "${id}" in the library`, {
    hint: near.length > 0 ? `did you mean ${near.join(', ')}?` : '"clausewatch list" shows what there is',
  });
}

/** The proposals of a resolution at a meeting; a UserError that names the meetings there are. */
export function proposalsAt(resolution: LibraryResolution, meeting: string): readonly LibraryText[] {
  const found = resolution.texts.filter((text) => text.meeting === meeting && text.kind === 'proposal');
  if (found.length > 0) return found;
  const meetings = [...new Set(resolution.texts.flatMap((text) => text.meeting ?? []))];
  throw new UserError(`no proposal on ${resolution.id} at "${meeting}"`, {
    hint: meetings.length > 0 ? `there is ${meetings.join(', ')}` : 'import some first',
  });
}

/** Columns are named after the sponsor, or after the file where a sponsor has several. */
export function columnNames(texts: readonly LibraryText[]): ReadonlyMap<string, string> {
  const sponsors = texts.map(({ sponsor }) => sponsor?.toLowerCase());
  return new Map(
    texts.map(({ id }, at) => {
      const sponsor = sponsors[at];
      const isUnique = sponsor !== undefined && sponsors.filter((one) => one === sponsor).length === 1;
      return [id, isUnique ? sponsor : id.slice(id.lastIndexOf('/') + 1)];
    }),
  );
}

/** The base most proposals start from, else the newest adopted revision. */
export function baseOf(resolution: LibraryResolution, proposals: readonly LibraryText[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { base } of proposals) if (base !== undefined) counts.set(base, (counts.get(base) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most !== undefined) return most[0];
  const adopted = resolution.texts.filter(({ kind }) => kind === 'adopted');
  return adopted[adopted.length - 1]?.id;
}

const readNamed = (named: string): { name: string; file: string } => {
  const at = named.indexOf('=');
  if (at > 0) return { name: named.slice(0, at), file: named.slice(at + 1) };
  return { name: (named.split('/').pop() ?? named).replace(/\.[a-z]+$/i, ''), file: named };
};

const openFiles = async (names: NegotiationNames, base: string, context: Context) => {
  const opened: Tabled[] = [];
  const from = await openText(base, context, { side: 'reject' });
  for (const one of names.proposals) {
    const { name, file } = readNamed(one);
    if (opened.some((other) => other.name === name))
      throw new UserError(`two proposals are called "${name}"`, { hint: 'name them apart: NAME=FILE' });
    const { language } = from.resolution;
    const text = await openText(file, context, { preferred: language });
    const { notes } = readReview(context.library.reviews, base, file, language);
    opened.push({ name, text, notes });
  }
  return { from, opened };
};

/** The base of a negotiation in the library: the one named, else the one most proposals amend; null where all are new. */
const openBase = async (
  names: NegotiationNames,
  resolution: LibraryResolution,
  texts: readonly LibraryText[],
  context: Context,
): Promise<ComparedText | null> => {
  const amending = texts.filter(({ action }) => action !== 'ADD');
  if (names.base === undefined && amending.length === 0) return null;
  const base = names.base ?? baseOf(resolution, amending);
  if (base === undefined)
    throw new UserError(`no adopted text of ${resolution.id} to compare with`, {
      hint: 'give one with --base',
    });
  return openText(base, context, { side: 'reject' });
};

const openLibraryTexts = async (names: NegotiationNames, context: Context) => {
  const resolution = findResolution(context.library, names.resolution ?? '');
  const texts = proposalsAt(resolution, names.meeting ?? '');
  let from = await openBase(names, resolution, texts, context);
  let language = from?.resolution.language ?? context.language;
  const columns = columnNames(texts);
  const opened: Tabled[] = [];
  const messages: string[] = [];
  for (const { id, files, base: own, action } of texts) {
    language ??= files.has('en') ? 'en' : [...files.keys()][0];
    if (language === undefined || !files.has(language)) {
      messages.push(`${id} is not there in "${language ?? ''}" and is left out`);
      continue;
    }
    const text = await openText(id, context, { preferred: language });
    if (action === 'ADD' && from !== null && from.facts.name !== NEW_RESOLUTION)
      messages.push(`${id} is a new resolution (ADD): nothing of it stands in ${from.facts.name}`);
    from ??= newResolutionBase(text);
    const base = from.facts.name;
    if (own !== undefined && own !== base) messages.push(`${id} starts from ${own}, not from ${base}`);
    const { notes } = readReview(context.library.reviews, base, id, language);
    opened.push({ name: columns.get(id) ?? id, text, notes });
  }
  if (from === null)
    throw new UserError(`no proposal on ${resolution.id} in "${language ?? ''}"`, {
      hint: messages.join('; '),
    });
  return { from, opened, messages };
};

/** Opens a negotiation by what the user named and reads every proposal against the base. */
export async function openNegotiation(names: NegotiationNames, context: Context): Promise<OpenedNegotiation> {
  if (names.resolution !== undefined && names.meeting !== undefined) {
    const { from, opened, messages } = await openLibraryTexts(names, context);
    return { negotiation: readNegotiation(from, opened, CORE_PACK), messages };
  }
  if (names.base === undefined || names.proposals.length === 0) {
    throw new UserError('name a resolution and a meeting, or files', {
      hint: 'matrix wtsa-64 wtsa-24, or matrix --base FILE --proposal NAME=FILE …',
    });
  }
  const { from, opened } = await openFiles(names, names.base, context);
  const messages = opened
    .filter(({ text }) => text.resolution.language !== from.resolution.language)
    .map(
      ({ name, text }) =>
        `${name} is in "${text.resolution.language}", the base in "${from.resolution.language}"`,
    );
  return { negotiation: readNegotiation(from, opened, CORE_PACK), messages };
}

/** The revision that a meeting adopted: that of the year the meeting was held; undefined while it is not in the library. */
export function adoptedAt(
  resolution: LibraryResolution,
  meeting: string,
  context: Context,
): LibraryText | undefined {
  const facts = readMeetings(context.library, context.uiLanguage).find(({ id }) => id === meeting);
  const two = /-(\d{2})$/.exec(meeting)?.[1];
  const year = facts?.start?.slice(0, 4) ?? (two === undefined ? undefined : `20${two}`);
  return resolution.texts.find(
    ({ kind, id }) => kind === 'adopted' && year !== undefined && id.includes(`@${year}-`),
  );
}

/** The adopted text of a negotiation: the one named, else the revision that the meeting adopted. */
export async function openAdopted(
  names: NegotiationNames,
  adopted: string | undefined,
  base: ComparedText,
  context: Context,
): Promise<ComparedText> {
  const preferred = base.resolution.language;
  if (adopted !== undefined) return openText(adopted, context, { preferred });
  const found =
    names.resolution === undefined
      ? undefined
      : adoptedAt(findResolution(context.library, names.resolution), names.meeting ?? '', context);
  if (found === undefined) {
    throw new UserError('the adopted text is not in the library', {
      hint: 'name it: --adopted TEXT (outcome), --onto TEXT (rebase)',
    });
  }
  return openText(found.id, context, { preferred });
}
