import type { Language } from '../../core/model/language.ts';
import type { SourceLine } from '../../core/model/source.ts';
import { sliceMarked, trimMarked } from '../../core/text/marks.ts';
import { readAction, readSymbol, type ActionWord, type ProposalSymbol } from './proposal-symbol.ts';
import { readDocumentNumber, readOriginal, readPartWord, type DocumentPart } from './proposal-words.ts';
import { tableParagraphs } from './table-text.ts';

/** What stands before the first proposal of a document. */
export interface ProposalHeader {
  readonly document: number | null;
  readonly addendum: number | null;
  /** Language of this version, by the letter of its number (`45-E`). */
  readonly language: Language | null;
  readonly originalLanguage: Language | null;
  /** `wtsa-24`, where the header names the meeting. */
  readonly meeting: string | null;
  /** Date as printed. */
  readonly date: string | null;
  readonly parts: Readonly<Partial<Record<Exclude<DocumentPart, 'reasons'>, readonly SourceLine[]>>>;
  /** All lines of the header as they stood. */
  readonly lines: readonly SourceLine[];
}

export interface Proposal extends ActionWord {
  /** Null where the action stands without a symbol. */
  readonly symbol: ProposalSymbol | null;
  /** The amended text, without symbol line and reasons; empty for most SUP and NOC. */
  readonly lines: readonly SourceLine[];
  readonly reasons: readonly SourceLine[];
  /** Where the symbol line stands in the source. */
  readonly line: number;
}

export interface ProposalDocument {
  readonly header: ProposalHeader;
  /** Empty for a document that is no proposal. */
  readonly proposals: readonly Proposal[];
}

interface Start {
  readonly at: number;
  /** Index of the first line after the symbol. */
  readonly next: number;
  readonly word: ActionWord;
  readonly symbol: ProposalSymbol | null;
}

