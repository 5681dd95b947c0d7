import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { compareResolutions } from '../../core/diff/compare-resolutions.ts';
import type { Change } from '../../core/model/change.ts';
import type { Language } from '../../core/model/language.ts';
import type { Message } from '../../core/model/message.ts';
import type { Reference } from '../../core/model/reference.ts';
import type { ComparedText } from '../../core/model/report.ts';
import type { Resolution } from '../../core/model/resolution.ts';
import type { SourceDocument, SourceLine } from '../../core/model/source.ts';
import { buildReference } from '../../core/parse/build-reference.ts';
import { buildResolution, isResolution } from '../../core/parse/build-resolution.ts';
import { parseMarkdown } from '../../core/parse/parse-markdown.ts';
import { writeMarkdown } from '../../core/parse/write-markdown.ts';
import { writeReference } from '../../core/parse/write-reference.ts';
import { readBytes } from '../../io/files/read-bytes.ts';
import { readDocumentName } from '../../io/import/document-name.ts';
import { changeAuthors } from '../../io/import/docx/change-authors.ts';
import type { TrackedComment } from '../../io/import/docx/tracked-document.ts';
import { splitProposals, type Proposal, type ProposalDocument } from '../../io/import/header-block.ts';
import { isTracked, linesOf, readSource, type Source } from '../../io/import/read-source.ts';
import { partFrontMatter } from '../../io/library/front-matter.ts';
import { findText } from '../../io/library/library.ts';
import { writeTextId } from '../../io/library/text-id.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { settleFlattened } from '../settle-flattened.ts';
import { meetingOf, placeOfProposal, placeOfText, revisionKey, slug, type TextPlace } from './place-text.ts';

/** One text that a document would become in the library. */
export interface ImportItem {
  readonly file: string;
  /** `wtsa-64@wtsa-24/eur-38a12`; a reference has no "@". */
  readonly id: string;
  readonly language: Language;
  readonly path: string;
  readonly kind: 'adopted' | 'draft' | 'proposal' | 'reference';
  readonly action?: string;
  readonly symbol?: string;
  /** Id of the text it starts from, where the library has it. */
  readonly base?: string;
  /** `same` when this very file was imported before, `conflict` when another text is in the place. */
  readonly state: 'new' | 'same' | 'conflict';
  /** False when a person should confirm the place: a proposal, an unsure reading. */
  readonly isSure: boolean;
  /** What a person should look at, one line each. */
  readonly lookAt: readonly string[];
  readonly markdown: string;
  readonly resolution: Resolution | null;
  /** How the rejected text differs from the library's adopted one. */
  readonly differences: readonly Change[];
  readonly comments: readonly TrackedComment[];
}

interface Draft {
  readonly place: TextPlace;
  readonly kind: ImportItem['kind'];
  readonly keys: Readonly<Record<string, unknown>>;
  readonly resolution: Resolution;
  readonly isSure: boolean;
  readonly lookAt: readonly string[];
  readonly base?: string;
  readonly differences?: readonly Change[];
  readonly comments?: readonly TrackedComment[];
}

interface Opened {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly sha256: string;
  readonly context: Context;
  readonly language: Language | undefined;
}

const stateOf = (path: string, sha256: string): ImportItem['state'] => {
  if (!existsSync(path)) return 'new';
  return readFileSync(path, 'utf8').includes(`sha256: ${sha256}`) ? 'same' : 'conflict';
};

const withFrontMatter = (keys: Readonly<Record<string, unknown>>, body: string): string =>
  `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${body}`;

const toItem = (draft: Draft, { file, sha256, context }: Opened): ImportItem => {
  const { place, kind, keys, resolution } = draft;
  const path = join(context.library.root, place.resolution, `${place.text}.${resolution.language}.md`);
  const own = {
    kind,
    ...keys,
    ...(draft.base === undefined ? {} : { base: draft.base.replace(/^.*@/, '') }),
    source: basename(file),
    sha256,
  };
  const warned = resolution.messages.map(({ message, line }) =>
    line === undefined ? message : `line ${line}: ${message}`,
  );
  return {
    file,
    id: writeTextId(place.resolution, place.text),
    language: resolution.language,
    path,
    kind,
    ...(typeof keys.action === 'string' ? { action: keys.action } : {}),
    ...(typeof keys.symbol === 'string' ? { symbol: keys.symbol } : {}),
    ...(draft.base === undefined ? {} : { base: draft.base }),
    state: stateOf(path, sha256),
    isSure: draft.isSure,
    lookAt: [...draft.lookAt, ...warned],
    markdown: withFrontMatter(own, writeMarkdown(resolution)),
    resolution,
    differences: draft.differences ?? [],
    comments: draft.comments ?? [],
  };
};

const plain = (lines: readonly SourceLine[]): string => lines.map(({ text }) => text).join('\n');

const languageOption = (language: Language | undefined) => (language === undefined ? {} : { language });

