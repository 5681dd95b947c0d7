import type { MarkedText } from '../model/resolution.ts';
import type { SourceDocument, SourceLine, SourceNote } from '../model/source.ts';
import { trimMarked } from '../text/marks.ts';

/** What Markdown may read as more than itself wherever it stands; links are written with ":" or "@" or "www". */
const MARKUP = /[\\`*_~<>&|\t\r\0\u2028\u2029]|!\[|@|:\/\/|www/iu;
const NOTE_MARK = /\[\^[A-Za-z0-9]{1,20}\](?![([:])/g;
/** A quote, a list, a fence, a rule, another heading: none of them is a plain line. */
const OPENS_BLOCK = /^(?:[\s>+=|:~#-]|\d{1,9}[.)])/u;
const HEADING = /^(#{1,6}) (?=\S)([^#]*)$/u;
const NOTE = /^\[\^([A-Za-z0-9]{1,20})\]: (?=\S)(.*)$/u;

const isPlain = (text: string): boolean =>
  !MARKUP.test(text) && (!/[[\]]/.test(text) || !/[[\]]/.test(text.replace(NOTE_MARK, '')));

/** A line as one paragraph: plain, or set in emphasis as a whole; null when it is or may be anything else. */
const readParagraph = (line: string): MarkedText | null => {
  if (OPENS_BLOCK.test(line) || /\s$/u.test(line)) return null;
  if (!line.startsWith('*')) return isPlain(line) ? { text: line, marks: [] } : null;
  const text = line.slice(1, -1);
  if (!line.endsWith('*') || text.trim() !== text || text === '' || !isPlain(text)) return null;
  return { text, marks: [{ kind: 'emphasis', start: 0, end: text.length }] };
};

/**
 * The lines of a Markdown text that holds nothing but what the writer of this project and most exporters
 * make: one line a paragraph between blank lines, headings with "#", lines wholly in emphasis, footnotes. Null
 * for any other, which Markdown's own reader must see.
 * Law: where it is not null it is what Markdown's reader gives, positions included; a hundred times faster.
 */
export function readPlainMarkdown(source: string): SourceDocument | null {
  if (source.startsWith('\uFEFF')) return null;
  const lines: SourceLine[] = [];
  const footnotes: SourceNote[] = [];
  let offset = 0;
  let isAfterText = false;
  let number = 0;
  for (const line of source.split('\n')) {
    number++;
    const start = { line: number, column: 1, offset };
    const end = { line: number, column: 1 + line.length, offset: offset + line.length };
    offset += line.length + 1;
    if (line === '') {
      isAfterText = false;
      continue;
    }
    if (isAfterText) return null;
    isAfterText = true;
    const place = { line: number, position: { start, end } };
    const note = NOTE.exec(line);
    const heading = note === null ? HEADING.exec(line) : null;
    if (note !== null) {
      const marked = readParagraph(note[2] ?? '');
      if (marked === null) return null;
      footnotes.push({ label: note[1] ?? '', ...trimMarked(marked), ...place });
      continue;
    }
    const add = (style: SourceLine['style'], { text, marks }: MarkedText): void => {
      lines.push({
        kind: 'paragraph',
        style,
        label: null,
        level: 0,
        line: number,
        text,
        marks,
        position: place.position,
      });
    };
    if (heading !== null) {
      const text = heading[2] ?? '';
      if (!isPlain(text) || /\s$/u.test(text)) return null;
      const style = heading[1] === '#' ? 'number' : heading[1] === '##' ? 'title' : 'heading';
      add(style, trimMarked({ text, marks: [] }));
      continue;
    }
    const marked = readParagraph(line);
    if (marked === null) return null;
    add(null, trimMarked(marked));
  }
  return { lines, footnotes };
}
