import type { Body, FrameLine, FrameName, FramePart, Instrument, PlaceYear } from '../model/resolution.ts';
import type { SourceLine } from '../model/source.ts';
import { matchHeading } from '../text/headings.ts';
import { readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised, joinMarked, sliceMarked, trimMarked } from '../text/marks.ts';
import { toBlock } from './blocks.ts';
import {
  isHistoryLine,
  readBody,
  readHistory,
  readNumberLine,
  readPlaceYear,
  type NumberLine,
} from './frame.ts';
import { positionOf } from './positions.ts';
import { isStray } from './stray-lines.ts';

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

/** Which line of the document plays which part; -1 for none. */
interface Places {
  readonly number: number;
  readonly title: readonly number[];
  readonly history: number;
  readonly opening: readonly number[];
  readonly end: number;
}

const bracketed = (text: string): string =>
  /[(（]([^()（）]*(?:1[89]|20)\d{2}[^()（）]*)[)）][,،，:]?\s*$/u.exec(text.trim())?.[1] ?? '';

const isOpening = (line: SourceLine, table: LanguageTable): boolean => {
  if (line.placed !== undefined) return false;
  if (line.style === 'opening') return true;
  if (line.label !== null || line.kind !== 'paragraph') return false;
  const text = line.text.trim();
  if (!/[,:،，：]$/u.test(text) && !/[)）]$/u.test(text)) return false;
  return readBody(text, table) !== null && readNumberLine(text, table) === null && readLabel(text) === null;
};

const isBodyStart = (line: SourceLine, table: LanguageTable): boolean => {
  const { placed } = line;
  if (placed !== undefined) return placed.role !== 'frame' && placed.role !== 'block';
  if (line.style === 'heading') return true;
  const match = matchHeading(line.text, table);
  return match?.isWhole === true || (match !== null && isAllEmphasised(line));
};

/** What may stand between number line and opening as (a line of) the title. */
const isTitleLine = (line: SourceLine): boolean =>
  line.kind === 'paragraph' &&
  line.placed === undefined &&
  (line.style === 'title' ||
    (line.style === null && line.label === null && line.text.length < 300 && !/[;:]\s*$/u.test(line.text)));

const placedAs = (lines: readonly SourceLine[], name: FrameName): number[] =>
  lines.flatMap(({ placed }, at) => (placed?.role === 'frame' && placed.name === name ? [at] : []));

/** First index from `from` up to `end` that fits; `end` when none does. */
const seek = (
  lines: readonly SourceLine[],
  from: number,
  end: number,
  fits: (line: SourceLine) => boolean,
): number => {
  for (let at = from; at < end; at++) {
    const line = lines[at];
    if (line !== undefined && fits(line)) return at;
  }
  return end;
};

const findPlaces = (lines: readonly SourceLine[], table: LanguageTable): Places => {
  const isNumber = (line: SourceLine) =>
    line.kind === 'paragraph' &&
    line.label === null &&
    line.placed === undefined &&
    readNumberLine(line.text, table) !== null;
  const given = {
    number: placedAs(lines, 'number'),
    title: placedAs(lines, 'title'),
    history: placedAs(lines, 'history'),
    opening: placedAs(lines, 'opening'),
  };
  // The last number line before the text opens: the cover may name the resolution too.
  const first = given.number[0] ?? seek(lines, 0, lines.length, isNumber);
  const afterFirst = first < lines.length ? first + 1 : 0;
  const limit = seek(lines, afterFirst, lines.length, (line) => isBodyStart(line, table));
  const firstOpening = given.opening[0] ?? seek(lines, afterFirst, limit, (line) => isOpening(line, table));
  let number = first < lines.length ? first : -1;
  if (given.number.length === 0) {
    const styled = seek(lines, 0, limit, (line) => line.style === 'number' && isNumber(line));
    if (styled < limit) number = styled;
    for (let at = number + 1; number !== -1 && at < firstOpening && firstOpening < limit; at++) {
      const line = lines[at];
      if (line !== undefined && isNumber(line) && (line.style === 'number' || styled === limit)) number = at;
    }
  }
  let opening = firstOpening < limit ? firstOpening : -1;
  // Without a number line the cover may name the body as well: the opening is the last to do so.
  if (number === -1 && given.opening.length === 0 && limit < lines.length) {
    for (let at = opening + 1; opening !== -1 && at < limit; at++) {
      const line = lines[at];
      if (line !== undefined && isOpening(line, table)) opening = at;
    }
  }
  const top = number + 1;
  const historyEnd = opening === -1 ? limit : opening;
  const foundHistory = seek(
    lines,
    number === -1 ? 0 : top,
    historyEnd,
    (line) => line.style === 'history' || (line.placed === undefined && isHistoryLine(line.text, table)),
  );
  // "(adopted at the seventh Plenary Meeting)" right below the number stands in the place of a history.
  const below = lines[top];
  const isNote =
    number !== -1 &&
    below?.placed === undefined &&
    below?.kind === 'paragraph' &&
    top < historyEnd &&
    /^[(（][^()（）]*[)）]$/u.test(below.text.trim());
  const fallback = isNote ? top : -1;
  const history = given.history[0] ?? (foundHistory < historyEnd ? foundHistory : fallback);

  const title = [...given.title];
  const hasTitle = given.title.length > 0;
  if (!hasTitle && number !== -1) {
    const start = history === top ? top + 1 : top;
    const end = history > start ? history : opening !== -1 ? opening : limit;
    for (let at = start; at < end; at++) {
      const line = lines[at];
      if (line === undefined || isStray(line, table)) break;
      if (history === -1 && opening === -1 && /,\s*$/u.test(line.text)) break;
      if (isTitleLine(line) && (title.length === 0 || line.style !== 'cover')) title.push(at);
      // With neither history nor opening below, the title is what looks like one, no more.
      else if (history === -1 && opening === -1) break;
      if (history === -1 && opening === -1 && title.length >= 3) break;
    }
  } else if (!hasTitle) {
    const end = history !== -1 ? history : opening !== -1 ? opening : limit;
    for (let at = 0; at < end; at++) if (lines[at]?.style === 'title') title.push(at);
    const before = lines[history - 1];
    if (title.length === 0 && before !== undefined && isTitleLine(before)) title.push(history - 1);
  }
  const openings = given.opening.length > 0 ? given.opening : opening === -1 ? [] : [opening];
  // An opening line that was wrapped: what runs on into it without an end of its own.
  for (
    let at = opening - 1;
    given.opening.length === 0 && opening !== -1 && at > Math.max(number, history);
    at--
  ) {
    const line = lines[at];
    if (line === undefined || title.includes(at) || !isTitleLine(line) || /[.)]\s*$/u.test(line.text)) break;
    openings.unshift(at);
  }
  const last = Math.max(number, history, ...title, ...openings);
  const isOpen = openings.length === 0 && limit < lines.length;
  return { number, title, history, opening: openings, end: isOpen ? Math.max(limit, last + 1) : last + 1 };
};

