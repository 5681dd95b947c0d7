import type { Body, Instrument, PlaceYear } from '../model/resolution.ts';
import { fold, foldWithOffsets } from '../text/fold.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { matchKey, prefixLength } from '../text/match-key.ts';

/** What a number line says. */
export interface NumberLine {
  readonly instrument: Instrument;
  readonly number: string | null;
  readonly isDraft: boolean;
  readonly revision: PlaceYear | null;
  /** Places of the history where it is merged into the number line. */
  readonly history: readonly PlaceYear[];
  /** Offset of a title that stands on the same line ("OPINION 5: …"), or -1. */
  readonly titleStart: number;
}

/** No number line seen is longer, its title included; what is longer is a paragraph. */
const LONGEST_NUMBER_LINE = 400;
/** A place and year for each of a hundred years. */
const LONGEST_HISTORY = 3000;

const YEAR = /(?:1[89]|20)\d{2}/;
/** "(C11)", "(WRC-19)", "(PP-98)": a meeting of the house named by its short year. */
const SHORT_YEAR = /^(?:rev\.?\s?)?(WRC|WARC|WTSA|WTDC|WCIT|RA|PP|C)-?(\d{2})$/iu;
/** Words before the place that say what happened there. */
const DONE_THERE = /^(?:last\s+)?(?:modified|amended|adopted|modifiée?|adoptée?)\s*(?:at|in|à)?[\s,]*/iu;

/** "BUSAN", "NEW DELHI" as a place is written elsewhere; flattened and mixed case stay. */
const inTitleCase = (place: string): string =>
  place.length > 3 && /^[\p{Lu}\s'’.-]+$/u.test(place)
    ? place.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : place;

/** Reads "Rev. Geneva, 2022", "2012年,迪拜,修订版", "Дубай, 2012 г.": a place and a year, or null. */
export function readPlaceYear(text: string, table: LanguageTable): PlaceYear | null {
  const folded = fold(text).trim();
  const year = YEAR.exec(folded)?.[0];
  const short = SHORT_YEAR.exec(folded);
  if (year === undefined) {
    if (short === null) return null;
    const figure = Number.parseInt(short[2] ?? '0', 10);
    return { place: (short[1] ?? '').toUpperCase(), year: figure > 60 ? 1900 + figure : 2000 + figure };
  }
  let place = folded
    .replace(/^\(|\)$/gu, '')
    .replace(/\s*年/u, '')
    .replace(year, ' ')
    .trim();
  for (const word of table.revised) {
    const taken = prefixLength(place, word);
    if (taken > 0) place = place.slice(taken);
    else if (place.endsWith(word)) place = place.slice(0, -word.length);
    else continue;
    break;
  }
  place = place
    .replace(DONE_THERE, '')
    .replace(/(?<=[\s,])г\.?\s*$/iu, '')
    .replace(/^[\s,;.،()（）]+|[\s,;.،()（）]+$/gu, '')
    .replace(/\s+/g, ' ');
  return { place: inTitleCase(place), year: Number.parseInt(year, 10) };
}

/** Footnote marks after the bracket that closes a line, glued or not. */
const TRAILING_MARKS = /(?<=[)）])\s*(?:\[\^?\w+\]|[\d*¹²³])+\s*$/u;

/** All places and years of a history line, in its order. */
export function readHistory(text: string, table: LanguageTable): PlaceYear[] {
  return text
    .replace(TRAILING_MARKS, '')
    .replace(/^\s*[(（]|[)）]\s*$/gu, '')
    .split(/[;；؛]/u)
    .map((piece) => readPlaceYear(piece, table))
    .filter((found) => found !== null);
}

const NUMBER =
  /^\s*(?:no\.?|n°|№)?\s*(\[[^\]]{1,40}\]|(?:ITU-[A-Z]\s)?(?:[A-Z]{1,5}\d{0,2}\/)*\d{1,4}(?:-\d{1,3})?(?:[A-Z]|\s?bis|\s?ter)?(?:\/\d{1,4})?(?![\p{L}\d])|[A-Z]{1,6}(?:-[A-Z\d]{1,6})*(?=\s*(?:[(:\u2013-]|$)))/u;
/** A body's short name before the instrument: "WTSA RESOLUTION 990", "ITU-T Resolution 50". */
const SPONSOR_WORD =
  /^(?:(?:WTSA|WTDC|WTPF|PP|ITU|UIT|МСЭ|UN)(?:[-\s]?(?:[TRDтрд]|\d{2}|\d{4}))?|COUNCIL|Council)\s+(?=\p{L})/u;
/** "70/125. Outcome document …", "A/RES/70/125": the General Assembly numbers by session. */
const SESSION_NUMBER = /^(?:A\/RES\/)?(\d{1,3}\/\d{1,4})(?:\.\s+(?=\p{Lu})|\.?\s*$)/u;

/**
 * Reads a number line: an optional draft word, the instrument, its number, the revision in brackets.
 * A sentence that merely begins with "Resolution 64 …" is none: nothing but brackets or a title after a
 * colon may follow.
 */
