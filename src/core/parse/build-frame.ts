import type { Body, FrameLine, FrameName, FramePart, Instrument, PlaceYear } from '../model/resolution.ts';
import type { SourceLine } from '../model/source.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { joinMarked, sliceMarked, trimMarked } from '../text/marks.ts';
import { matchHeading } from '../text/headings.ts';
import {
  isHistoryLine,
  readBody,
  readHistory,
  readNumberLine,
  readPlaceYear,
  type NumberLine,
} from './frame.ts';
import { toBlock } from './blocks.ts';
import { positionOf } from './positions.ts';

/** The frame of a text and what it says, and where the body begins. */
export interface FrameReading {
  readonly part: FramePart;
  readonly number: NumberLine | null;
  readonly title: string;
  readonly revision: PlaceYear | null;
  readonly history: readonly PlaceYear[];
  readonly body: Body | null;
  readonly instrument: Instrument;
  /** Index of the first line after the frame. */
  readonly end: number;
}

const bracketed = (text: string): string =>
  /\(([^()]*(?:1[89]|20)\d{2}[^()]*)\)[,،，]?\s*$/u.exec(text.trim())?.[1] ?? '';

const isBodyStart = (line: SourceLine, table: LanguageTable): boolean =>
  matchHeading(line.text, table)?.isWhole === true || line.style === 'heading';

/** Index of the number line: a styled one first, else the first that reads as one. -1 for none. */
const findNumberLine = (lines: readonly SourceLine[], table: LanguageTable): number => {
  const isOne = (line: SourceLine) => readNumberLine(line.text, table) !== null;
  const styled = lines.findIndex((line) => line.style === 'number' && isOne(line));
  return styled !== -1 ? styled : lines.findIndex(isOne);
};

/**
 * Reads number line, title, history and opening. Where the number line is missing the opening line, or the
 * first heading, tells where the text begins; what stands before is the cover and is kept as blocks.
 */
export function buildFrame(lines: readonly SourceLine[], table: LanguageTable): FrameReading {
  const numberAt = findNumberLine(lines, table);
  const firstHeading = lines.findIndex((line, at) => at > numberAt && isBodyStart(line, table));
  const limit = firstHeading === -1 ? lines.length : firstHeading;
  const openingAt = lines.findIndex(
    (line, at) => at > numberAt && at < limit && (line.style === 'opening' || isOpening(line.text, table)),
  );
  const end = openingAt !== -1 ? openingAt + 1 : numberAt === -1 ? limit : Math.max(limit, numberAt + 1);
  const historyAt = lines.findIndex(
    (line, at) => at > numberAt && at < end && (line.style === 'history' || isHistoryLine(line.text, table)),
  );

  const children: FrameLine[] = [];
  const add = (name: FrameName, from: readonly SourceLine[], marked = joinMarked(from.map(flat), ' ')) => {
    const [line] = from;
    if (line === undefined || marked.text === '') return;
    children.push({ type: 'frameLine', name, ...marked, ...positionOf(line) });
  };

  const numberLine = lines[numberAt];
  const number = numberLine === undefined ? null : readNumberLine(numberLine.text, table);
  let titleLines: SourceLine[] = [];
  if (numberLine !== undefined && number !== null) {
    const start = number.titleStart;
    if (start === -1) add('number', [numberLine]);
    else {
      const before = sliceMarked(numberLine, 0, start);
      const cut = before.text.replace(/\s*[:–—-]\s*$/u, '').length;
      add('number', [numberLine], trimMarked(sliceMarked(before, 0, cut)));
      titleLines.push({ ...numberLine, ...trimMarked(sliceMarked(numberLine, start)) });
    }
  }
  const titleEnd = historyAt !== -1 ? historyAt : openingAt !== -1 ? openingAt : end;
  const titleStart =
    numberAt !== -1 ? numberAt + 1 : historyAt !== -1 ? Math.max(0, historyAt - 1) : titleEnd;
  titleLines = [
    ...titleLines,
    ...lines.slice(titleStart, titleEnd).filter((line) => line.kind === 'paragraph'),
  ];
  add('title', titleLines);
  const historyLine = lines[historyAt];
  if (historyLine !== undefined) add('history', [historyLine], plainHistory(historyLine));
  const between = historyAt === -1 ? [] : lines.slice(historyAt + 1, openingAt === -1 ? end : openingAt);
  const openingLine = lines[openingAt];
  if (openingLine !== undefined) add('opening', [...between, openingLine]);

  const cover = lines.slice(0, numberAt !== -1 ? numberAt : titleStart);
  const history = historyLine === undefined ? [] : readHistory(historyLine.text, table);
  const opened = openingLine === undefined ? null : readPlaceYear(bracketed(openingLine.text), table);
  return {
    part: { type: 'part', name: 'frame', children, blocks: cover.map((line) => toBlock(line, null)) },
    number,
    title: joinMarked(titleLines.map(flat), ' ').text,
    revision: number?.revision ?? opened ?? history[history.length - 1] ?? null,
    history,
    body: openingLine === undefined ? null : readBody(openingLine.text, table),
    instrument: number?.instrument ?? 'resolution',
    end,
  };
}

const flat = (line: SourceLine): SourceLine => ({ ...line, text: line.text.replace(/\n/g, ' ') });

/** The history is set in italics as a whole by custom: the marks say nothing. */
const plainHistory = (line: SourceLine) => ({ text: flat(line).text, marks: [] });

const isOpening = (text: string, table: LanguageTable): boolean => {
  const trimmed = text.trim();
  if (!/[,:،，：]$/u.test(trimmed) && !/[)）]$/u.test(trimmed)) return false;
  return readBody(trimmed, table) !== null && readNumberLine(trimmed, table) === null;
};
