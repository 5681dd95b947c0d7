import type { SourceLine } from '../model/source.ts';
import { matchAnnex, matchHeading, matchNumberedSection, type HeadingMatch } from '../text/headings.ts';
import { isFirst, readBareLabel, readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { isAllEmphasised, joinMarked, sliceMarked, trimMarked } from '../text/marks.ts';
import { isStray } from './stray-lines.ts';

/**
 * What a line of the body is: a heading (known or not), the line that opens an annex or a numbered section,
 * a clause's words, or a line that is no part of the text.
 */
export type LineRole =
  | { readonly role: 'heading'; readonly line: SourceLine; readonly match: HeadingMatch | null }
  | {
      readonly role: 'division';
      readonly line: SourceLine;
      readonly isAnnex: boolean;
      readonly number: string | null;
    }
  | { readonly role: 'clause'; readonly line: SourceLine }
  | { readonly role: 'stray'; readonly line: SourceLine };

const words = (text: string): number => text.split(/\s+/u).length;

const hasEnd = (text: string): boolean => /[;:,.،؛。；：，)）](?:\[\^[^\]]{1,20}\])?\s*$/u.test(text);

const endsSentence = (line: SourceLine | undefined): boolean =>
  line === undefined ||
  hasEnd(line.text) ||
  line.kind !== 'paragraph' ||
  line.style === 'heading' ||
  isAllEmphasised(line);

const isBulletLabel = (label: string): boolean => /^[-*+–•]$/.test(label);

const opensList = (line: SourceLine | undefined): boolean => {
  if (line?.kind !== 'paragraph') return false;
  const label = line.label === null ? readLabel(line.text) : readBareLabel(line.label);
  return label?.readings.some((reading) => isFirst(reading) && !reading.series.includes('bullet')) === true;
};

/** "• recognizing", "• a) that …": a converter's bullet before what has its own mark. */
const withoutBullet = (line: SourceLine, next: SourceLine | undefined, table: LanguageTable): SourceLine => {
  if (line.placed !== undefined || line.kind !== 'paragraph') return line;
  const isOwn = (text: string): boolean => {
    const own = readLabel(text);
    if (own !== null) return !isBulletLabel(own.label) && !own.isGlued;
    const match = matchHeading(text, table);
    if (match === null || match.isWhole) return match !== null;
    return match.part === 'operative' && !hasEnd(text) && next !== undefined && opensList(bareLine(next));
  };
  const bare = bareLine(line);
  return bare !== line && isOwn(bare.text) ? bare : line;
};

/** The line without a bullet at its start, whether the source keeps it apart or not. */
const bareLine = (line: SourceLine): SourceLine => {
  if (line.label !== null) return isBulletLabel(line.label) ? { ...line, label: null } : line;
  const label = readLabel(line.text);
  if (label === null || !isBulletLabel(label.label)) return line;
  return { ...line, ...trimMarked(sliceMarked(line, label.length)) };
};

/** A short plain line without punctuation, between an ended line and the start of a list, opens a section all the same. */
const isUnknownHeading = (lines: readonly SourceLine[], at: number, line: SourceLine): boolean => {
  const [previous, next] = [lines[at - 1], lines[at + 1]];
  if (line.label !== null || readLabel(line.text) !== null || previous === undefined) return false;
  if (words(line.text) > 12 || line.text.length > 160 || /[\p{P}]\s*$/u.test(line.text)) return false;
  return endsSentence(previous) && !/[:：]\s*$/u.test(previous.text) && opensList(next);
};

/** A heading that was wrapped: the next line runs on in small letters, and the list starts below it. */
const isWrapped = (lines: readonly SourceLine[], at: number, role: LineRole): boolean => {
  const [next, after] = [lines[at + 1], lines[at + 2]];
  if (role.role !== 'heading' || role.match === null || role.match.isWhole || next === undefined)
    return false;
  if (role.line.placed !== undefined || next.placed !== undefined || next.label !== null) return false;
  if (next.kind !== 'paragraph' || next.style !== null || hasEnd(role.line.text)) return false;
  const isShort = words(next.text) <= 20 && readLabel(next.text) === null && !hasEnd(next.text);
  return isShort && /^\s*\p{Ll}/u.test(next.text) && opensList(after);
};

/**
 * Tells headings from clauses. What a line was placed as beats all, style beats words: a styled or wholly
 * emphasised line is a heading even where the table does not know it. A plain line must be a verb alone, or a
 * verb and its addressee that stands between ended lines; where the document sets its headings apart, plain
 * lines count only as whole verbs.
 */