export function readNumberLine(line: string, table: LanguageTable): NumberLine | null {
  if (line.length > LONGEST_NUMBER_LINE) return null;
  const session = SESSION_NUMBER.exec(line.trim());
  if (session !== null) {
    const start = line.length - line.trimStart().length + session[0].length;
    return {
      instrument: 'resolution',
      number: session[1] ?? null,
      isDraft: false,
      revision: null,
      history: [],
      titleStart: start < line.trimEnd().length ? start : -1,
    };
  }
  if (table.language === 'zh') return readChineseNumberLine(line, table);
  const whole = fold(line).trimEnd();
  const lead = whole.length - whole.trimStart().length;
  const sponsor = SPONSOR_WORD.exec(whole.slice(lead))?.[0].length ?? 0;
  let rest = whole.slice(lead + sponsor);
  let key = matchKey(rest);
  let isDraft = false;
  const draft = table.draft.find(
    (word) =>
      (key.startsWith(word) && /^[ ']/.test(key.slice(word.length - 1))) || key.startsWith(`${word} `),
  );
  if (draft !== undefined) {
    isDraft = true;
    rest = rest.slice(prefixLength(rest, draft)).trimStart();
    key = matchKey(rest);
  }
  const instrument = table.instruments.find(
    ({ key: word }) => key.startsWith(word) && /^(?:$|[\s[№(])/u.test(key.slice(word.length)),
  );
  if (instrument === undefined) return null;
  rest = rest.slice(prefixLength(rest, instrument.key));
  const number = NUMBER.exec(rest);
  if (number === null && !(isDraft && /^\s*(?:$|[(:])/.test(rest))) return null;
  const after = rest.slice(number?.[0].length ?? 0);
  const brackets = /^\s*\(([^()]*)\)/.exec(after);
  let tail = after.slice(brackets?.[0].length ?? 0);
  const second = /^\s*\(([^()]*)\)\s*$/.exec(tail);
  if (second !== null) tail = '';
  const title = /^\s*(?:\[\^?\d*\])?\s*[:–-]\s*(?=\S)/u.exec(tail);
  if (tail.trim() !== '' && title === null && !/^\s*(?:\[\^?\w+\]|\*|\d)+\s*$/.test(tail)) return null;
  const places = readHistory(brackets?.[1] ?? '', table);
  const history = second === null ? (places.length > 1 ? places : []) : readHistory(second[1] ?? '', table);
  return {
    instrument: instrument.value,
    number: number?.[1]?.replace(/\s/g, '') ?? null,
    isDraft,
    revision: places[places.length - 1] ?? null,
    history,
    titleStart: title === null ? -1 : writtenOffset(line, tail.slice(title[0].length)),
  };
}

/** Where the folded end of a line begins in the line as written: folding may change lengths before it. */
const writtenOffset = (line: string, foldedEnd: string): number => {
  const folded = foldWithOffsets(line);
  const end = folded.text.trimEnd();
  return folded.offsets[Math.max(0, end.length - foldedEnd.length)] ?? line.length;
};

const readChineseNumberLine = (line: string, table: LanguageTable): NumberLine | null => {
  const folded = fold(line).trim();
  const draft = table.draft.find((word) => folded.includes(word));
  const found = /^第?\s*(\[[^\]]+\]|[\dA-Z/-]+)?\s*号?\s*(.{2,6}?)\s*(\([^()]*\))?$/u.exec(folded);
  const name = found?.[2] ?? '';
  const instrument = table.instruments.find(
    ({ key }) => name === key || (draft !== undefined && name.includes(key)),
  );
  const reversed = /^(新?决议草案|决议|意见|决定)\s*第?\s*(\[[^\]]+\]|\d+)\s*号?\s*(\([^()]*\))?$/u.exec(
    folded,
  );
  if (found === null || instrument === undefined || found[1] === undefined) {
    if (reversed === null) return null;
    return {
      instrument:
        table.instruments.find(({ key }) => (reversed[1] ?? '').includes(key))?.value ?? 'resolution',
      number: reversed[2] ?? null,
      isDraft: (reversed[1] ?? '').includes('草案'),
      revision: reversed[3] === undefined ? null : readPlaceYear(reversed[3], table),
      history: [],
      titleStart: -1,
    };
  }
  return {
    instrument: instrument.value,
    number: found[1],
    isDraft: draft !== undefined,
    revision: found[3] === undefined ? null : readPlaceYear(found[3], table),
    history: [],
    titleStart: -1,
  };
};

/** The body an opening line names ("The World Telecommunication Standardization Assembly (Geneva, 2022),"), or null. */
export function readBody(line: string, table: LanguageTable): Body | null {
  if (line.length > LONGEST_NUMBER_LINE) return null;
  const key = matchKey(line);
  if (key.length > 260) return null;
  return table.bodies.find(({ key: name }) => key.slice(0, name.length + 60).includes(name))?.value ?? null;
}

/** True for a line that is nothing but places and years in brackets. */
export function isHistoryLine(line: string, table: LanguageTable): boolean {
  if (line.length > LONGEST_HISTORY || !/^\s*[(（]/u.test(line)) return false;
  const folded = fold(line).trim().replace(TRAILING_MARKS, '').trim();
  if (!/^\(.*\)$/u.test(folded)) return false;
  const found = readHistory(folded, table);
  return found.length > 0 && folded.length < found.length * 60 + 10;
}
