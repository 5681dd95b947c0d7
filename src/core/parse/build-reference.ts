import type { Language } from '../model/language.ts';
import type { Reference, ReferenceParagraph } from '../model/reference.ts';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { detectLanguage } from '../text/detect-language.ts';

const NUMBERED = /^(?:§\s*)?(\d{1,3})\s?[.)]\s+(?=\S)/u;

/** Fewer numbered paragraphs than this are a list inside a text, not its numbering. */
const LEAST_NUMBERED = 5;
const LONGEST_HEADING = 110;

const numberOf = (line: SourceLine): { readonly number: number; readonly rest: string } | null => {
  if (line.label !== null) {
    const own = /^(\d{1,3})[.)]?$/.exec(line.label);
    return own === null ? null : { number: Number(own[1]), rest: line.text };
  }
  const found = NUMBERED.exec(line.text);
  return found === null ? null : { number: Number(found[1]), rest: line.text.slice(found[0].length) };
};

/** A short line that ends no sentence stands above paragraphs. */
const isHeading = (line: SourceLine): boolean =>
  line.style === 'heading' ||
  line.style === 'title' ||
  line.style === 'number' ||
  (line.text.length <= LONGEST_HEADING &&
    !/[.;,:!?…»”"]\s*$/u.test(line.text.trim()) &&
    /^\p{Lu}/u.test(line.text.trim()));

/** The numbering of a text: 1, 2, 3 … in order; where a number is met twice, the one that continues counts. */
const seriesOf = (lines: readonly SourceLine[]): ReadonlyMap<SourceLine, number> => {
  const series = new Map<SourceLine, number>();
  let next = 1;
  for (const line of lines) {
    const found = numberOf(line);
    if (found === null || found.number < next || found.number > next + 2) continue;
    series.set(line, found.number);
    next = found.number + 1;
  }
  return series;
};

/**
 * Reads a report or instrument as numbered paragraphs. Where the source has no numbering of its own its
 * paragraphs are counted. Lines before the first numbered paragraph are its title page.
 */
export function buildReference(document: SourceDocument, language?: Language): Reference {
  const lines = document.lines.filter((line) => line.text.trim() !== '');
  const series = seriesOf(lines);
  const isNumbered = series.size >= LEAST_NUMBERED;
  const paragraphs: ReferenceParagraph[] = [];
  let heading = '';
  let title = '';
  for (const line of lines) {
    const text = line.text.replace(/\s*\n\s*/gu, ' ').trim();
    const number = series.get(line);
    const last = paragraphs[paragraphs.length - 1];
    if (isNumbered && number !== undefined) {
      const rest = (numberOf(line)?.rest ?? text).replace(/\s*\n\s*/gu, ' ').trim();
      paragraphs.push({ number, heading, text: rest, line: line.line });
    } else if (isHeading(line)) {
      if (title === '') title = text;
      heading = text;
    } else if (!isNumbered)
      paragraphs.push({ number: paragraphs.length + 1, heading, text, line: line.line });
    else if (last !== undefined)
      paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text} ${text}` };
  }
  const guess = detectLanguage(lines.map(({ text }) => text));
  return { language: language ?? guess.language, title, isNumbered, paragraphs };
}
