import { existsSync } from 'node:fs';
import type { Receipt } from '../core/diff/receipt.ts';
import { LANGUAGES, type Language } from '../core/model/language.ts';
import type { ComparedText, Report } from '../core/model/report.ts';
import type { History } from '../core/negotiate/build-history.ts';
import type { Outcome } from '../core/negotiate/build-outcome.ts';
import type { VersionFinding } from '../core/negotiate/compare-versions.ts';
import type { Composite } from '../core/negotiate/composite-types.ts';
import type { Campaign } from '../core/negotiate/find-campaigns.ts';
import type { Matrix } from '../core/negotiate/matrix-types.ts';
import type { ResolutionOverview } from '../core/negotiate/overview.ts';
import type { ProposalStatus } from '../core/negotiate/following.ts';
import type { Rebase } from '../core/negotiate/rebase.ts';
import type { RulePack } from '../core/rules/rule-pack.ts';
import type { Context } from './context.ts';
import type { ImportItem } from './import/plan-import.ts';
import type { Meeting } from './letter-meetings.ts';
import type { FollowingOverview } from './negotiate/read-following.ts';
import type { OpenedReview } from './review-session.ts';

/** What was read, what the reader should know of it, and its export as Markdown where there is one. */
export interface Read<Data> {
  readonly data: Data;
  readonly messages: readonly string[];
  readonly markdown?: () => string;
}

