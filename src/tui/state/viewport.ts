/** The first row on the screen: an item and one of its rows. */
export interface Top {
  readonly item: number;
  readonly row: number;
}

/** A list of things of different heights; heights are asked for only where they are needed. */
export interface Tall {
  readonly count: number;
  readonly heightOf: (item: number) => number;
}

/** So many rows further down, at most to the last row. */
export function advance(list: Tall, top: Top, rows: number): Top {
  let { item, row } = top;
  let left = rows;
  while (left > 0 && item < list.count) {
    const below = list.heightOf(item) - row - 1;
    if (left <= below) return { item, row: row + left };
    if (item === list.count - 1) return { item, row: row + Math.max(0, below) };
    left -= below + 1;
    item += 1;
    row = 0;
  }
  return { item, row };
}

/** So many rows further up, at most to the first row. */
export function retreat(list: Tall, top: Top, rows: number): Top {
  let { item, row } = top;
  let left = rows;
  while (left > 0) {
    if (left <= row) return { item, row: row - left };
    if (item === 0) return { item: 0, row: 0 };
    left -= row + 1;
    item -= 1;
    row = list.heightOf(item) - 1;
  }
  return { item, row };
}

/** The lowest top that still fills the body: nothing scrolls past the end. */
export function lastTop(list: Tall, bodyRows: number): Top {
  if (list.count === 0) return { item: 0, row: 0 };
  const item = list.count - 1;
  return retreat(list, { item, row: list.heightOf(item) - 1 }, bodyRows - 1);
}

/** True when a stands above b. */
export function isAbove(a: Top, b: Top): boolean {
  return a.item < b.item || (a.item === b.item && a.row < b.row);
}

/** Rows between two tops, counted no further than `limit`. */
export function rowsBetween(list: Tall, from: Top, to: Top, limit: number): number {
  let rows = -from.row;
  for (let item = from.item; item < to.item; item++) {
    rows += list.heightOf(item);
    if (rows > limit) return rows;
  }
  return rows + to.row;
}

/** How a cursor that left the screen comes back: at the edge it left by, or with room above it. */
export type Reveal = 'edge' | 'roomy';

/**
 * The top that shows the cursor's item: the old one where it does already, else one that scrolls as little as
 * asked. An item taller than the body shows its start, or whatever part of it is in view.
 */
export function reveal(list: Tall, top: Top, cursor: number, bodyRows: number, how: Reveal): Top {
  const height = list.heightOf(cursor);
  const start: Top = { item: cursor, row: 0 };
  const clamp = (wished: Top): Top => {
    const lowest = lastTop(list, bodyRows);
    return isAbove(lowest, wished) ? lowest : wished;
  };
  const isTall = height > bodyRows;
  const isInside = top.item === cursor && isTall;
  if (isInside) return clamp(top);
  const roomy = (): Top => retreat(list, start, Math.floor(bodyRows / 3));
  // One row of what comes before stays in view: it may be the heading.
  if (isAbove(start, top)) return clamp(how === 'roomy' ? roomy() : retreat(list, start, isTall ? 0 : 1));
  const end = rowsBetween(list, top, start, bodyRows) + height;
  if (end <= bodyRows) return clamp(top);
  if (isTall) return clamp(start);
  return clamp(how === 'roomy' ? roomy() : retreat(list, start, bodyRows - height));
}
