import { LANGUAGES } from '../../../core/model/language.ts';
import { matchHeading } from '../../../core/text/headings.ts';
import { languageTable } from '../../../core/text/language-table.ts';
import { typedLabel } from '../docx/typed-label.ts';
import type { Row } from './rows.ts';

const TABLES = LANGUAGES.map(languageTable);

/** A paragraph as the rows it is printed on. */
export type Paragraph = readonly Row[];

type Kind = 'emphasis' | 'strong';

const isBlank = (text: string): boolean => /^[\s\p{P}]*$/u.test(text);

const isSet = (row: Row, kind: Kind): boolean =>
  row.pieces.every((piece) => piece[kind] === true || isBlank(piece.text));

/** True where type changes with the row: a bold or italic line of its own above or below plain ones. */
const changesType = (before: Row, row: Row, kind: Kind): boolean => {
  const [was, is] = [isSet(before, kind), isSet(row, kind)];
  if (was === is) return false;
  const first = row.pieces.find(({ text }) => !isBlank(text));
  const last = before.pieces.findLast(({ text }) => !isBlank(text));
  return was ? first?.[kind] !== true : last?.[kind] !== true;
};

const isHeading = (text: string): boolean =>
  TABLES.some((table) => matchHeading(text, table)?.isWhole === true);

const startsLabel = (row: Row): boolean =>
  typedLabel(row.text) !== null ||
  /^(?:[–•▪●]|\p{L}{1,2}\)|[ivx]{1,5}\))\s/u.test(row.text) ||
  /^\d{1,3}(?:bis|ter)?[.)]\s/u.test(row.text);

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

interface Measure {
  /** Usual distance of two rows of one paragraph, in sizes of type. */
  readonly leading: number;
  readonly right: (row: Row) => number;
}

/** What the document's own rows say: how far lines stand apart, and how far right they go. */
const measure = (rows: readonly Row[]): Measure => {
  const steps: number[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before?.page === row.page && before.y > row.y) steps.push((before.y - row.y) / row.size);
  });
  const edges = new Map<number, number>();
  // Columns have edges of their own: rows are measured with those that start in the same part of the page.
  const zone = (row: Row): number => row.page * 10 + Math.floor(row.left / 200);
  for (const row of rows) edges.set(zone(row), Math.max(edges.get(zone(row)) ?? 0, row.right));
  const overall = percentile(
    rows.map(({ right }) => right),
    0.95,
  );
  return {
    leading: percentile(
      steps.filter((step) => step > 0.9),
      0.1,
    ),
    right: (row) => Math.min(edges.get(zone(row)) ?? overall, Math.max(overall, row.right)),
  };
};

const firstWordWidth = (row: Row): number => {
  const word = /^\S+/u.exec(row.text)?.[0].length ?? 0;
  return ((row.right - row.left) * word) / Math.max(1, row.text.length);
};

const ENDED = /[.;:!?。；：؛؟]["'»”’)]*$/u;

const breaksBetween = (before: Row, row: Row, { leading, right }: Measure): boolean => {
  if (row.noteMark !== null || startsLabel(row) || isHeading(row.text) || isHeading(before.text)) return true;
  if (Math.abs(before.size - row.size) > row.size * 0.12) return true;
  if (changesType(before, row, 'strong') || changesType(before, row, 'emphasis')) return true;
  // What is centred ends where the text goes back to the margin.
  if (before.left > row.left + row.size * 4) return true;
  const room = right(before) - before.right;
  if (room > firstWordWidth(row) + row.size * 0.6) return true;
  const isSamePlace = before.page === row.page && before.y > row.y;
  if (isSamePlace) return (before.y - row.y) / row.size > leading * 1.35 + 0.05;
  // Over the end of a page or column a sentence goes on when it has not ended.
  return ENDED.test(before.text) || (/^\p{Lu}/u.test(row.text) && before.text.endsWith(','));
};

/** Rows gathered to paragraphs: by labels, gaps, short lines, type; over page ends where the sentence goes on. */
export function gatherParagraphs(rows: readonly Row[]): readonly Paragraph[] {
  const measured = measure(rows);
  const paragraphs: Row[][] = [];
  for (const row of rows) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1);
    if (open === undefined || before === undefined || breaksBetween(before, row, measured))
      paragraphs.push([row]);
    else open.push(row);
  }
  return paragraphs;
}
