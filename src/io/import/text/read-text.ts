import type { SourceDocument, SourceLine, SourceNote } from '../../../core/model/source.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { splitRunOn } from './split-run-on.ts';
import { unwrap, type PlainLine } from './unwrap.ts';

/** "12、": the line numbers some sites put before pieces of equal length, cutting words in two. */
const CHUNK = /^(\d+)、/u;

/**
 * Puts a text cut into numbered pieces together again. The pieces know no paragraphs, so the whole is cut by
 * what it says.
 */
const joinChunks = (lines: readonly PlainLine[]): readonly PlainLine[] => {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const numbers = filled.map(({ text }) => Number(CHUNK.exec(text)?.[1] ?? 0));
  const first = numbers.indexOf(1);
  const chunks = filled.slice(Math.max(0, first));
  const isChunked =
    first >= 0 &&
    chunks.length >= 3 &&
    numbers.slice(first).every((number, at) => number === at + 1) &&
    chunks.slice(0, -1).filter(({ text }) => text.length > 60).length > chunks.length / 2;
  if (!isChunked) return lines;
  let place = 0;
  const starts = chunks.map(({ text, line }) => {
    const start = place;
    place += text.replace(CHUNK, '').length;
    return { start, line };
  });
  const whole = chunks.map((chunk) => chunk.text.replace(CHUNK, '')).join('');
  let from = 0;
  const pieces = splitRunOn(whole).map((text) => {
    const at = Math.max(from, whole.indexOf(text, from));
    from = at + text.length;
    return { text, line: starts.findLast(({ start }) => start <= at)?.line ?? 1 };
  });
  return [...filled.slice(0, first), ...pieces];
};

const NOTE = /^\s*\[\^([^\]\s]{1,20})\]:?[ \t]+(\S.*)$/u;

/**
 * Reads a plain text: one line per physical line, blank ones left out, hard-wrapped paragraphs and words
 * put together, numbered pieces joined and cut by what they say, footnotes (`[^1] text`) apart. What a line means is left to the
 * parser: labels, headings, page furniture stand as they stood, leading white space taken off.
 */
export function readText(text: string): SourceDocument {
  const physical = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|[\n\r\u2028\u2029\f\v\u0085]/u)
    .map((content, at) => ({ text: content, line: at + 1 }));
  const long = physical.find((line) => line.text.length > LIMITS.textLine);
  if (long !== undefined) {
    const what = `Line ${long.line} has ${long.text.length} characters; ${LIMITS.textLine} is the most.`;
    throw new ImportError('too-large', what, 'Put each clause on a line of its own.');
  }
  if (physical.length > LIMITS.textLines) {
    const what = `The text has ${physical.length} lines; ${LIMITS.textLines} is the most.`;
    throw new ImportError('too-large', what, 'Cut it into several files.');
  }
  const lines: SourceLine[] = [];
  const footnotes: SourceNote[] = [];
  for (const { text: content, line } of unwrap(joinChunks(physical))) {
    const [, label, words] = NOTE.exec(content) ?? [];
    if (label !== undefined && words !== undefined)
      footnotes.push({ label, line, text: words.trim(), marks: [] });
    else if (content.trim() !== '') {
      lines.push({
        kind: 'paragraph',
        style: null,
        label: null,
        level: 0,
        line,
        text: content.trim(),
        marks: [],
      });
    }
  }
  return { lines, footnotes };
}