export function recogniseLines(source: readonly SourceLine[], table: LanguageTable): LineRole[] {
  const lines = source.map((line, at) => withoutBullet(line, source[at + 1], table));
  const isSetApart = (line: SourceLine) => line.style === 'heading' || isAllEmphasised(line);
  const styled = lines.filter((line) => isSetApart(line) && matchHeading(line.text, table) !== null).length;
  const setsApart = styled >= 2;
  const roles: LineRole[] = [];

  /** A verb alone under the title of an annex, which has no punctuation to end it. */
  const isBelowTitle = (at: number): boolean =>
    roles[at - 2]?.role === 'division' && (opensList(lines[at + 1]) || isShortTitle(lines[at - 1]));

  const recognise = (line: SourceLine, at: number): LineRole => {
    if (line.placed !== undefined) return recognisePlaced(line, table);
    if (line.kind !== 'paragraph' || isStray(line, table)) return { role: 'stray', line };
    const hasHeadingStyle = isSetApart(line);
    const division = line.label === null ? readDivision(line, hasHeadingStyle, table) : null;
    if (division !== null) return division;
    const match = line.label === null ? matchHeading(line.text, table) : null;
    if (hasHeadingStyle && line.label === null) {
      const isShort = words(line.text) <= 14 && line.text.length < 200 && !/[;.؛。；]\s*$/u.test(line.text);
      if (match !== null || line.style === 'heading' || (isShort && readLabel(line.text) === null)) {
        return { role: 'heading', line, match };
      }
    }
    if (match === null)
      return isUnknownHeading(lines, at, line)
        ? { role: 'heading', line, match: null }
        : { role: 'clause', line };
    const previous = lines[at - 1];
    if (match.isWhole && (endsSentence(previous) || isBelowTitle(at)))
      return { role: 'heading', line, match };
    if (match.part === 'preamble' && isShortHeading(lines, at, line)) return { role: 'heading', line, match };
    const hasComma = /[,،，]\s*$/u.test(line.text);
    if (setsApart || match.part === 'preamble' || hasComma || !endsSentence(previous))
      return { role: 'clause', line };
    return { role: 'heading', line, match };
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const role = recognise(line, at);
    const next = lines[at + 1];
    if (next !== undefined && role.role === 'heading' && isWrapped(lines, at, role)) {
      const joined = { ...line, ...joinMarked([line, next], ' ') };
      roles.push({ role: 'heading', line: joined, match: matchHeading(joined.text, table) ?? role.match });
      at++;
    } else roles.push(role);
  }
  return roles;
}

/** "noting with deep appreciation of": a verb and words no table has, on a short line above what it introduces. */
const isShortHeading = (lines: readonly SourceLine[], at: number, line: SourceLine): boolean => {
  const next = lines[at + 1];
  if (next?.kind !== 'paragraph' || words(line.text) > 6 || /\p{P}\s*$/u.test(line.text)) return false;
  return (
    endsSentence(lines[at - 1]) && /^\p{Ll}/u.test(line.text.trim()) && (opensList(next) || hasEnd(next.text))
  );
};

const isShortTitle = (line: SourceLine | undefined): boolean =>
  line !== undefined && line.text.length < 160 && !hasEnd(line.text);

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const recognisePlaced = (line: SourceLine, table: LanguageTable): LineRole => {
  const { placed } = line;
  if (placed?.role === 'block' || placed?.role === 'frame') return { role: 'stray', line };
  if (placed?.role !== 'heading') return { role: 'clause', line };
  if (!placed.isDivision) return { role: 'heading', line, match: matchHeading(line.text, table) };
  const annex = matchAnnex(firstLine(line.text), table);
  const found = annex ?? matchNumberedSection(firstLine(line.text), table);
  if (found === null) return { role: 'heading', line, match: matchHeading(line.text, table) };
  return { role: 'division', line, isAnnex: annex !== null, number: found.number };
};

const readDivision = (line: SourceLine, hasHeadingStyle: boolean, table: LanguageTable): LineRole | null => {
  const isStyled = line.style === 'annex-number' || line.style === 'number' || hasHeadingStyle;
  if (!isStyled && words(line.text) > 12) return null;
  const annex = matchAnnex(line.text, table);
  if (annex !== null) return { role: 'division', line, isAnnex: true, number: annex.number };
  const section = matchNumberedSection(line.text, table);
  if (section !== null) return { role: 'division', line, isAnnex: false, number: section.number };
  return null;
};
