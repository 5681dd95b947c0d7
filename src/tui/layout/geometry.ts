import { GUTTER_COLUMNS } from '../document/gutter.ts';

/** How the window is divided. */
export interface Geometry {
  readonly columns: number;
  readonly rows: number;
  /** Rows and columns of the comparison, gutter included. */
  readonly bodyRows: number;
  readonly bodyColumns: number;
  /** Columns for the words of the comparison. */
  readonly sheetColumns: number;
  /** Rows of the panel below the comparison; 0 where it stands at the side. */
  readonly panelRows: number;
  /** Columns of the panel at the right; 0 where it stands below. */
  readonly paneColumns: number;
  /** Columns of the clause list at the left; 0 where there is none. */
  readonly listColumns: number;
  /** True where there is room for a line between panel and status. */
  readonly hasLowerRule: boolean;
}

/** From this width on the comparison stands side by side. */
export const SPLIT_COLUMNS = 120;
/** From this width on both side panes fit. */
export const PANES_COLUMNS = 140;
/** Below this nothing can be read; a message says so. */
export const LEAST_COLUMNS = 40;
export const LEAST_ROWS = 10;

const panelHeight = (rows: number): number => {
  if (rows < 18) return 3;
  if (rows < 30) return 5;
  return rows < 45 ? 9 : 12;
};

/** The division of a window; a note being written takes more of it. */
export function geometry(columns: number, rows: number, isWriting: boolean): Geometry {
  const hasPanes = columns >= PANES_COLUMNS;
  const paneColumns = hasPanes ? Math.min(48, Math.floor(columns * 0.26)) : 0;
  const listColumns = hasPanes ? Math.min(30, Math.floor(columns * 0.18)) : 0;
  const hasLowerRule = rows >= 18;
  const normal = hasPanes && !isWriting ? 0 : panelHeight(rows);
  const panelRows = isWriting ? Math.max(normal, Math.min(12, Math.floor(rows / 2) - 1)) : normal;
  // Header, rule below it, status; a rule above the panel where there is one, and one below it.
  const fixed = 3 + (panelRows > 0 ? 1 : 0) + (hasLowerRule ? 1 : 0);
  const bodyColumns = columns - (hasPanes ? paneColumns + listColumns + 2 : 0);
  return {
    columns,
    rows,
    bodyRows: Math.max(1, rows - fixed - panelRows),
    bodyColumns,
    sheetColumns: Math.max(12, bodyColumns - GUTTER_COLUMNS - 1),
    panelRows,
    paneColumns,
    listColumns,
    hasLowerRule,
  };
}
