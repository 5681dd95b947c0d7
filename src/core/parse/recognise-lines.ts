import type { SourceLine } from '../model/source.ts';
import { matchAnnex, matchHeading, type HeadingMatch } from '../text/headings.ts';
import { isFirst, readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised } from '../text/marks.ts';
import { trimMarked, sliceMarked } from '../text/marks.ts';

/** What a line of the body is: a heading (known or not), an annex's number line, or a clause's words. */
export type LineRole =
  | { readonly role: 'heading'; readonly line: SourceLine; readonly match: HeadingMatch | null }
  | { readonly role: 'annex'; readonly line: SourceLine; readonly number: string | null }
  | { readonly role: 'clause'; readonly line: SourceLine };

const words = (text: string): number => text.split(/\s+/u).length;

const endsSentence = (line: SourceLine | undefined): boolean =>
  line === undefined ||
  /[;:,.،؛。；：，)]\s*$/u.test(line.text) ||
  line.style === 'heading' ||
  isAllEmphasised(line);

/** "• recognizing": a converter's bullet before a heading. */
const withoutBullet = (line: SourceLine, table: LanguageTable): SourceLine => {
  const label = line.label === null ? readLabel(line.text) : null;
  if (label !== null && /^[–•]$/.test(label.label) && matchHeading(label.rest, table)?.isWhole === true) {
    return { ...line, ...trimMarked(sliceMarked(line, label.length)) };
  }
  const isList = line.label !== null && /^[-*+–•]$/.test(line.label);
  return isList && matchHeading(line.text, table)?.isWhole === true ? { ...line, label: null } : line;
};

/**
 * Tells headings from clauses. Style beats words: a styled or wholly emphasised line is a heading even where
 * the table does not know it. A plain line must be a verb alone, or a verb and its addressee that stands
 * between ended lines; where the document sets its headings apart, plain lines count only as whole verbs.
 */
export function recogniseLines(lines: readonly SourceLine[], table: LanguageTable): LineRole[] {
  const styled = lines.filter(
    (line) => (line.style === 'heading' || isAllEmphasised(line)) && matchHeading(line.text, table) !== null,
  ).length;
  const setsApart = styled >= 2;

  return lines.map((raw, at): LineRole => {
    const line = withoutBullet(raw, table);
    if (line.kind !== 'paragraph') return { role: 'clause', line };
    const hasHeadingStyle = line.style === 'heading' || isAllEmphasised(line);
    const isAnnexStyle = line.style === 'annex-number' || line.style === 'number';
    const annex =
      isAnnexStyle || hasHeadingStyle || line.label === null ? matchAnnex(line.text, table) : null;
    if (annex !== null && (isAnnexStyle || hasHeadingStyle || words(line.text) <= 12)) {
      return { role: 'annex', line, number: annex.number };
    }
    const match = line.label === null ? matchHeading(line.text, table) : null;
    if (hasHeadingStyle && line.label === null) {
      const isShort = words(line.text) <= 14 && !/[;.؛。；]\s*$/u.test(line.text);
      if (match !== null || line.style === 'heading' || (isShort && readLabel(line.text) === null)) {
        return { role: 'heading', line, match };
      }
    }
    if (match === null)
      return isUnknownHeading(lines, at, line)
        ? { role: 'heading', line, match: null }
        : { role: 'clause', line };
    const previous = lines[at - 1];
    if (match.isWhole && endsSentence(previous)) return { role: 'heading', line, match };
    const hasComma = /[,،，]\s*$/u.test(line.text);
    if (setsApart || match.part === 'preamble' || hasComma || !endsSentence(previous))
      return { role: 'clause', line };
    return { role: 'heading', line, match };
  });
}

/** A short plain line without punctuation, between an ended line and the start of a list, opens a section all the same. */
const isUnknownHeading = (lines: readonly SourceLine[], at: number, line: SourceLine): boolean => {
  const [previous, next] = [lines[at - 1], lines[at + 1]];
  if (line.label !== null || readLabel(line.text) !== null || previous === undefined || next === undefined)
    return false;
  if (words(line.text) > 12 || /[\p{P}]\s*$/u.test(line.text) || !endsSentence(previous)) return false;
  if (/:\s*$/u.test(previous.text)) return false;
  const label = next.label === null ? readLabel(next.text) : null;
  return (
    label !== null && label.readings.some((reading) => isFirst(reading) && !reading.series.includes('bullet'))
  );
};
