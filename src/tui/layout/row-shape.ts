import { cellWidth, splitAtWidth } from './cell-width.ts';
import type { Row, Segment, StyleName } from './row.ts';

/** How many columns a row takes. */
export function rowWidth(row: Row): number {
  return row.reduce((width, { text }) => width + cellWidth(text), 0);
}

/** The row filled with spaces, or cut, to exactly so many columns. */
export function fitRow(row: Row, columns: number, style: StyleName = 'plain'): Row {
  const fitted: Segment[] = [];
  let left = columns;
  for (const segment of row) {
    const width = cellWidth(segment.text);
    if (width <= left) {
      fitted.push(segment);
      left -= width;
      continue;
    }
    const [start] = splitAtWidth(segment.text, left);
    fitted.push({ ...segment, text: start });
    left -= cellWidth(start);
    break;
  }
  if (left > 0) fitted.push({ text: ' '.repeat(left), style });
  return fitted;
}

/** The row cut where it is wider than so many columns; a row that fits is given back as it is. */
export function clipRow(row: Row, columns: number): Row {
  return rowWidth(row) > columns ? fitRow(row, columns) : row;
}

/** Two ends of a line with the space between them; the right end gives way when there is no room. */
export function spreadRow(left: Row, right: Row, columns: number, style: StyleName = 'plain'): Row {
  const gap = columns - rowWidth(left) - rowWidth(right);
  if (gap < 1) return fitRow(left, columns, style);
  return [...left, { text: ' '.repeat(gap), style }, ...right];
}
