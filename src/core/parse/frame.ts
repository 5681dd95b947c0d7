import type { Body, Instrument, PlaceYear } from '../model/resolution.ts';
import { fold } from '../text/fold.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { matchKey, prefixLength } from '../text/match-key.ts';

/** What a number line says. */
export interface NumberLine {
  readonly instrument: Instrument;
  readonly number: string | null;
  readonly isDraft: boolean;
  readonly revision: PlaceYear | null;
  /** Offset of a title that stands on the same line ("OPINION 5: …"), or -1. */
  readonly titleStart: number;
}

const YEAR = /(?:1[89]|20)\d{2}/;

/** Reads "Rev. Geneva, 2022", "2012年,迪拜,修订版", "Дубай, 2012 г.": a place and a year, or null. */
export function readPlaceYear(text: string, table: LanguageTable): PlaceYear | null {
  const folded = fold(text).trim();
  const year = YEAR.exec(folded)?.[0];
  if (year === undefined) return null;
  let place = folded.replace(/\s*年/u, '').replace(year, ' ').trim();
  for (const word of table.revised) {
    const taken = prefixLength(place, word);
    if (taken > 0) place = place.slice(taken);
    else if (place.endsWith(word)) place = place.slice(0, -word.length);
    else continue;
    break;
  }
  place = place
    .replace(/(?<=[\s,])г\.?\s*$/u, '')
    .replace(/^[\s,;.،()（）]+|[\s,;.،()（）]+$/gu, '')
    .replace(/\s+/g, ' ');
  return { place, year: Number.parseInt(year, 10) };
}

/** All places and years of a history line, in its order. */
export function readHistory(text: string, table: LanguageTable): PlaceYear[] {
  return text
    .replace(/^\s*[(（]|[)）]\s*$/gu, '')
    .split(/[;；؛]/u)
    .map((piece) => readPlaceYear(piece, table))
    .filter((found) => found !== null);
}

const NUMBER =
  /^\s*(?:no\.?|n°|№)?\s*(\[[^\]]{1,40}\]|(?:[A-Z]{2,5}\d{0,2}\/)?\d{1,4}(?:[A-Z]|\s?bis|\s?ter)?(?:\/\d{1,4})?|[A-Z]{1,4}(?:-\d+)?(?=\s*(?:[(:]|$)))/u;

/**
 * Reads a number line: an optional draft word, the instrument, its number, the revision in brackets.
 * A sentence that merely begins with "Resolution 64 …" is none: nothing but brackets or a title after a
 * colon may follow.
 */
export function readNumberLine(line: string, table: LanguageTable): NumberLine | null {
  if (table.language === 'zh') return readChineseNumberLine(line, table);
  const folded = fold(line).trimEnd();
  const lead = folded.length - folded.trimStart().length;
  let key = matchKey(folded);
  const offsetOf = (left: string) => folded.length - left.length;
  let rest = folded.slice(lead);
  let isDraft = false;
  const draft = table.draft.find(
    (word) =>
      (key.startsWith(word) && /^[ ']/.test(key.slice(word.length - 1))) || key.startsWith(`${word} `),
  );
  if (draft !== undefined) {
    isDraft = true;
    rest = rest.slice(draft.length).trimStart();
    key = matchKey(rest);
  }
  const instrument = table.instruments.find(
    ({ key: word }) => key.startsWith(word) && /^(?:$|[\s[№(])/u.test(key.slice(word.length)),
  );
  if (instrument === undefined) return null;
  rest = rest.slice(instrument.key.length);
  const number = NUMBER.exec(rest);
  if (number === null && !(isDraft && /^\s*(?:$|[(:])/.test(rest))) return null;
  const after = rest.slice(number?.[0].length ?? 0);
  const brackets = /^\s*\(([^()]*)\)/.exec(after);
  const tail = after.slice(brackets?.[0].length ?? 0);
  const title = /^\s*\[?\^?\d*\]?\s*[:–-]\s*(?=\S)/u.exec(tail);
  if (tail.trim() !== '' && title === null && !/^\s*(?:\[\^?\w+\]|\*|\d)\s*$/.test(tail)) return null;
  return {
    instrument: instrument.value,
    number: number?.[1]?.replace(/\s/g, '') ?? null,
    isDraft,
    revision: brackets === null ? null : readPlaceYear(brackets[1] ?? '', table),
    titleStart: title === null ? -1 : offsetOf(tail.slice(title[0].length)),
  };
}

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
      titleStart: -1,
    };
  }
  return {
    instrument: instrument.value,
    number: found[1],
    isDraft: draft !== undefined,
    revision: found[3] === undefined ? null : readPlaceYear(found[3], table),
    titleStart: -1,
  };
};

/** The body an opening line names ("The World Telecommunication Standardization Assembly (Geneva, 2022),"), or null. */
export function readBody(line: string, table: LanguageTable): Body | null {
  const key = matchKey(line);
  if (key.length > 260) return null;
  return table.bodies.find(({ key: name }) => key.slice(0, name.length + 60).includes(name))?.value ?? null;
}

/** True for a line that is nothing but places and years in brackets. */
export function isHistoryLine(line: string, table: LanguageTable): boolean {
  const folded = fold(line)
    .trim()
    .replace(/(?:\[\^?\w+\])+$/u, '')
    .trim();
  if (!/^\(.*\)$/u.test(folded)) return false;
  const found = readHistory(folded, table);
  return found.length > 0 && folded.length < found.length * 60 + 10;
}
