import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import type { Row, Segment, StyleName } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { Piece } from '../layout/words.ts';
import type { Markers } from '../layout/wrap.ts';
import { wrapPieces } from '../layout/wrap.ts';
import type { Block, Page, Target } from './page.ts';
import { NO_SUBJECT } from './subject.ts';

/** A heading with an empty row above it. */
export function heading(text: string, key = `h ${text}`): Block {
  const words = sanitiseLine(text);
  return {
    key,
    isStop: false,
    find: '',
    rows: ({ columns }) => [
      [],
      ...wrapPieces([{ text: words, style: 'heading' }], columns - 1, null).map((row) => [SPACE, ...row]),
    ],
  };
}

const SPACE: Segment = { text: ' ', style: 'plain' };

export interface ParagraphOptions {
  readonly indent?: number;
  /** How much further rows are indented beyond the first. */
  readonly hang?: number;
  readonly markers?: Markers | null;
  readonly open?: Block['open'];
  readonly details?: Block['details'];
  /** What a filter finds it by, where that is more than its words. */
  readonly find?: string;
  readonly isStop?: boolean;
}

/** Runs of text wrapped by words, with a hanging indent. */
export function paragraph(key: string, pieces: readonly Piece[], options: ParagraphOptions = {}): Block {
  const { indent = 1, hang = 0, markers = null, open, details, isStop = true } = options;
  const clean = pieces.map((piece) => ({ ...piece, text: sanitise(piece.text) }));
  return {
    key,
    isStop,
    find: options.find ?? clean.map(({ text }) => text).join(''),
    rows: ({ columns }) => hung(clean, columns, indent, hang, markers),
    ...(open ? { open } : {}),
    ...(details ? { details } : {}),
  };
}

/** Pieces wrapped with an indent, and more of it on all rows but the first. */
export function hung(
  pieces: readonly Piece[],
  columns: number,
  indent: number,
  hang: number,
  markers: Markers | null,
): Row[] {
  const room = Math.max(8, columns - indent - hang);
  // Spaces at the start of a line are not set; those of a sign (` !`) are meant.
  const [first, ...rest] = pieces;
  const kept = first
    ? [{ ...first, text: first.text.replace(/^ +/u, (spaces) => '\u00A0'.repeat(spaces.length)) }, ...rest]
    : [];
  return wrapPieces(kept, room, markers).map((row, nth) => [
    { text: ' '.repeat(indent + (nth === 0 ? 0 : hang)), style: 'plain' as const },
    ...row,
  ]);
}

/** A line of words in one style. */
export function words(
  key: string,
  text: string,
  style: StyleName = 'plain',
  options: ParagraphOptions = {},
): Block {
  return paragraph(key, [{ text, style }], options);
}

/** `Why: …` with the lead in bold. */
export function led(key: string, lead: string, text: string, options: ParagraphOptions = {}): Block {
  return paragraph(
    key,
    [
      { text: lead, style: 'strong' },
      { text, style: 'plain' },
    ],
    { hang: 2, ...options },
  );
}

/** One row that is not wrapped, cut where the window ends; `set` gives its segments for a width. */
export function row(
  key: string,
  find: string,
  set: (columns: number) => readonly Segment[],
  open?: () => Target | null,
): Block {
  return {
    key,
    isStop: true,
    find,
    rows: ({ columns }) => [fitRow(set(columns), columns)],
    ...(open ? { open } : {}),
  };
}

/** A text cut or filled to a width. */
export function cell(text: string, columns: number, style: StyleName, ellipsis: string): Segment {
  const cut = cutToWidth(sanitiseLine(text), columns, ellipsis);
  return { text: cut + ' '.repeat(Math.max(0, columns - cellWidth(cut))), style };
}

/** A screen with nothing but lines, to be filled in. */
export function plainPage(page: Pick<Page, 'kind' | 'title' | 'blocks'> & Partial<Page>): Page {
  return {
    facts: '',
    isModel: false,
    grid: null,
    panel: null,
    start: {},
    write: null,
    subject: () => NO_SUBJECT,
    languages: [],
    language: null,
    messages: [],
    ...page,
  };
}

/** An empty row. */
export function gap(key: string): Block {
  return { key, isStop: false, find: '', rows: () => [textRow('')] };
}
