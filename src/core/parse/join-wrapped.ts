import type { SourceLine } from '../model/source.ts';
import { matchHeading } from '../text/headings.ts';
import { readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised, joinMarked } from '../text/marks.ts';

/** A line of plain words: no style, no label of its own, not cut from Markdown, where a paragraph is one already. */
const isPlain = (line: SourceLine): boolean =>
  line.kind === 'paragraph' &&
  line.style === null &&
  line.placed === undefined &&
  line.position === undefined;

const isHeading = (line: SourceLine, table: LanguageTable): boolean =>
  isAllEmphasised(line) || matchHeading(line.text, table) !== null;

/**
 * Puts a sentence that was broken at the end of a line together again: the line before ends in the middle of
 * a sentence, this one goes on in lower case. Short texts are wrapped too, where no reader can tell by width.
 */
export function joinWrapped(lines: readonly SourceLine[], table: LanguageTable): readonly SourceLine[] {
  const joined: SourceLine[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    const goesOn =
      last !== undefined &&
      isPlain(last) &&
      isPlain(line) &&
      line.label === null &&
      /^\p{Ll}/u.test(line.text) &&
      /[\p{L}\p{N}]$/u.test(last.text) &&
      readLabel(line.text) === null &&
      !isHeading(last, table) &&
      !isHeading(line, table);
    if (goesOn) joined[joined.length - 1] = { ...last, ...joinMarked([last, line], ' ') };
    else joined.push(line);
  }
  return joined;
}
