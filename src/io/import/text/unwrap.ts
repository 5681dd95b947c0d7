import { LANGUAGES } from '../../../core/model/language.ts';
import { matchHeading } from '../../../core/text/headings.ts';
import { readLabel } from '../../../core/text/labels.ts';
import { languageTable } from '../../../core/text/language-table.ts';
import { joinLines, vocabularyOf } from '../join-lines.ts';

/** A line of the text and the number of the physical line it starts in. */
export interface PlainLine {
  readonly text: string;
  readonly line: number;
}

const TABLES = LANGUAGES.map(languageTable);

/** What ends a paragraph of a resolution, list punctuation of all six languages. */
const ENDED = /[.;:!?。；：؛؟](?:["'»”’)]|\[\^[^\]]+\])*$/u;
const OPEN_COMMA = /[,،，](?:\[\^[^\]]+\])*$/u;
/** A full stop that ends no sentence: "(Rev.", "No." */
const ABBREVIATION = /(?:^|[\s(])(?:Rev|Rév|No|Nos|Res|Rés|Doc|art|par|M|cf|p|п|г|ст|т)\.$/iu;

const isLabelled = (text: string): boolean => {
  const label = readLabel(text);
  // A year or a number may start a line of prose; only what a list would hold is a label.
  return label !== null && (!label.isGlued || /^[([]?\p{L}{1,2}\)/u.test(text.trim())) && label.length < 12;
};

const isHeading = (text: string): boolean =>
  text.length < 200 &&
  !/[.;]$/u.test(text) &&
  TABLES.some((table) => matchHeading(text, table)?.isWhole === true);

const startsLower = (text: string): boolean => /^[\p{Ll}\p{Lo}(«"“‘'’\d]/u.test(text);

const firstWord = (text: string): number => /^\S+/u.exec(text)?.[0].length ?? 0;

/** Lines that can only be the start of something: a label, a heading, a history or number line, a Markdown sign. */
const startsAnew = (text: string): boolean =>
  isLabelled(text) ||
  isHeading(text) ||
  /^\(.*\)$/u.test(text) ||
  /^(?:[#>|]|\[\^|Page \d)/u.test(text) ||
  /^(?:MOD|ADD|SUP|NOC|\(MOD\))\b/u.test(text);

interface Wrapping {
  /** Longest line the source's wrapping lets through. */
  readonly width: number;
  /** True where blank lines part the paragraphs, so that a fuzzy fit is enough. */
  readonly isBlankParted: boolean;
}

/** The width at which a source wraps its lines; null when it does not clearly do so. */
const findWrapping = (lines: readonly string[]): Wrapping | null => {
  const evidence: number[] = [];
  let against = 0;
  let texts = 0;
  let blanks = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1] ?? '';
    if (line === '') {
      if (lines[at - 1] !== '') blanks++;
      return;
    }
    texts++;
    if (line.length > 130) against++;
    const isOpen = /[\p{L}\p{N}\-\u2010\u2011’')»]$/u.test(line);
    if (
      line.length >= 45 &&
      line.length <= 130 &&
      evidence.length < 2_000 &&
      isOpen &&
      /^[\p{Ll}\p{Lo}]/u.test(next) &&
      !startsAnew(next)
    ) {
      evidence.push(line.length);
    }
  });
  evidence.sort((a, b) => a - b);
  const width = evidence[Math.floor(evidence.length * 0.97)] ?? 0;
  // Two such lines are enough where none is longer than they are; else it takes more.
  const longer = lines.filter((line) => line.length > width * 1.1).length;
  if (evidence.length < (longer === 0 ? 2 : 3) || against > texts / 4) return null;
  const near = evidence.filter((length) => length >= width * 0.7).length;
  return near >= evidence.length * 0.7 ? { width, isBlankParted: blanks > texts / 20 + 2 } : null;
};

const continues = (line: string, next: string, { width, isBlankParted }: Wrapping): boolean => {
  if (line === '' || next === '' || line.length > width * 1.12 || startsAnew(next) || isHeading(line))
    return false;
  const isFull = line.length + 1 + firstWord(next) > (isBlankParted ? width * 0.8 : width);
  if (/\p{L}[-\u2010\u00ad]$/u.test(line) && (/^\p{Ll}/u.test(next) || line.length > width * 0.75))
    return true;
  if (!isFull) return false;
  if (ENDED.test(line) && !ABBREVIATION.test(line))
    return isBlankParted && !/[;:；]$/u.test(line) && line.length > width * 0.8;
  if (!OPEN_COMMA.test(line)) return true;
  // A comma ends a section as well as a line: what follows must go on like a sentence.
  return (
    startsLower(next) &&
    (isBlankParted || next.length > width / 2 || ENDED.test(next) || OPEN_COMMA.test(next))
  );
};

/** Double spacing: a blank line after every line, in the middle of sentences too. */
const dropDoubleSpacing = (lines: readonly PlainLine[]): readonly PlainLine[] => {
  let gaps = 0;
  let inside = 0;
  for (let at = 1; at + 1 < lines.length; at++) {
    const [before, here, after] = [
      lines[at - 1]?.text ?? '',
      lines[at]?.text ?? '',
      lines[at + 1]?.text ?? '',
    ];
    if (here !== '' || before === '' || after === '') continue;
    gaps++;
    if (before.length >= 45 && /[\p{L},]$/u.test(before) && /^\p{Ll}/u.test(after) && !startsAnew(after))
      inside++;
  }
  if (inside < 5 || inside < gaps * 0.3) return lines;
  return lines.filter(({ text }, at) => {
    if (text !== '') return true;
    return lines[at - 1]?.text === '' || lines[at + 1]?.text === '';
  });
};

/**
 * Paragraphs of a hard-wrapped text on one line each; a text that is not clearly wrapped comes back as it
 * is. Blank lines, labels, whole headings and lines with room left for the next word end a paragraph.
 */
export function unwrap(physical: readonly PlainLine[]): readonly PlainLine[] {
  const lines = dropDoubleSpacing(physical.map(({ text, line }) => ({ text: text.trimEnd(), line })));
  const texts = lines.map(({ text }) => text.trim());
  const wrapping = findWrapping(texts);
  if (wrapping === null) return lines;
  const words = vocabularyOf(texts);
  const paragraphs: { readonly line: number; readonly parts: string[] }[] = [];
  let isOpen = false;
  lines.forEach(({ text, line }, at) => {
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined) last.parts.push(text);
    else paragraphs.push({ line, parts: [text] });
    isOpen = continues(texts[at] ?? '', texts[at + 1] ?? '', wrapping);
  });
  return paragraphs.map(({ line, parts }) => ({ line, text: joinLines(parts, words) }));
}