/** The adopted text of the library that a proposal starts from: the revision it reproduces, else the newest. */
const findBase = (resolution: string, rejected: Resolution | null, language: Language, context: Context) => {
  const known = context.library.resolutions.find(({ id }) => id === resolution);
  const adopted = known?.texts.filter(({ kind, files }) => kind === 'adopted' && files.has(language)) ?? [];
  const wanted = rejected === null ? undefined : writeTextId(resolution, revisionKey(rejected));
  const text = adopted.find(({ id }) => id === wanted) ?? adopted[adopted.length - 1];
  if (text === undefined) return null;
  const { path } = findText(context.library, text.id, language);
  return {
    id: text.id,
    isWanted: text.id === wanted,
    resolution: parseMarkdown(partFrontMatter(readFileSync(path, 'utf8'), path).body, { language }),
  };
};

/** A copy whose tracked changes were run together is never filed as clean: taken apart with the library's base, or refused. */
const settled = (
  document: SourceDocument,
  read: Resolution,
  resolution: string,
  { file, context }: Opened,
): Resolution => {
  const base = findBase(resolution, null, read.language, context);
  const compared: ComparedText | undefined =
    base === null
      ? undefined
      : { facts: { name: base.id, kind: 'adopted', isModel: false }, resolution: base.resolution };
  return settleFlattened(file, document, read, compared);
};

const proposalDraft = (
  proposal: Proposal,
  rejectedLines: readonly SourceLine[] | undefined,
  { header }: ProposalDocument,
  document: SourceDocument,
  opened: Opened,
): Draft | null => {
  const { file, context } = opened;
  const named = readDocumentName(file);
  const language = opened.language ?? header.language ?? named?.language;
  const source = { ...document, lines: proposal.lines };
  const read = buildResolution(source, languageOption(language));
  if (!isResolution(read)) return null;
  const resolution = settled(
    source,
    read,
    placeOfProposal(read, proposal, meetingOf(read, header, named?.meeting ?? null), file).resolution,
    opened,
  );
  const meeting = meetingOf(resolution, header, named?.meeting ?? null);
  const place = placeOfProposal(resolution, proposal, meeting, file);
  const rejected =
    rejectedLines === undefined
      ? null
      : buildResolution({ ...document, lines: rejectedLines }, { language: resolution.language });
  const base = findBase(place.resolution, rejected, resolution.language, context);
  const differences =
    base === null || rejected === null
      ? []
      : compareResolutions(base.resolution, rejected).changes.filter(({ kind }) => kind !== 'unchanged');
  const lookAt: string[] = [];
  if (base === null && proposal.action !== 'ADD')
    lookAt.push(`no adopted text of ${place.resolution} in the library to compare with`);
  else if (base !== null && rejected !== null && !base.isWanted) {
    lookAt.push(
      `it starts from ${revisionKey(rejected)}, which is not in the library; compared with ${base.id}`,
    );
  }
  if (differences.length > 0) {
    lookAt.push(`the text it starts from differs from ${base?.id ?? ''} in ${differences.length} places`);
  }
  const authors = opened.source.format === 'docx' ? changeAuthors(opened.source.document) : [];
  return {
    place,
    kind: 'proposal',
    keys: {
      action: proposal.action,
      ...(proposal.isEditorial ? { editorial: true } : {}),
      ...(proposal.symbol === null
        ? {}
        : { sponsor: proposal.symbol.sponsors.join('/'), symbol: proposal.symbol.symbol }),
      meeting,
      ...(header.date === null ? {} : { date: header.date }),
      ...(header.parts.abstract === undefined ? {} : { abstract: plain(header.parts.abstract) }),
      ...(header.parts.introduction === undefined ? {} : { introduction: plain(header.parts.introduction) }),
      ...(proposal.reasons.length === 0 ? {} : { reasons: plain(proposal.reasons) }),
      ...(authors.length === 0 ? {} : { changes: authors }),
    },
    resolution,
    isSure: false,
    lookAt,
    ...(base === null ? {} : { base: base.id }),
    differences,
    comments: opened.source.format === 'docx' ? opened.source.document.comments : [],
  };
};

const planProposals = async (
  accepted: SourceDocument,
  split: ProposalDocument,
  opened: Opened,
): Promise<Draft[]> => {
  const { source } = opened;
  const rejected =
    source.format !== 'markdown' && (await isTracked(source))
      ? splitProposals((await linesOf(source, 'reject')).lines)
      : null;
  const planned = split.proposals.map((proposal) => {
    const former = rejected?.proposals.find(({ symbol }) => symbol?.symbol === proposal.symbol?.symbol);
    return proposalDraft(proposal, former?.lines, split, accepted, opened);
  });
  const drafts = planned.filter((draft) => draft !== null);
  // An article left as it is, a symbol without a text: nothing to file, but nothing to pass over in silence.
  const empty = split.proposals.filter((_, at) => planned[at] === null);
  const told = empty.map(
    ({ written, symbol, line }) =>
      `line ${line}: ${written} ${symbol?.symbol ?? ''} holds no resolution and is not filed`,
  );
  return drafts.map((draft, at) => (at === 0 ? { ...draft, lookAt: [...draft.lookAt, ...told] } : draft));
};

