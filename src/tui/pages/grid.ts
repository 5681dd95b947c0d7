import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutPath } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import { cell } from './blocks.ts';
import type { Block, Grid, GridShape, Setting, Target } from './page.ts';

/** Between two columns. */
const BETWEEN = 2;

/** Columns of a table in a window: names keep little more than a quarter of it, and the current column is in view. */
export function gridShape(grid: Grid, columns: number, column: number, first: number): GridShape {
  const nameColumns = Math.min(grid.nameColumns + 1, Math.max(14, Math.floor(columns * 0.28)));
  const head = Math.max(0, ...grid.columns.map((one) => cellWidth(one.head)));
  const widest = Math.max(4, grid.cellColumns, Math.min(14, head));
  const usual = Math.min(widest, Math.max(4, columns - nameColumns - BETWEEN)) + BETWEEN;
  // The last column may not cost the table all but one or two of its own.
  const least = Math.min(grid.columns.length, 3) * usual;
  const lastColumns = columns - nameColumns - least < grid.lastColumns ? 0 : grid.lastColumns;
  const room = columns - nameColumns - lastColumns;
  const shown = Math.max(1, Math.min(grid.columns.length, Math.floor(room / usual)));
  // What is left over widens the cells, up to what the widest needs.
  const cellColumns = Math.max(usual, Math.min(grid.widestColumns + BETWEEN, Math.floor(room / shown)));
  const lowest = Math.max(0, grid.columns.length - shown);
  const wished = Math.max(0, Math.min(first, lowest));
  const inView = column < wished ? column : column >= wished + shown ? column - shown + 1 : wished;
  return { nameColumns, cellColumns, lastColumns, first: Math.max(0, inView), shown };
}

const fitted = (segments: readonly Segment[], columns: number): Row => fitRow(segments, columns);

/** The cell in reverse: filled, so that an empty one can be seen too. */
const chosen = (segments: readonly Segment[], columns: number): Row => {
  const text = segments.map((segment) => segment.text).join('');
  return fitRow([{ text: text === '' ? ' ' : text, style: 'cursor' }], columns);
};

/** A line of a table: its name, the cells in view, the last cell. */
export function gridBlock(line: {
  readonly key: string;
  readonly name: string;
  readonly style: Segment['style'];
  readonly cells: readonly (readonly Segment[])[];
  readonly last: readonly Segment[];
  readonly find: string;
  readonly ellipsis: string;
  readonly open?: (column: number) => Target | null;
  readonly details?: Block['details'];
}): Block {
  const { key, name, style, cells, last, find, ellipsis, open, details } = line;
  return {
    key,
    isStop: true,
    find,
    rows: ({ columns, grid, column }: Setting) => {
      if (!grid) return [fitRow([cell(name, columns, style, ellipsis)], columns)];
      const shown = cutPath(sanitiseLine(name), grid.nameColumns - 1, ellipsis);
      const row: Segment[] = [
        cell(shown, grid.nameColumns - 1, style, ellipsis),
        { text: ' ', style: 'plain' },
      ];
      for (let at = grid.first; at < Math.min(cells.length, grid.first + grid.shown); at++) {
        const own = cells[at] ?? [];
        const width = grid.cellColumns - BETWEEN;
        row.push(...(at === column ? chosen(own, width) : fitted(own, width)), {
          text: '  ',
          style: 'plain',
        });
      }
      const room = columns - grid.lastColumns;
      const body = fitRow(row, room);
      return [grid.lastColumns > 0 ? [...body, ...fitted(last, grid.lastColumns)] : body];
    },
    ...(open ? { open } : {}),
    ...(details ? { details } : {}),
  };
}

/** Rows that the head of a table takes. */
export function headRows({ columns }: Grid): number {
  return 1 + Math.max(0, ...columns.map(({ under }) => under.length));
}

/** The head of a table: names of the columns, and under them what each is. */
export function gridHead(
  grid: Grid,
  shape: GridShape,
  columns: number,
  column: number,
  ellipsis: string,
): Row[] {
  const { first, shown, nameColumns, cellColumns, lastColumns } = shape;
  const width = cellColumns - BETWEEN;
  const inView = grid.columns.slice(first, first + shown);
  const set = (lead: Segment, cells: readonly (readonly Segment[])[], end: Segment): Row => {
    const row = [
      lead,
      ...cells.flatMap((own) => [...fitted(own, width), { text: '  ', style: 'plain' as const }]),
    ];
    const body = fitRow(row, columns - lastColumns);
    return lastColumns > 0 ? [...body, ...fitted([end], lastColumns)] : body;
  };
  const names = inView.map((one, nth) => [
    cell(one.head, width, first + nth === column ? 'heading' : 'dim', ellipsis),
  ]);
  const blank: Segment = { text: ' '.repeat(nameColumns), style: 'plain' };
  const corner = cell(grid.corner, nameColumns, 'dim', ellipsis);
  return [
    set(corner, names, { text: grid.last, style: 'dim' }),
    ...Array.from({ length: headRows(grid) - 1 }, (_, at) =>
      set(
        blank,
        inView.map(({ under }) => under[at] ?? []),
        { text: '', style: 'plain' },
      ),
    ),
  ];
}