/** What may follow a symbol on its line: a marker of the document system, a footnote mark. */
const isTail = (text: string): boolean => /^[\s#\d[\]^*.,;]*$/u.test(text);

const textAt = (lines: readonly SourceLine[], at: number): string => lines[at]?.text.trim() ?? '';

const wholeSymbol = (text: string): ProposalSymbol | null => {
  const symbol = readSymbol(text);
  return symbol !== null && isTail(text.slice(symbol.length)) ? symbol : null;
};

const wholeAction = (text: string): ActionWord | null => {
  const word = readAction(text);
  return word !== null && isTail(text.slice(word.length)) ? word : null;
};

/** `MOD⇥EUR/45A12/1`, glued, or on two lines in either order; null where no proposal starts. */
const readStart = (lines: readonly SourceLine[], at: number): Start | null => {
  const line = lines[at];
  if (line === undefined || line.kind === 'table' || line.label !== null) return null;
  const text = textAt(lines, at);
  const word = readAction(text);
  if (word !== null) {
    const rest = text.slice(word.length).replace(/^[\s:]+/u, '');
    const symbol = wholeSymbol(rest);
    if (symbol !== null) return { at, next: at + 1, word, symbol };
    if (wholeAction(text) === null) return null;
    const below = wholeSymbol(textAt(lines, at + 1));
    if (below !== null && wholeAction(textAt(lines, at + 2)) === null)
      return { at, next: at + 2, word, symbol: below };
    // An action alone opens a proposal only where a style, or an empty-handed word of its own line, says so.
    return line.style === 'proposal' || /^\S+$/u.test(text) ? { at, next: at + 1, word, symbol: null } : null;
  }
  const symbol = wholeSymbol(text);
  const below = symbol === null ? null : wholeAction(textAt(lines, at + 1));
  return symbol === null || below === null ? null : { at, next: at + 2, word: below, symbol };
};

const findStarts = (lines: readonly SourceLine[]): readonly Start[] => {
  const starts: Start[] = [];
  for (let at = 0; at < lines.length; at++) {
    const start = readStart(lines, at);
    if (start === null) continue;
    starts.push(start);
    at = start.next - 1;
  }
  return starts;
};

const withoutWord = (line: SourceLine, rest: number): SourceLine | null => {
  const marked = trimMarked(sliceMarked(line, rest));
  return marked.text === '' ? null : { ...line, ...marked };
};

/** Reasons begin at their word (or their style) and go on to the end of the proposal. */
const splitReasons = (lines: readonly SourceLine[]): Pick<Proposal, 'lines' | 'reasons'> => {
  const at = lines.findIndex(
    (line) => line.style === 'reasons' || readPartWord(line.text)?.part === 'reasons',
  );
  const first = lines[at];
  if (first === undefined) return { lines, reasons: [] };
  const word = withoutWord(first, readPartWord(first.text)?.rest ?? 0);
  return { lines: lines.slice(0, at), reasons: [...(word === null ? [] : [word]), ...lines.slice(at + 1)] };
};

/** Header tables hold number, date and language in cells, copied pages part them by slashes. */
const phrasesOf = (line: SourceLine): readonly string[] => {
  const paragraphs = line.kind === 'table' ? tableParagraphs(line.text) : line.text.split('\n');
  return paragraphs
    .flatMap((text) => text.split(/\s\/\s|\t|^\/|\/$/u))
    .map((text) => text.trim())
    .filter((text) => text !== '');
};

const MEETING = /\b(WTSA|PP|WTDC|WTPF|WRC|AMNT|CMDT|AMNT|ВАСЭ|ВКРЭ|ПК)[-\u2010\u2011 ]?(?:20)?(\d{2})(?!\d)/u;
const BODY_OF: Readonly<Record<string, string>> = {
  AMNT: 'wtsa',
  ВАСЭ: 'wtsa',
  CMDT: 'wtdc',
  ВКРЭ: 'wtdc',
  ПК: 'pp',
};

const readMeeting = (phrase: string): string | null => {
  const [, body = '', year = ''] = MEETING.exec(phrase) ?? [];
  return body === '' ? null : `${BODY_OF[body] ?? body.toLowerCase()}-${year}`;
};

const DATE =
  /^(?:\d{1,2}(?:er|º)?\s(?:de\s)?\p{L}{3,10}\s(?:de\s)?\d{4}(?:\sг(?:ода|\.))?|\p{L}{3,10}\s\d{1,2},\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日)$/u;

/** A table of the header that holds an abstract, as one line per paragraph; any other line as it is. */
const cutTable = (line: SourceLine): readonly SourceLine[] => {
  if (line.kind !== 'table') return [line];
  const paragraphs = tableParagraphs(line.text);
  if (!paragraphs.some((text) => readPartWord(text) !== null)) return [line];
  return paragraphs.map((text) => ({ ...line, kind: 'paragraph', text, marks: [] }));
};

const readHeader = (lines: readonly SourceLine[]): ProposalHeader => {
  const known: { document: number | null; addendum: number | null; language: Language | null } = {
    document: null,
    addendum: null,
    language: null,
  };
  let originalLanguage: Language | null = null;
  let meeting: string | null = null;
  let date: string | null = null;
  const parts: Partial<Record<Exclude<DocumentPart, 'reasons'>, SourceLine[]>> = {};
  let open: SourceLine[] | null = null;
  for (const cut of lines.flatMap(cutTable)) {
    const word = readPartWord(cut.text);
    if (word !== null && word.part !== 'reasons') {
      open = parts[word.part] ??= [];
      const rest = withoutWord(cut, word.rest);
      if (rest !== null) open.push(rest);
    } else open?.push(cut);
    if (open !== null) continue;
    for (const phrase of phrasesOf(cut)) {
      const found = readDocumentNumber(phrase);
      known.document ??= found.document;
      known.addendum ??= found.addendum;
      known.language ??= found.language;
      originalLanguage ??= readOriginal(phrase);
      meeting ??= readMeeting(phrase);
      if (DATE.test(phrase)) date ??= phrase;
    }
  }
  return { ...known, originalLanguage, meeting, date, parts, lines };
};

/**
 * Parts a proposal document: its header (numbers, languages, abstract, introduction), and its proposals, each
 * with its amended text and its reasons. Law: every line but the symbol lines, and the word "Reasons", comes
 * back in one place. A document without any proposal gives an empty list and all lines as header.
 */
export function splitProposals(lines: readonly SourceLine[]): ProposalDocument {
  const starts = findStarts(lines);
  const proposals = starts.map((start, index): Proposal => {
    const end = starts[index + 1]?.at ?? lines.length;
    const { word, symbol } = start;
    return {
      ...word,
      symbol,
      ...splitReasons(lines.slice(start.next, end)),
      line: lines[start.at]?.line ?? 0,
    };
  });
  return { header: readHeader(lines.slice(0, starts[0]?.at ?? lines.length)), proposals };
}
