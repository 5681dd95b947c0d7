import type { ExportFormat } from '../../app/export-formats.ts';
import type { Language } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import type { Anchor, Note, Place, Stance } from '../../core/model/review.ts';
import type { ReviewHistory } from '../../core/review/history.ts';
import type { Entry } from '../document/entries.ts';
import type { Ordinal } from '../document/counterpart.ts';
import type { Folding, Item } from '../document/items.ts';
import type { Layout, Sheet } from '../document/sheet.ts';
import type { PageRequest } from '../pages/page.ts';
import type { TextBuffer } from './text-buffer.ts';
import type { Top } from './viewport.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The comparison as it is looked at. */
export interface View {
  /** What the items were made of: another comparison, or other pins, make other entries. */
  readonly entries: readonly Entry[];
  readonly items: readonly Item[];
  readonly folding: Folding;
  readonly sheet: Sheet;
  /** What was asked for; `auto` follows the width. */
  readonly wanted: Layout | 'auto';
  readonly query: string;
  /** Position of the current item. */
  readonly cursor: number;
  readonly top: Top;
  /** Which of the current item's flags is shown. */
  readonly flagAt: number;
}

export type NoteField = 'stance' | 'comment' | 'counter';

/** A note being written. */
export interface NoteEditor {
  readonly anchor: Anchor;
  /** The note that is changed; null for a new one. */
  readonly note: Note | null;
  readonly stance: Stance | null;
  readonly field: NoteField;
  readonly comment: TextBuffer;
  readonly counter: TextBuffer;
}

/** One line of input at the bottom. */
export interface Prompt {
  readonly kind: 'search' | 'filter' | 'accept' | 'dismiss' | 'export' | 'replace' | 'import';
  readonly buffer: TextBuffer;
  /** What is to be exported, and the file that may be replaced. */
  readonly format?: ExportFormat;
  readonly path?: string;
}

/** A list over the comparison: all flags and notes, all commands, or what can be exported. */
export interface ListOverlay {
  readonly kind: 'list' | 'palette' | 'export';
  readonly cursor: number;
  readonly top: number;
  readonly filter: string;
}

/** What lies over the comparison, the last one on top. */
export type Overlay =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'details'; readonly top: number }
  | ListOverlay;

/** A line at the bottom that answers the last key. */
export interface Status {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}

/** All that changes while the screen is open. */
export interface AppState {
  readonly size: Size;
  readonly history: ReviewHistory;
  readonly view: View;
  /** The comparison as it was read again; null: as it was opened. */
  readonly report: Report | null;
  /** The comparison with other pairs of clauses, by the pins it was made with. */
  readonly rebuilt: ReadonlyMap<string, Report>;
  /** The clause that is to be paired with another one, while one looks for it. */
  readonly pinning: {
    readonly path: string;
    readonly base: string | null;
    readonly revised: string | null;
  } | null;
  readonly overlays: readonly Overlay[];
  readonly editor: NoteEditor | null;
  /** Notes that were left without saving, by clause: they come back when the editor opens there again. */
  readonly drafts: Readonly<Record<string, NoteEditor>>;
  readonly prompt: Prompt | null;
  /** Keys of an unfinished sequence. */
  readonly pending: readonly string[];
  readonly status: Status | null;
  /** Why the last save failed; null when all is saved. */
  readonly saveError: string | null;
  /** True once the reader was told that leaving loses something. */
  readonly isQuitWarned: boolean;
}

/** What the program has to do outside the state. */
export type Effect =
  | { readonly kind: 'quit'; readonly code: number }
  | { readonly kind: 'export' }
  | {
      readonly kind: 'exportAs';
      readonly format: ExportFormat;
      readonly path: string;
      readonly mayReplace: boolean;
    }
  | { readonly kind: 'importNotes'; readonly path: string }
  | { readonly kind: 'reload' }
  /** The comparison is to be made again with the pins as they are now. */
  | { readonly kind: 'rebuild' }
  /** Another screen over this one. */
  | { readonly kind: 'visit'; readonly request: PageRequest }
  /** Another comparison in the place of this one: the next proposal, another language. */
  | {
      readonly kind: 'replace';
      readonly base: string;
      readonly revised: string;
      readonly language: Language | null;
      readonly place: Place | null;
      /** Where the clause stands by its order, where paths are in another language. */
      readonly ordinal?: Ordinal;
    }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' }
  /** All that is drawn in another theme. */
  | { readonly kind: 'theme' }
  | { readonly kind: 'editText'; readonly text: string }
  | { readonly kind: 'copy'; readonly text: string };

/** The code of a screen that was left together with those below it. */
export const QUIT = -1;

export interface Step {
  readonly state: AppState;
  readonly effects: readonly Effect[];
}

/** A step that does nothing outside. */
export function stay(state: AppState): Step {
  return { state, effects: [] };
}

/** The state with an answer in the bottom line. */
export function answered(state: AppState, text: string, tone: Status['tone'] = 'info'): AppState {
  return { ...state, status: { tone, text } };
}