const flat = (line: SourceLine): SourceLine => ({ ...line, text: line.text.replace(/\n/g, ' ') });

/**
 * Reads number line, title, history and opening. Where the number line is missing the opening line, or the
 * first heading, tells where the text begins; what stands before, and what fits nowhere, is kept as blocks.
 * Law: every line before `end` is a frame line or a block.
 */
export function buildFrame(lines: readonly SourceLine[], table: LanguageTable): FrameReading {
  const places = findPlaces(lines, table);
  const children: FrameLine[] = [];
  const used = new Set<number>();
  const take = (indexes: readonly number[]): SourceLine[] =>
    indexes.flatMap((at) => {
      const line = lines[at];
      used.add(at);
      return line === undefined ? [] : [line];
    });
  const add = (name: FrameName, from: readonly SourceLine[], marked = joinMarked(from.map(flat), ' ')) => {
    const [line] = from;
    if (line === undefined || marked.text === '') return;
    children.push({ type: 'frameLine', name, text: marked.text, marks: marked.marks, ...positionOf(line) });
  };

  const [numberLine] = take(places.number === -1 ? [] : [places.number]);
  const number = numberLine === undefined ? null : readNumberLine(numberLine.text, table);
  let titleLines = take(places.title);
  if (numberLine !== undefined) {
    const start = number?.titleStart ?? -1;
    // A title of its own below: then what follows the colon belongs to the number line.
    if (start === -1 || numberLine.placed !== undefined) add('number', [numberLine]);
    else {
      const before = sliceMarked(numberLine, 0, start);
      const cut = before.text.replace(/\s*[:–—‐‑-]\s*$/u, '').length;
      add('number', [numberLine], trimMarked(sliceMarked(before, 0, cut)));
      titleLines = [{ ...numberLine, ...trimMarked(sliceMarked(numberLine, start)) }, ...titleLines];
    }
  }
  add('title', titleLines);
  const [historyLine] = take(places.history === -1 ? [] : [places.history]);
  // The history is set in italics as a whole by custom: the marks say nothing.
  if (historyLine !== undefined) add('history', [historyLine], { text: flat(historyLine).text, marks: [] });
  const openingLines = take(places.opening);
  add('opening', openingLines);

  // Neither frame nor heading: nothing here is a resolution's.
  const isForeign =
    children.length === 0 && places.end === 0 && !lines.some((line) => isBodyStart(line, table));
  const end = isForeign ? lines.length : places.end;
  const blocks = lines.slice(0, end).filter((_, at) => !used.has(at));
  const opening = openingLines.map(({ text }) => text).join(' ');
  const history = historyLine === undefined ? (number?.history ?? []) : readHistory(historyLine.text, table);
  const opened = readPlaceYear(bracketed(opening), table);
  return {
    part: { type: 'part', name: 'frame', children, blocks: blocks.map((line) => toBlock(line, null)) },
    number,
    title: joinMarked(titleLines.map(flat), ' ').text,
    revision: number?.revision ?? opened ?? history[history.length - 1] ?? null,
    history,
    body: opening === '' ? null : readBody(opening, table),
    instrument: number?.instrument ?? 'resolution',
    end,
  };
}