/** A finding of `validate` as a screen lists it. */
export interface ShownProblem {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What an import would do. */
export interface ShownImport {
  readonly items: readonly ImportItem[];
  readonly failed: readonly { readonly file: string; readonly message: string }[];
}

/** Everything the further screens read and write; each answers what the command of that name prints. */
export interface OpenedPages {
  readonly matrix: (resolution: string, meeting: string, language: Language | null) => Promise<Read<Matrix>>;
  readonly history: (resolution: string, language: Language | null) => Promise<Read<History>>;
  readonly composite: (
    resolution: string,
    meeting: string,
    language: Language | null,
  ) => Promise<Read<Composite>>;
  readonly outcome: (
    resolution: string,
    meeting: string,
    language: Language | null,
  ) => Promise<Read<Outcome>>;
  readonly rebase: (resolution: string, meeting: string, language: Language | null) => Promise<Read<Rebase>>;
  readonly campaigns: (
    resolution: string | null,
    language: Language | null,
  ) => Promise<Read<readonly Campaign[]>>;
  readonly versions: (text: string) => Promise<
    Read<{
      readonly languages: readonly Language[];
      readonly findings: readonly VersionFinding[];
    }>
  >;
  readonly text: (name: string, language: Language | null) => Promise<Read<ComparedText>>;
  readonly rules: () => Promise<RulePack>;
  readonly meetings: () => Promise<{
    readonly meetings: readonly Meeting[];
    /** ISO day by the user's own clock. */
    readonly today: string;
    /** How many proposals the library holds for each meeting. */
    readonly proposals: ReadonlyMap<string, number>;
  }>;
  readonly meeting: (id: string, language: Language | null) => Promise<readonly ResolutionOverview[]>;
  readonly following: () => Promise<FollowingOverview>;
  /** Follows a resolution, or follows it no longer; true when it is followed now. */
  readonly follow: (resolution: string) => Promise<boolean>;
  /** All that is there counts as seen from now on. */
  readonly markSeen: () => Promise<void>;
  readonly letter: (meetingOrBase: string, revised: string | null) => Promise<string>;
  readonly validate: () => Promise<{
    readonly files: number;
    readonly problems: readonly ShownProblem[];
  }>;
  readonly receipt: (report: Report) => Promise<Receipt>;
  readonly calendar: (meeting: string) => Promise<string>;
  /** What the documents of a file or folder would become in the library; nothing is written. */
  readonly planImport: (path: string) => Promise<ShownImport>;
  /** Files what is new there, and leaves what is in conflict; gives how many texts were filed. */
  readonly fileImport: (path: string) => Promise<number>;
  /** What became of proposals, where the user has said so. */
  readonly statuses: () => Promise<Readonly<Partial<Record<string, ProposalStatus>>>>;
  readonly setStatus: (text: string, status: ProposalStatus) => Promise<void>;
  /** An empty base is the text's own. */
  readonly open: (base: string, revised: string, language: Language | null) => Promise<OpenedReview>;
  /** Writes a new file; a file that is there already is a UserError unless it may be replaced. */
  readonly write: (path: string, data: string | Uint8Array, mayReplace: boolean) => Promise<string>;
  /** The proposals on a resolution at a meeting, by id, in the library's order. */
  readonly proposals: (resolution: string, meeting: string) => readonly string[];
  /** Languages that both texts are there in, by id. */
  readonly languages: (base: string, revised: string) => readonly Language[];
  /** True when there is a file or folder of that name. */
  readonly isThere: (path: string) => boolean;
}

/** The day by the user's own clock. */
const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

const textsOf = ({ library }: Context, resolution: string) =>
  library.resolutions.find(({ id }) => id === resolution)?.texts ?? [];

const planned = async (path: string, context: Context): Promise<ShownImport> => {
  const { listFiles } = await import('./import/list-files.ts');
  const { planImport } = await import('./import/plan-import.ts');
  const items: ImportItem[] = [];
  const failed: { file: string; message: string }[] = [];
  for (const file of listFiles([path])) {
    try {
      items.push(...(await planImport(file, context)));
    } catch (error) {
      failed.push({ file, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { items, failed };
};

/** What a text is compared with where nobody says: its own base, else the newest revision. */
const baseFor = (texts: ReturnType<typeof textsOf>, name: string): string =>
  texts.find(({ id }) => id === name)?.base ?? texts.findLast(({ kind }) => kind === 'adopted')?.id ?? '';

const negotiationOf = async (resolution: string, meeting: string, context: Context) => {
  const { openAdopted, openNegotiation } = await import('./negotiate/open-negotiation.ts');
  const names = { resolution, meeting, proposals: [] };
  const { negotiation, messages } = await openNegotiation(names, context);
  return {
    negotiation,
    messages,
    adopted: () => openAdopted(names, undefined, negotiation.base, context),
  };
};

/**
 * The further screens over a library; `now` gives it as it was last read, `version` is the program's own. What a
 * screen takes is loaded when it is first opened: a start pays for none of it.
 */
export function openPages(now: () => Context, version: string): OpenedPages {
  const inLanguage = (language: Language | null): Context =>
    language === null ? now() : { ...now(), language };
  return {
    matrix: async (resolution, meeting, language) => {
      const context = inLanguage(language);
      const [{ buildMatrix }, { matrixMarkdown }, { negotiation, messages }] = await Promise.all([
        import('../core/negotiate/build-matrix.ts'),
        import('../io/export/negotiate/matrix-markdown.ts'),
        negotiationOf(resolution, meeting, context),
      ]);
      const data = buildMatrix(negotiation);
      return { data, messages, markdown: () => matrixMarkdown(data, context.uiLanguage) };
    },
    history: async (resolution, language) => {
      const context = inLanguage(language);
      const [{ openHistory }, { historyMarkdown }] = await Promise.all([
        import('./negotiate/open-history.ts'),
        import('../io/export/negotiate/history-markdown.ts'),
      ]);
      const { history: data, messages } = await openHistory(resolution, context);
      return { data, messages, markdown: () => historyMarkdown(data, resolution, context.uiLanguage) };
    },
    composite: async (resolution, meeting, language) => {
      const context = inLanguage(language);
      const [{ buildComposite }, { compositeMarkdown }, { negotiation, messages }] = await Promise.all([
        import('../core/negotiate/build-composite.ts'),
        import('../io/export/negotiate/composite-markdown.ts'),
        negotiationOf(resolution, meeting, context),
      ]);
      const data = buildComposite(negotiation);
      return { data, messages, markdown: () => compositeMarkdown(data, context.uiLanguage) };
    },
    outcome: async (resolution, meeting, language) => {
      const context = inLanguage(language);
      const [{ buildOutcome }, { outcomeMarkdown }, { CORE_PACK }, { negotiation, messages, adopted }] =
        await Promise.all([
          import('../core/negotiate/build-outcome.ts'),
          import('../io/export/negotiate/outcome-markdown.ts'),
          import('../core/rules/core-pack.ts'),
          negotiationOf(resolution, meeting, context),
        ]);
      const data = buildOutcome(negotiation, await adopted(), CORE_PACK);
      return { data, messages, markdown: () => outcomeMarkdown(data, context.uiLanguage) };
    },
    rebase: async (resolution, meeting, language) => {
      const [{ rebaseProposals }, { negotiation, messages, adopted }] = await Promise.all([
        import('../core/negotiate/rebase.ts'),
        negotiationOf(resolution, meeting, inLanguage(language)),
      ]);
      return { data: rebaseProposals(negotiation, await adopted()), messages };
    },
    campaigns: async (resolution, language) => {
      const { readCampaigns } = await import('./negotiate/read-campaigns.ts');
      return { data: await readCampaigns(resolution ?? undefined, inLanguage(language)), messages: [] };
    },
    versions: async (text) => {
      const { readVersions } = await import('./negotiate/read-versions.ts');
      return { data: await readVersions(text, now()), messages: [] };
    },
    text: async (name, language) => {
      const { openText } = await import('./open-text.ts');
      return { data: await openText(name, inLanguage(language)), messages: [] };
    },
    rules: async () => {
      const { openPack } = await import('./rule-packs.ts');
      return openPack(now());
    },
    meetings: async () => {
      const { readMeetings } = await import('./letter-meetings.ts');
      const { library } = now();
      const proposals = new Map<string, number>();
      for (const { texts } of library.resolutions)
        for (const { kind, meeting } of texts)
          if (kind === 'proposal' && meeting !== null)
            proposals.set(meeting, (proposals.get(meeting) ?? 0) + 1);
      return { meetings: readMeetings(library), today: today(), proposals };
    },
    meeting: async (id, language) => {
      const { readMeeting } = await import('./negotiate/meeting.ts');
      return (await readMeeting(id, inLanguage(language), version, () => undefined)).resolutions;
    },
    following: async () => {
      const [{ readFollowing }, { readOverview }] = await Promise.all([
        import('./negotiate/following-state.ts'),
        import('./negotiate/read-following.ts'),
      ]);
      return readOverview(readFollowing(now()), today(), now());
    },
    follow: async (resolution) => {
      const [{ readFollowing, writeFollowing }, { findResolution }] = await Promise.all([
        import('./negotiate/following-state.ts'),
        import('./negotiate/open-negotiation.ts'),
      ]);
      const context = now();
      const state = readFollowing(context);
      const { id } = findResolution(context.library, resolution);
      const isFollowed = !state.follows.includes(id);
      const others = state.follows.filter((one) => one !== id);
      writeFollowing({ ...state, follows: isFollowed ? [...others, id].sort() : others }, context);
      return isFollowed;
    },
    markSeen: async () => {
      const [{ readFollowing, writeFollowing }, { markSeen }] = await Promise.all([
        import('./negotiate/following-state.ts'),
        import('./negotiate/read-following.ts'),
      ]);
      const context = now();
      writeFollowing(markSeen(readFollowing(context), today(), context), context);
    },
    planImport: (path) => planned(path, now()),
    fileImport: async (path) => {
      const { fileItem } = await import('./import/file-items.ts');
      const instant = new Date().toISOString();
      const filed = new Set<string>();
      for (const item of (await planned(path, now())).items) {
        // Two documents may want the same place: the second one waits for a person.
        if (item.state !== 'new' || filed.has(item.path)) continue;
        fileItem(item, now(), instant, false);
        filed.add(item.path);
      }
      return filed.size;
    },
    statuses: async () => {
      const { readFollowing } = await import('./negotiate/following-state.ts');
      return readFollowing(now()).statuses;
    },
    setStatus: async (text, status) => {
      const { readFollowing, writeFollowing } = await import('./negotiate/following-state.ts');
      const state = readFollowing(now());
      writeFollowing({ ...state, statuses: { ...state.statuses, [text]: status } }, now());
    },
    letter: async (meetingOrBase, revised) => {
      const { writeLetter } = await import('./letter.ts');
      return writeLetter(meetingOrBase, revised ?? undefined, { today: today() }, now());
    },
    validate: async () => {
      const [{ validateLibrary }, { nearPath }] = await Promise.all([
        import('./validate-library.ts'),
        import('./write-export.ts'),
      ]);
      const { files, problems } = validateLibrary([], now());
      const shown = problems.map(({ path, line, code, message }) => ({
        file: nearPath(path),
        line,
        code,
        message,
      }));
      return { files, problems: shown };
    },
    receipt: async ({ comparison }) => {
      const { editorialReceipt } = await import('../core/diff/receipt.ts');
      return editorialReceipt(comparison);
    },
    calendar: async (meeting) => {
      const { exportCalendar } = await import('./export-calendar.ts');
      return exportCalendar(meeting, now());
    },
    open: async (named, revised, language) => {
      const base =
        named === '' ? baseFor(textsOf(now(), revised.slice(0, revised.indexOf('@'))), revised) : named;
      const { openReviewOf } = await import('./review-session.ts');
      return openReviewOf(base, revised, inLanguage(language), version);
    },
    write: async (path, data, mayReplace) => {
      const { writeExport } = await import('./write-export.ts');
      return writeExport(path, data, mayReplace);
    },
    proposals: (resolution, meeting) =>
      textsOf(now(), resolution)
        .filter((text) => text.kind === 'proposal' && text.meeting === meeting)
        .map(({ id }) => id),
    languages: (base, revised) => {
      const texts = textsOf(now(), revised.slice(0, revised.indexOf('@')));
      const [from, to] = [base, revised].map((name) => texts.find(({ id }) => id === name));
      return LANGUAGES.filter(
        (language) => from?.files.has(language) === true && to?.files.has(language) === true,
      );
    },
    isThere: (path) => existsSync(path),
  };
}
