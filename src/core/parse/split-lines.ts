import type { SourceLine } from '../model/source.ts';
import { matchAnnex, matchHeading } from '../text/headings.ts';
import { isFirst, readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised, sliceMarked } from '../text/marks.ts';
import { isHistoryLine, readNumberLine } from './frame.ts';
import { cutLine } from './markdown-lines.ts';
import { splitInlineHeading, splitRunOn } from './split-run-on.ts';
import { isStray } from './stray-lines.ts';

const END = /[;:,.،؛。；：，)）](?:\[\^[^\]]{1,20}\])?$/u;

const isHeadingLine = (piece: SourceLine, next: string | undefined, table: LanguageTable): boolean => {
  const found = matchHeading(piece.text, table);
  if (found === null) return false;
  if (found.isWhole || isAllEmphasised(piece)) return true;
  // "instructs the Director" over a list: the label below shows that the line is complete.
  const label = next === undefined ? null : readLabel(next);
  return (
    found.part === 'operative' && !/\p{P}\s*$/u.test(piece.text) && label?.readings.some(isFirst) === true
  );
};

/** True for lines that no wrapped paragraph holds: they stand alone whatever comes before. */
const standsAlone = (piece: SourceLine, table: LanguageTable): boolean =>
  readNumberLine(piece.text, table) !== null ||
  isHistoryLine(piece.text, table) ||
  isStray(piece, table) ||
  (/^\p{Lu}{3}/u.test(piece.text.trim()) && matchAnnex(piece.text, table) !== null);

/** True for lines that were cut at one width: a long one stops in the middle of a sentence. */
const isWrapped = (physical: readonly string[], table: LanguageTable): boolean => {
  const long = physical.filter((text) => text.length > 130).length;
  if (long > physical.length / 5) return false;
  return physical.some((text, at) => {
    const next = physical[at + 1];
    if (next === undefined || text.length < 45 || text.length > 130 || END.test(text.trimEnd())) return false;
    return /^\s*[\p{Ll}\p{Lo}]/u.test(next) && matchHeading(text, table) === null;
  });
};

const cutWrapped = (line: SourceLine, physical: readonly string[], table: LanguageTable): number[] => {
  const cuts: number[] = [];
  let start = 0;
  let stoodAlone = false;
  physical.forEach((text, at) => {
    const end = start + text.length;
    const piece: SourceLine = { ...line, ...sliceMarked(line, start, end), label: null };
    const isOwn = standsAlone(piece, table) || isHeadingLine(piece, physical[at + 1], table);
    if (at > 0) {
      const hasEnded = END.test((physical[at - 1] ?? '').trimEnd());
      if (stoodAlone || isOwn || (hasEnded && readLabel(text) !== null)) cuts.push(start);
    }
    stoodAlone = isOwn;
    start = end + 1;
  });
  return cuts;
};

const lineStarts = (physical: readonly string[]): number[] => {
  const starts: number[] = [];
  let start = 0;
  for (const text of physical) starts.push((start += text.length + 1));
  return starts.slice(0, -1);
};

/**
 * The lines a paragraph really holds: physical lines are clauses or headings of their own (a text typed
 * without blank lines) unless the paragraph is wrapped, which joins them with spaces. A wrapped line may begin
 * with "1 of": a label counts only where the line before has ended. Clauses run together on one line are parted.
 * Law: the words of the pieces are those of the line, in order.
 */
export function splitLines(line: SourceLine, table: LanguageTable): SourceLine[] {
  if (line.kind !== 'paragraph') return [line];
  if (line.placed !== undefined) return [line];
  if (!line.text.includes('\n'))
    return splitRunOn(line, table).flatMap((own) => splitInlineHeading(own, table));
  const physical = line.text.split('\n');
  const cuts = isWrapped(physical, table) ? cutWrapped(line, physical, table) : lineStarts(physical);
  return cutLine(line, cuts)
    .map((piece) => ({ ...piece, text: piece.text.replace(/\n/g, ' ') }))
    .flatMap((piece) => splitRunOn(piece, table))
    .flatMap((piece) => splitInlineHeading(piece, table));
}
