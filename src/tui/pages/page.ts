import type { Language } from '../../core/model/language.ts';
import type { Place } from '../../core/model/review.ts';
import type { CommandName } from '../keys/commands.ts';
import type { KeyContext } from '../keys/key-table.ts';
import type { Row, Segment } from '../layout/row.ts';
import type { Subject } from './subject.ts';

/** A screen that can be asked for: what the command line prints under the same name. */
export type PageRequest =
  | { readonly kind: 'matrix'; readonly resolution: string; readonly meeting: string; readonly at?: Spot }
  | { readonly kind: 'history'; readonly resolution: string; readonly at?: Spot }
  | {
      readonly kind: 'composite' | 'outcome' | 'rebase';
      readonly resolution: string;
      readonly meeting: string;
    }
  | { readonly kind: 'campaigns'; readonly resolution: string | null }
  | { readonly kind: 'versions'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly at?: Spot }
  | { readonly kind: 'meeting'; readonly meeting: string }
  | { readonly kind: 'letter'; readonly base: string; readonly revised: string | null }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'palette'; readonly contexts: readonly KeyContext[] }
  | { readonly kind: 'rules' | 'meetings' | 'following' | 'problems' | 'receipt' };

export type PageKind = PageRequest['kind'];

/** Where a screen opens: on a line, at a column, by the names its builder gives them. */
export interface Spot {
  readonly line?: string | null;
  readonly column?: string | null;
}

/** Where Enter leads: to another screen, into a comparison, or back to a place of the one it came from. */
export type Target =
  | { readonly kind: 'request'; readonly request: PageRequest }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'command'; readonly command: CommandName }
  | {
      readonly kind: 'review';
      readonly base: string;
      readonly revised: string;
      readonly language: Language | null;
      readonly place: Place | null;
    }
  | { readonly kind: 'back'; readonly place: Place; readonly flag: string | null };

/** How the columns of a table are laid out in a window. */
export interface GridShape {
  readonly nameColumns: number;
  readonly cellColumns: number;
  readonly lastColumns: number;
  /** First column in view, and how many are. */
  readonly first: number;
  readonly shown: number;
}

/** What a line is set for. */
export interface Setting {
  readonly columns: number;
  readonly grid: GridShape | null;
  /** The current column of a table; -1 on lines the cursor is not on. */
  readonly column: number;
}

/** A line of a screen: one row or several. */
export interface Block {
  readonly key: string;
  /** False for headings and spaces, which are passed over. */
  readonly isStop: boolean;
  /** What a filter looks in. */
  readonly find: string;
  readonly rows: (setting: Setting) => readonly Row[];
  readonly open?: (column: number) => Target | null;
  /** A screen with everything about the line. */
  readonly details?: () => Page;
}

export interface GridColumn {
  readonly name: string;
  readonly head: string;
  /** What stands under the name, a row each: the action, the heat. */
  readonly under: readonly (readonly Segment[])[];
  /** The text the column is of, to compare it with another. */
  readonly text: string | null;
}

/** The head of a table: its first column stays in view, the others scroll. */
export interface Grid {
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  /** Head of the last column, which stays in view too; empty for none. */
  readonly last: string;
  /** Widest name of a line, and widest cell. */
  readonly nameColumns: number;
  readonly cellColumns: number;
  /** What the widest cells take, where there is room. */
  readonly widestColumns: number;
  readonly lastColumns: number;
}

/** What `x` writes. */
export interface PageExport {
  /** A file name to begin with. */
  readonly file: string;
  readonly data: () => Promise<string>;
}

/** A screen as data; it is drawn and moved in by the same code whatever it shows. */
export interface Page {
  readonly kind: PageKind | 'details' | 'help';
  readonly title: string;
  /** Right end of the header. */
  readonly facts: string;
  readonly isModel: boolean;
  readonly blocks: readonly Block[];
  readonly grid: Grid | null;
  /** What stands below the list on the current line and column; null for no panel. */
  readonly panel: ((block: Block | undefined, column: number, columns: number) => readonly Row[]) | null;
  readonly start: Spot;
  readonly write: PageExport | null;
  /** What `x` writes where that depends on the line. */
  readonly writeLine?: (block: Block | undefined) => PageExport | null;
  readonly subject: (block: Block | undefined, column: number) => Subject;
  /** Languages the screen can be had in; none where there is no choice. */
  readonly languages: readonly Language[];
  readonly language: Language | null;
  /** True where there is something to file in the library. */
  readonly canFile?: boolean;
  /** One line for what the reader should know; a text left out, for example. */
  readonly messages: readonly string[];
}
