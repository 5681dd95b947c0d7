import type { PdfPage } from './page-items.ts';
import type { Row } from './rows.ts';

const PAGE_NUMBER =
  /^(?:page\s*)?[–—-]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[–—-]?(?:\s*(?:\/|of|de|sur|из)\s*\d{1,4})?$/iu;

const keyOf = (row: Row): string =>
  row.text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/\b[ivxlc]+\b/g, '#');

/**
 * The rows of each page without running heads, feet and page numbers: what stands at the same height near the
 * top or bottom of several pages and says the same, numbers aside. Left and right pages may differ.
 */
export function dropRunningHeads(
  pages: readonly PdfPage[],
  rows: readonly (readonly Row[])[],
): readonly (readonly Row[])[] {
  const seen = new Map<string, Set<number>>();
  const edge = (row: Row, at: number): boolean => {
    const { height } = pages[at] ?? { height: 0 };
    return row.y > height * 0.87 || row.y < height * 0.13;
  };
  const place = (row: Row): string => `${Math.round(row.y / 6)}`;
  rows.forEach((page, at) => {
    for (const row of page) {
      if (!edge(row, at)) continue;
      const key = PAGE_NUMBER.test(row.text) ? 'number' : keyOf(row);
      // A line a little higher or lower is the same line.
      for (const where of [place(row), place({ ...row, y: row.y + 3 })]) {
        const id = `${where} ${key}`;
        const on = seen.get(id) ?? new Set();
        seen.set(id, on.add(at));
      }
    }
  });
  const enough = Math.max(2, Math.ceil(pages.length * 0.3));
  return rows.map((page, at) =>
    page.filter((row) => {
      if (!edge(row, at)) return true;
      const key = PAGE_NUMBER.test(row.text) ? 'number' : keyOf(row);
      const pagesWith = [place(row), place({ ...row, y: row.y + 3 })].map(
        (where) => seen.get(`${where} ${key}`)?.size ?? 0,
      );
      return Math.max(...pagesWith) < enough;
    }),
  );
}