/** One resolution with tracked changes and no symbol: the accepted text is a draft against the rejected one. */
const planTracked = async (accepted: Resolution, opened: Opened): Promise<Draft[]> => {
  const { source, file, context } = opened;
  if (source.format !== 'docx') return [];
  const rejected = buildResolution(await linesOf(source, 'reject'), { language: accepted.language });
  const place = placeOfText(accepted, true, file);
  const base = findBase(place.resolution, rejected, accepted.language, context);
  const differences =
    base === null
      ? []
      : compareResolutions(base.resolution, rejected).changes.filter(({ kind }) => kind !== 'unchanged');
  const lookAt = ['tracked changes without a proposal symbol: filed as a draft'];
  if (base === null) lookAt.push(`no adopted text of ${place.resolution} in the library to compare with`);
  else if (differences.length > 0)
    lookAt.push(`the text it starts from differs from ${base.id} in ${differences.length} places`);
  return [
    {
      place,
      kind: 'draft',
      keys: { changes: changeAuthors(source.document) },
      resolution: accepted,
      isSure: false,
      lookAt,
      ...(base === null ? {} : { base: base.id }),
      differences,
      comments: source.document.comments,
    },
  ];
};

const referenceItem = (reference: Reference, name: string, { file, sha256, context }: Opened): ImportItem => {
  const id = slug(name);
  const path = join(context.library.root, 'references', `${id}.${reference.language}.md`);
  const keys = {
    kind: 'reference',
    title: reference.title,
    numbered: reference.isNumbered,
    source: basename(file),
    sha256,
  };
  return {
    file,
    id,
    language: reference.language,
    path,
    kind: 'reference',
    state: stateOf(path, sha256),
    isSure: false,
    lookAt: reference.isNumbered ? [] : ['its paragraphs carry no numbers: they are counted'],
    markdown: withFrontMatter(keys, writeReference(reference)),
    resolution: null,
    differences: [],
    comments: [],
  };
};

export interface PlanOptions {
  /** Files a document that is no resolution as a reference text of this name. */
  readonly referenceName?: string;
}

/**
 * What a document would become in the library, and where; writes nothing. Throws a UserError for a document
 * that holds no resolution, and says how it could be filed all the same.
 */
export async function planImport(
  file: string,
  context: Context,
  options: PlanOptions = {},
): Promise<ImportItem[]> {
  const bytes = await readBytes(file);
  const source = await readSource(bytes, file, context);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const inName = /\.(en|fr|es|ru|ar|zh)\.[a-z]+$/i.exec(basename(file))?.[1]?.toLowerCase() as
    Language | undefined;
  const opened: Opened = { file, bytes, source, sha256, context, language: context.language ?? inName };
  const { language } = opened;

  if (source.format === 'markdown') {
    const { keys, body } = partFrontMatter(source.text, file);
    const resolution = parseMarkdown(body, languageOption(language));
    if (!isResolution(resolution)) throw noResolution(file);
    const isDraft = resolution.isDraft || keys.kind === 'draft';
    const draft = { place: placeOfText(resolution, isDraft, file), resolution, isSure: true, lookAt: [] };
    return [toItem({ ...draft, kind: isDraft ? 'draft' : 'adopted', keys: {} }, opened)];
  }
  const document = await linesOf(source, 'accept');
  if (options.referenceName !== undefined)
    return [referenceItem(buildReference(document, language), options.referenceName, opened)];
  const split = splitProposals(document.lines);
  if (split.proposals.length > 0) {
    const drafts = await planProposals(document, split, opened);
    if (drafts.length > 0) return drafts.map((draft) => toItem(draft, opened));
  }
  const read = buildResolution(document, languageOption(language));
  if (!isResolution(read)) throw noResolution(file);
  const resolution = settled(document, read, placeOfText(read, read.isDraft, file).resolution, opened);
  const told: readonly Message[] = [...source.warnings, ...resolution.messages];
  const whole = { ...resolution, messages: told };
  if (await isTracked(source))
    return (await planTracked(whole, opened)).map((draft) => toItem(draft, opened));
  const kind = resolution.isDraft ? 'draft' : 'adopted';
  return [
    toItem(
      {
        place: placeOfText(whole, resolution.isDraft, file),
        kind,
        keys: {},
        resolution: whole,
        isSure: true,
        lookAt: [],
      },
      opened,
    ),
  ];
}

const noResolution = (file: string): UserError =>
  new UserError(`${file} holds no resolution: no number line and no known heading`, {
    hint: 'check the file or say its language with --lang; a report or declaration is filed with --reference NAME',
  });
