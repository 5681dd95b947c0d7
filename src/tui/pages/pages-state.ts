import type { Language } from '../../core/model/language.ts';
import { searchKey } from '../document/highlight.ts';
import { LEAST_COLUMNS } from '../layout/geometry.ts';
import type { Row } from '../layout/row.ts';
import type { Size, Status } from '../state/app-state.ts';
import type { TextBuffer } from '../state/text-buffer.ts';
import type { Tall, Top } from '../state/viewport.ts';
import { gridShape, headRows } from './grid.ts';
import type { Block, GridShape, Page, PageExport, PageRequest, Target } from './page.ts';

/** One screen of the stack: what was asked for, what came, where one is in it. */
export interface PageView {
  readonly request: PageRequest | null;
  /** Null while it is being read. */
  readonly page: Page | null;
  readonly cursor: number;
  readonly column: number;
  readonly firstColumn: number;
  readonly top: Top;
  readonly filter: string;
  readonly language: Language | null;
}

export interface PagePrompt {
  readonly kind: 'filter' | 'export' | 'replace';
  readonly buffer: TextBuffer;
  /** The file that may be replaced. */
  readonly path?: string;
}

/** A column marked to be compared with another. */
export interface Marked {
  readonly text: string;
  readonly name: string;
}

/** The further screens, one over the other. */
export interface PagesState {
  readonly size: Size;
  readonly views: readonly PageView[];
  readonly prompt: PagePrompt | null;
  readonly pending: readonly string[];
  readonly status: Status | null;
  readonly marked: Marked | null;
}

export type PagesEffect =
  | { readonly kind: 'read'; readonly request: PageRequest; readonly language: Language | null }
  | { readonly kind: 'leave'; readonly end: PagesEnd }
  | { readonly kind: 'write'; readonly path: string; readonly mayReplace: boolean }
  | { readonly kind: 'review'; readonly target: Extract<Target, { kind: 'review' }> }
  | { readonly kind: 'follow'; readonly resolution: string }
  | { readonly kind: 'markSeen' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'theme' }
  | { readonly kind: 'suspend' };

/** How the further screens were left: with an exit code, for a place of the comparison, or with a command to run. */
export interface PagesEnd {
  readonly code: number;
  readonly target?: Extract<Target, { kind: 'back' | 'command' }>;
  /** Why the first screen could not be shown. */
  readonly failure?: string;
}

export interface PagesStep {
  readonly state: PagesState;
  readonly effects: readonly PagesEffect[];
}

/** Columns before a line: cursor and a space. */
export const MARGIN = 2;

/** A view before its screen was read. */
export function viewOf(request: PageRequest | null, page: Page | null, language: Language | null): PageView {
  return {
    request,
    page,
    cursor: 0,
    column: 0,
    firstColumn: 0,
    top: { item: 0, row: 0 },
    filter: '',
    language,
  };
}

/** The screen on top. */
export function topView({ views }: Pick<PagesState, 'views'>): PageView | undefined {
  return views.at(-1);
}

const filtered = new WeakMap<Page, { readonly filter: string; readonly blocks: readonly Block[] }>();

/** The lines of a screen that hold all words of its filter; headings go when there is one. */
export function blocksOf({ page, filter }: Pick<PageView, 'page' | 'filter'>): readonly Block[] {
  if (!page) return [];
  if (filter === '') return page.blocks;
  const known = filtered.get(page);
  if (known?.filter === filter) return known.blocks;
  const words = searchKey(filter)
    .split(' ')
    .filter((word) => word !== '');
  const blocks = page.blocks.filter(({ isStop, find }) => {
    const text = searchKey(find);
    return isStop && words.every((word) => text.includes(word));
  });
  filtered.set(page, { filter, blocks });
  return blocks;
}

/** The line one is on. */
export function currentBlock(view: PageView): Block | undefined {
  return blocksOf(view)[view.cursor];
}

/** What can be written of a screen, on the line one is on. */
export function exportOf(view: PageView): PageExport | null {
  return view.page?.writeLine?.(currentBlock(view)) ?? view.page?.write ?? null;
}

const panelHeight = (rows: number): number => {
  if (rows < 18) return 4;
  if (rows < 30) return 7;
  return rows < 45 ? 10 : 14;
};

/** How the window is divided on a screen. */
export interface PageGeometry {
  readonly columns: number;
  readonly headRows: number;
  readonly bodyRows: number;
  readonly panelRows: number;
}

/** Header and rule, the head of a table, the lines, a panel where there is one, status. */
export function pageGeometry({ size }: Pick<PagesState, 'size'>, page: Page | null): PageGeometry {
  const columns = Math.max(LEAST_COLUMNS, size.columns);
  // A low window keeps its rows for the lines.
  const head = page?.grid ? Math.min(headRows(page.grid), size.rows < 18 ? 1 : 3) : 0;
  const panelRows = page?.panel ? panelHeight(size.rows) : 0;
  const fixed = 4 + head + (panelRows > 0 ? panelRows + 1 : 0);
  return { columns, headRows: head, panelRows, bodyRows: Math.max(1, size.rows - fixed) };
}

/** The columns of a screen's table as they stand. */
export function shapeOf(view: PageView, columns: number): GridShape | null {
  const grid = view.page?.grid;
  return grid ? gridShape(grid, columns - MARGIN, view.column, view.firstColumn) : null;
}

interface Known {
  readonly setting: string;
  readonly rows: readonly Row[];
}

const known = new WeakMap<Block, Known>();

/** The rows of a line, set once for each window and column; the first heading needs no space above it. */
export function rowsAt(view: PageView, at: number, columns: number): readonly Row[] {
  const block = blocksOf(view)[at];
  if (!block) return [];
  const grid = shapeOf(view, columns);
  const column = at === view.cursor ? view.column : -1;
  const setting = `${columns} ${grid ? `${grid.first} ${grid.shown} ${column}` : ''}`;
  const before = known.get(block);
  const rows =
    before?.setting === setting ? before.rows : block.rows({ columns: columns - MARGIN, grid, column });
  if (rows !== before?.rows) known.set(block, { setting, rows });
  return at === 0 && !block.isStop && rows.length > 1 && rows[0]?.length === 0 ? rows.slice(1) : rows;
}

/** The lines of a screen as a list of rows. */
export function tallPage(view: PageView, columns: number): Tall {
  return {
    count: blocksOf(view).length,
    heightOf: (at) => Math.max(1, rowsAt(view, at, columns).length),
  };
}
