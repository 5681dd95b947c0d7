import stringWidth from 'string-width';

/** A text cut to `width` columns, with an ellipsis where something is left out. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let [kept, used] = ['', 0];
  for (const char of text) {
    const size = stringWidth(char);
    if (used + size > width - 1) break;
    kept += char;
    used += size;
  }
  return `${kept}…`;
}

/** A path cut to `width` columns in its middle: its number at the end is what tells it from its neighbours. */
export function cutMiddle(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const tail = text.slice(-Math.max(8, Math.floor(width / 4)));
  return `${cut(text, Math.max(2, width - stringWidth(tail)))}${tail}`;
}

/** A text filled up with spaces to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

const GAP = 2;

/**
 * A plain table that fits `width`: the columns after the first get what they need, down to `least` columns each,
 * the first gets the rest. Where even that does not fit the columns are set in several blocks, each with the
 * first column again.
 */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  least = 5,
): string[] {
  const sizes = head.map((title, at) =>
    Math.max(least, stringWidth(title), ...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  const firstSize = Math.min(sizes[0] ?? 0, Math.max(16, Math.floor(width * 0.45)));
  const blocks: number[][] = [];
  let used = width;
  sizes.forEach((size, at) => {
    if (at === 0) return;
    const room = Math.min(size, width - firstSize - GAP);
    if (used + GAP + room > width) {
      blocks.push([]);
      used = firstSize;
    }
    blocks[blocks.length - 1]?.push(at);
    used += GAP + room;
  });
  const line = (row: readonly string[], columns: readonly number[], first: number) =>
    [
      pad(cutMiddle(row[0] ?? '', first), first),
      ...columns.map((at) => pad(cut(row[at] ?? '', sizes[at] ?? 0), sizes[at] ?? 0)),
    ]
      .join(' '.repeat(GAP))
      .trimEnd();
  return blocks.flatMap((columns, index) => {
    const others = columns.reduce((sum, at) => sum + GAP + (sizes[at] ?? 0), 0);
    const first = Math.max(firstSize, Math.min(sizes[0] ?? 0, width - others));
    const body = [head, ...rows].map((row) => line(row, columns, first));
    return index === 0 ? body : ['', ...body];
  });
}
