import type { Language } from '../../core/model/language.ts';
import type { ComparisonSummary, LibrarySession, ResolutionView, TextView } from '../session.ts';
import type { ProposalStatus } from '../../core/negotiate/following.ts';
import type { PageRequest } from '../pages/page.ts';
import type { Size, Status } from '../state/app-state.ts';
import type { Voice } from '../state/desk.ts';
import type { TextBuffer } from '../state/text-buffer.ts';

export const SORTS = ['number', 'title', 'proposals'] as const;

export type Sort = (typeof SORTS)[number];

/** Where one is in a list. */
export interface Spot {
  readonly cursor: number;
  readonly top: number;
  readonly filter: string;
}

export interface LibraryDesk extends Voice {
  readonly session: LibrarySession;
}

/** The library's two screens: all resolutions, and the texts of one. */
export interface LibraryState {
  readonly size: Size;
  /** Null until it has been read. */
  readonly resolutions: readonly ResolutionView[] | null;
  /** The resolution that is open; null on the first screen. */
  readonly opened: string | null;
  readonly all: Spot;
  readonly texts: Spot;
  readonly sort: Sort;
  /** The text everything is compared with; null: each with its own base. */
  readonly base: string | null;
  readonly language: Language | null;
  /** First row of the help screen; null when it is closed. */
  readonly help: number | null;
  readonly prompt: TextBuffer | null;
  /** True while the line being typed names what to import; else it is a filter. */
  readonly isImporting: boolean;
  readonly pending: readonly string[];
  readonly status: Status | null;
  readonly summaries: ReadonlyMap<string, ComparisonSummary>;
  /** What became of proposals, where the user has said so. */
  readonly statuses: Readonly<Partial<Record<string, ProposalStatus>>>;
}

/** What the library asks to be done outside. */
export type LibraryEffect =
  | { readonly kind: 'quit'; readonly code: number }
  | { readonly kind: 'load' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'theme' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'review'; readonly base: string; readonly revised: string }
  /** A further screen over the library. */
  | { readonly kind: 'visit'; readonly request: PageRequest }
  | { readonly kind: 'status'; readonly text: string; readonly status: ProposalStatus };

export interface LibraryStep {
  readonly state: LibraryState;
  readonly effects: readonly LibraryEffect[];
}

/** The state before the library was read. */
export function startLibrary(desk: LibraryDesk, size: Size): LibraryState {
  const spot: Spot = { cursor: 0, top: 0, filter: '' };
  return {
    size,
    resolutions: null,
    opened: null,
    all: spot,
    texts: spot,
    sort: 'number',
    base: null,
    language: null,
    help: null,
    prompt: null,
    isImporting: false,
    pending: [],
    status: { tone: 'info', text: desk.say('library.reading') },
    summaries: new Map(),
    statuses: {},
  };
}

/** The resolution that is open, where it is (still) there. */
export function openedResolution({ resolutions, opened }: LibraryState): ResolutionView | null {
  return resolutions?.find(({ id }) => id === opened) ?? null;
}

/** The text a text is compared with: the one set, its own base, else the revision before it or the newest one. */
export function baseOf(
  { base }: Pick<LibraryState, 'base'>,
  { texts }: ResolutionView,
  text: TextView,
): string | null {
  if (base !== null && base !== text.id && texts.some(({ id }) => id === base)) return base;
  if (text.base !== undefined && texts.some(({ id }) => id === text.base)) return text.base;
  const adopted = texts.filter(({ kind }) => kind === 'adopted');
  const at = adopted.findIndex(({ id }) => id === text.id);
  const before = at < 0 ? adopted.at(-1) : adopted[at - 1];
  return before?.id ?? null;
}

/** The name under which the summary of a comparison is kept. */
export function summaryKey(base: string, revised: string, language: Language | null): string {
  return `${base}\n${revised}\n${language ?? ''}`;
}
