import type { SourceLine } from '../model/source.ts';
import { matchHeading } from '../text/headings.ts';
import { readLabel, isFirst, isSuccessor, type LabelReading } from '../text/labels.ts';
import type { LanguageTable, Phrase } from '../text/language-table.ts';
import { sliceMarked, trimMarked } from '../text/marks.ts';
import { matchKey, prefixLength } from '../text/match-key.ts';
import { readBody } from './frame.ts';

/**
 * "*considering* that lamps matter": a heading in emphasis and small letters with its only clause on the same
 * line, as older texts and some converters have it, comes apart. A capital ("*Recalling* its resolution …") is
 * the General Assembly's way and stays whole.
 */
export function splitInlineHeading(line: SourceLine, table: LanguageTable): SourceLine[] {
  const [mark] = line.marks;
  if (mark === undefined || line.placed !== undefined || line.label !== null || line.style !== null)
    return [line];
  if (mark.start !== 0 || (mark.kind !== 'emphasis' && mark.kind !== 'strong')) return [line];
  const heading = line.text.slice(0, mark.end);
  const after = line.text.slice(mark.end);
  if (!/^[^\p{Lu}]/u.test(heading) || !/^[,:]?\s+\S/u.test(after) || !/[\p{L}\p{N}]/u.test(after))
    return [line];
  if (matchHeading(heading, table)?.isWhole !== true) return [line];
  const comma = /^[,:]?/u.exec(after)?.[0].length ?? 0;
  return [
    { ...line, ...trimMarked(sliceMarked(line, 0, mark.end + comma)) },
    { ...line, ...trimMarked(sliceMarked(line, mark.end + comma)) },
  ];
}

interface Start {
  /** Where the heading begins and where the first label below it begins. */
  readonly at: number;
  readonly list: number;
}

/** Where a sentence has come to some end, or the text begins. */
const BREAK = /(?:^|[;,.:；，。：)）])\s{0,3}/gu;
/** An addressee between verb and list is no longer than this. */
const LONGEST_ADDRESSEE = 200;

/** Units taken by the longest phrase that `window` starts with; 0 for none. */
const phraseAt = (window: string, table: LanguageTable): number => {
  const start = window.slice(0, 60);
  const key = matchKey(start);
  const fits = ({ key: own }: Phrase) => key.startsWith(own);
  const phrase = table.operative.find(fits);
  const other = table.preamble.find(fits);
  const longest = (other?.key.length ?? 0) > (phrase?.key.length ?? 0) ? other : phrase;
  return longest === undefined ? 0 : prefixLength(start, longest.key);
};

/** A verb's addressee up to the first label of its list. */
const TO_LIST =
  /^[^;.；。]{0,200}?[,，]?\s{0,3}(?=(?:(?<![A-Za-z\d])a\)|(?<=\s)1\s(?=\p{Ll})|(?<=\p{Script=Han}[,，]?)1(?![\d）)])))/u;

/** The headings in a run-on text: a verb of the table after a break, with the start of a list below it. */
const findStarts = (text: string, table: LanguageTable): Start[] => {
  const starts: Start[] = [];
  let reached = 0;
  for (const found of text.matchAll(BREAK)) {
    const at = found.index + found[0].length;
    if (at < reached) continue;
    const window = text.slice(at, at + LONGEST_ADDRESSEE + 40);
    const taken = phraseAt(window, table);
    if (taken === 0) continue;
    const list = TO_LIST.exec(window.slice(taken - 1));
    if (list === null) continue;
    reached = at + taken - 1 + list[0].length;
    starts.push({ at, list: reached });
  }
  return starts;
};

/** Where the labels of a list stand in a run-on text: each follows the one before, or opens a list below it. */
const findLabels = (text: string, from: number, to: number): number[] => {
  const cuts: number[] = [];
  let stack: LabelReading[] = [];
  const candidates =
    /(?:^|(?<=[;,.:；，。：]\s?))\(?(?:\d{1,2}|[a-z]{1,4})(?:\)\s*|\s+(?=\p{Ll})|(?=\p{Script=Han}))/gu;
  for (const found of text.slice(from, to).matchAll(candidates)) {
    const label = readLabel(text.slice(from + found.index, from + found.index + 60));
    if (label === null) continue;
    const level = stack.findLastIndex((own) => label.readings.some((next) => isSuccessor(own, next)));
    if (level !== -1) {
      const own = stack[level];
      const next = label.readings.find((reading) => own !== undefined && isSuccessor(own, reading));
      if (next === undefined) continue;
      stack = [...stack.slice(0, level), next];
    } else {
      const first = label.readings.find(isFirst);
      const before = text.slice(Math.max(0, from + found.index - 4), from + found.index);
      const isIntroduced = found.index === 0 || /[:：]\s*$/u.test(before);
      if (first === undefined || !isIntroduced) continue;
      // "i)" below "a)" is roman.
      const roman = label.readings.find((reading) => reading.series === 'roman');
      stack = [...stack, roman ?? first];
    }
    cuts.push(from + found.index);
  }
  return cuts;
};

/** Shortest line that can hold two headings and their lists. */
const SHORTEST = 30;
/** No resolution is longer; what is, is no text that lost its line ends. */
const LONGEST = 300_000;

/**
 * Parts a line on which a whole text, or much of one, runs together: headings, labels and the frame before
 * them. A line with fewer than two headings over lists stays as it is.
 */
export function splitRunOn(line: SourceLine, table: LanguageTable): SourceLine[] {
  const { text } = line;
  if (text.length < SHORTEST || line.label !== null || line.style !== null || line.placed !== undefined)
    return [line];
  if (text.length > LONGEST || !/(?:a\)|1)/u.test(text)) return [line];
  const starts = findStarts(text, table);
  if (starts.length < 2) return [line];
  const cuts = new Set<number>();
  const [first] = starts;
  if (first !== undefined) for (const cut of findFrame(text.slice(0, first.at), table)) cuts.add(cut);
  starts.forEach(({ at, list }, index) => {
    cuts.add(at);
    for (const cut of findLabels(text, list, starts[index + 1]?.at ?? text.length)) cuts.add(cut);
  });
  const bounds = [0, ...[...cuts].filter((cut) => cut > 0).sort((a, b) => a - b), text.length];
  const pieces: SourceLine[] = [];
  for (let at = 0; at + 1 < bounds.length; at++) {
    const piece = trimMarked(sliceMarked(line, bounds[at] ?? 0, bounds[at + 1]));
    if (piece.text !== '') pieces.push({ ...line, ...piece });
  }
  return pieces;
}

/** Number line, title, history and opening of a run-on text: cut after the number's brackets and around the history. */
const findFrame = (text: string, table: LanguageTable): number[] => {
  const cuts: number[] = [];
  const brackets = [...text.matchAll(/[(（][^()（）]*(?:1[89]|20)\d{2}[^()（）]*[)）][,，،]?\s*/gu)];
  const ends = brackets.map((found) => found.index + found[0].length);
  const [number, history] = ends;
  if (brackets.length < 2 || number === undefined || history === undefined) return cuts;
  cuts.push(number);
  const second = brackets[1]?.index ?? 0;
  if (readBody(text.slice(number, second), table) === null) cuts.push(second, history);
  return cuts;
};
