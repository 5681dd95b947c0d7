import type { SourceDocument } from '../model/source.ts';

/** Nesting that no text has and that Markdown's readers take badly. */
const DEEPEST = 40;
/** A paragraph of more lines than this is no paragraph; reading it as one takes time with its square. */
const MOST_LINES_TOGETHER = 3_000;
/** Brackets, stars and backticks on one line, each of which may open something. */
const MOST_OPENERS = 2_000;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * True for a source that is no Markdown text but could keep its reader busy for minutes: quotes and lists
 * nested without end, thousands of brackets on a line, thousands of lines in one paragraph.
 */
export function isTangled(source: string): boolean {
  let together = 0;
  for (const line of source.split('\n')) {
    if (line.trim() === '') {
      together = 0;
      continue;
    }
    if (++together > MOST_LINES_TOGETHER) return true;
    const lead = /^[\s>*+-]*/u.exec(line.slice(0, 4 * DEEPEST + 40))?.[0] ?? '';
    if (countOf(lead, /[>*+-]/g) > DEEPEST || lead.length > 4 * DEEPEST) return true;
    if (line.length > MOST_OPENERS && countOf(line, /[[`*_~]+/g) > MOST_OPENERS) return true;
  }
  return false;
}

/** The lines of a source as they stand, Markdown's signs included; front matter is skipped. */
export function plainLines(source: string): SourceDocument {
  const front = /^---\n[^]*?\n---(?:\n|$)/u.exec(source)?.[0] ?? '';
  const before = front.split('\n').length - 1;
  const lines = source
    .slice(front.length)
    .split(/\r\n|\r|\n/u)
    .map((text, at) => ({
      kind: 'paragraph' as const,
      style: null,
      label: null,
      level: 0,
      line: before + at + 1,
      text: text.trim(),
      marks: [],
    }))
    .filter(({ text }) => text !== '');
  return { lines, footnotes: [] };
}
