import type { Piece } from '../marked-text.ts';
import type { PageItem, PdfPage } from './page-items.ts';

/** A piece of a row; a raised number is one of its own. */
export interface RowPiece extends Piece {
  readonly isNote?: boolean;
}

/** A line of print: what stands on one baseline of one column. */
export interface Row {
  readonly pieces: readonly RowPiece[];
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Raised number at its very start: the row begins a footnote. */
  readonly noteMark: string | null;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const LABEL =
  /^[\s\u200e\u200f]*(?:[–—•▪●·-]|\(?[\p{L}\d]{1,4}(?:[.\u2011-]\d+)*(?:bis|ter|quater)?[).]?(?:bis|ter|quater)?)[\s.]*$/u;

const isRaised = (item: PageItem, size: number, y: number): boolean =>
  item.size < size * 0.8 && item.y > y + size * 0.12 && item.y < y + size * 0.8;

/** White space between an item and what stands before it in its row. */
const jointOf = (lead: string, isSpaced: boolean, gap: number, size: number): string => {
  if (lead === '') return '';
  if (gap > size * 0.45 && LABEL.test(lead) && !/^\d{4}/.test(lead)) return '\t';
  return isSpaced || gap <= size * 0.12 ? '' : ' ';
};

/** One row from the items on its baseline. Gaps become spaces; a wide one after a label becomes a tab. */
const toRow = (items: readonly PageItem[], page: number): Row | null => {
  const printed = items.filter(({ text }) => text.trim() !== '').sort((a, b) => a.x - b.x);
  const [first] = printed;
  if (first === undefined) return null;
  const size = Math.max(...printed.map((item) => item.size));
  const y = median(printed.filter((item) => item.size > size * 0.8).map((item) => item.y));
  const pieces: RowPiece[] = [];
  let lead = '';
  let isSpaced = true;
  let end = first.x;
  let noteMark: string | null = null;
  for (const item of printed) {
    const text = item.text.replace(/[\0-\x1f]/g, ' ');
    const joint = jointOf(lead, isSpaced || text.startsWith(' '), item.x - end, size);
    end = item.x + item.width;
    const isMark = isRaised(item, size, y) && /^\s*(?:\d{1,3}|\*{1,3})\s*$/.test(text);
    if (isMark && lead === '') {
      noteMark = text.trim();
      continue;
    }
    if (isMark) pieces.push({ text: text.trim(), isNote: true });
    else pieces.push({ text: joint + text, emphasis: item.isItalic, strong: item.isBold });
    if (lead.length < 20) lead += joint + text;
    isSpaced = text.endsWith(' ');
  }
  const text = pieces.map((piece) => piece.text).join('');
  const left = Math.min(...printed.map(({ x }) => x));
  const right = Math.max(...printed.map(({ x, width }) => x + width));
  return { pieces, text: text.trim(), page, left, right, y, size, noteMark };
};

/** Items on one baseline, raised marks with the line they belong to; top of the page first. */
const byBaseline = (items: readonly PageItem[]): readonly (readonly PageItem[])[] => {
  const groups: { y: number; size: number; items: PageItem[] }[] = [];
  const big = [...items].sort((a, b) => b.y - a.y || a.x - b.x);
  const usual = median(items.map(({ size }) => size));
  const small = big.filter((item) => item.size < usual * 0.8);
  for (const item of big) {
    if (item.size < usual * 0.8) continue;
    const near = groups.at(-1);
    if (near !== undefined && near.y - item.y < Math.min(near.size, item.size) * 0.4) near.items.push(item);
    else groups.push({ y: item.y, size: item.size, items: [item] });
  }
  for (const item of small) {
    const line = groups.find(({ y, size }) => item.y > y - size * 0.15 && item.y < y + size * 0.8);
    const sameSize = groups.find(
      ({ y, items: [head] }) => Math.abs(y - item.y) < item.size * 0.4 && head !== undefined,
    );
    const found = line ?? sameSize;
    if (found !== undefined) found.items.push(item);
    else groups.push({ y: item.y, size: item.size, items: [item] });
  }
  return groups.sort((a, b) => b.y - a.y).map((group) => group.items);
};

/** The empty stripe between two columns: its middle, or null for a page of one column. */
const findGutter = ({ width, items }: PdfPage): number | null => {
  const printed = items.filter(({ text }) => text.trim() !== '');
  let best: { x: number; crossing: number } | null = null;
  const step = Math.max(2, width / 400);
  for (let x = width * 0.35; x <= width * 0.65; x += step) {
    const crossing = printed.filter((item) => item.x < x + 4 && item.x + item.width > x - 4).length;
    if (best === null || crossing < best.crossing) best = { x, crossing };
  }
  if (best === null) return null;
  const { x, crossing } = best;
  const left = byBaseline(printed.filter((item) => item.x + item.width <= x));
  const right = byBaseline(printed.filter((item) => item.x >= x));
  if (left.length < 6 || right.length < 6 || crossing > Math.min(left.length, right.length) * 0.5)
    return null;
  // Prose fills its column; the cells of a table, a list of numbers do not.
  const fills = (rows: readonly (readonly PageItem[])[], room: number): boolean =>
    median(rows.map((row) => row.reduce((sum, item) => sum + item.width, 0))) > room * 0.55;
  const edge = Math.min(...printed.map((item) => item.x));
  return fills(left, x - edge) && fills(right, width - edge - x) ? x : null;
};

/** The rows of a page in reading order: two columns one after the other, between the lines that cross them. */
export function pageRows(page: PdfPage, number: number): readonly Row[] {
  const gutter = findGutter(page);
  const rows: Row[] = [];
  const take = (items: readonly PageItem[]): void => {
    for (const line of byBaseline(items)) {
      const row = toRow(line, number);
      if (row !== null) rows.push(row);
    }
  };
  if (gutter === null) {
    take(page.items);
    return rows;
  }
  const isWide = (item: PageItem): boolean =>
    item.text.trim() !== '' && item.x < gutter && item.x + item.width > gutter;
  const wide = page.items.filter(isWide);
  const cuts = [...wide.map(({ y }) => y), -Infinity].sort((a, b) => b - a);
  let top = Infinity;
  for (const cut of cuts) {
    const band = page.items.filter((item) => !isWide(item) && item.y < top && item.y >= cut);
    const across = band.filter((item) => Math.abs(item.y - cut) < 2);
    const inside = band.filter((item) => !across.includes(item));
    take(inside.filter((item) => item.x < gutter));
    take(inside.filter((item) => item.x >= gutter));
    take([...across, ...wide.filter(({ y }) => y === cut)]);
    top = cut;
  }
  return rows;
}
