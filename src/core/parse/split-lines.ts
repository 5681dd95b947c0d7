import type { SourceLine } from '../model/source.ts';
import { matchHeading } from '../text/headings.ts';
import { isFirst, readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised, sliceMarked } from '../text/marks.ts';
import { cutLine } from './markdown-lines.ts';

const isHeadingLine = (
  line: SourceLine,
  start: number,
  end: number,
  next: string | undefined,
  table: LanguageTable,
): boolean => {
  const piece = sliceMarked(line, start, end);
  const found = matchHeading(piece.text, table);
  if (found === null) return false;
  if (found.isWhole || isAllEmphasised(piece)) return true;
  // "instructs the Director" over a list: the label below shows that the line is complete.
  const label = next === undefined ? null : readLabel(next);
  return (
    found.part === 'operative' && !/\p{P}\s*$/u.test(piece.text) && label?.readings.some(isFirst) === true
  );
};

/**
 * Cuts a paragraph whose physical lines are clauses or headings of their own (a text typed without blank
 * lines), and joins the lines of one that is only wrapped. A wrapped line may begin with "1 of": a label
 * counts only where the line before has ended.
 */
export function splitLines(line: SourceLine, table: LanguageTable): SourceLine[] {
  if (line.kind !== 'paragraph' || !line.text.includes('\n')) return [line];
  const cuts: number[] = [];
  let start = 0;
  let wasHeading = false;
  const physical = line.text.split('\n');
  physical.forEach((text, at) => {
    const end = start + text.length;
    const isHeading = isHeadingLine(line, start, end, physical[at + 1], table);
    if (at > 0) {
      const previous = (physical[at - 1] ?? '').trimEnd();
      const hasEnded = wasHeading || /[;:,.،؛。；：，)]$/u.test(previous);
      const label = readLabel(text);
      if (wasHeading || isHeading || (label !== null && hasEnded) || /^\(.*\d{4}.*\)$/.test(previous))
        cuts.push(start);
    }
    wasHeading = isHeading;
    start = end + 1;
  });
  return cutLine(line, cuts).map((piece) => ({ ...piece, text: piece.text.replace(/\n/g, ' ') }));
}
