import type { Anchor, Note, Stance } from '../../core/model/review.ts';
import type { ReviewHistory } from '../../core/review/history.ts';
import type { Folding, Item } from '../document/items.ts';
import type { Layout, Sheet } from '../document/sheet.ts';
import type { TextBuffer } from './text-buffer.ts';
import type { Top } from './viewport.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The comparison as it is looked at. */
export interface View {
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
  readonly kind: 'search' | 'filter' | 'accept' | 'dismiss';
  readonly buffer: TextBuffer;
}

/** A list over the comparison: all flags and notes, or all commands. */
export interface ListOverlay {
  readonly kind: 'list' | 'palette';
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
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'editText'; readonly text: string }
  | { readonly kind: 'copy'; readonly text: string };

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
