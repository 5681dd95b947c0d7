import { readBareLabel } from '../text/labels.ts';
import { findKept, lettersOf, type Letters } from './flattened-runs.ts';

/** A flattened paragraph with its insertions accepted and what they replaced taken out. */
export interface Accepted {
  readonly label: string | null;
  readonly text: string;
  /** False when another reading of what was deleted is possible. */
  readonly isSure: boolean;
  /** True when nothing was inserted: the paragraph is the base's, kept or deleted as a whole. */
  readonly isUntouched: boolean;
}

export interface BaseParagraph {
  readonly label: string | null;
  readonly text: string;
}

/** Letters `from` to `to` of the flattened text, inserted before letter `at` of the base. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Endings and beginnings that are put on a word and do not replace it. */
const SUFFIX = /^(?:s|es|d|ed|ing|ly|al|er|nt|e|x|aux|'s)$/u;
const PREFIX = /^(?:re|un|in|im|non|dis|pre|co|sub|multi|inter|trans|ré|dé|pré)$/u;

const isWord = (char: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(char);

const isDigits = (text: string): boolean => /^\d+$/.test(text);

const findRuns = (kept: readonly boolean[]): Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (let place = 0; place < kept.length; place++) {
    if (kept[place] === true) {
      at++;
      continue;
    }
    const from = place;
    while (place + 1 < kept.length && kept[place + 1] === false) place++;
    runs.push({ from, to: place + 1, at });
  }
  return runs;
};

/** Words and signs of the base as ranges of its letters. */
const tokensOf = (base: Letters): { start: number; end: number; isWord: boolean }[] => {
  const tokens: { start: number; end: number; isWord: boolean }[] = [];
  for (let at = 0; at < base.text.length; at++) {
    const own = isWord(base.text.charAt(at));
    const last = tokens[tokens.length - 1];
    const isNext = (base.offsets[at] ?? 0) === (base.offsets[at - 1] ?? -2) + 1;
    if (last !== undefined && own && last.isWord && isNext && base.borders[at] !== true) last.end = at + 1;
    else tokens.push({ start: at, end: at + 1, isWord: own });
  }
  return tokens;
};

/** A range of base letters that a run replaces, and whether that is beyond doubt. */
interface Deletion {
  readonly start: number;
  readonly end: number;
  readonly isSure: boolean;
}

/** How far a year may lie after the one it replaces: assemblies meet every four years, some were put off. */
const LONGEST_TERM = 12;

/** "201[4]0", "2010[4]": digits that replace as many before or behind them, so that a later year comes out. */
const inNumber = (base: Letters, run: string, at: number): Deletion | null => {
  const number = (from: number, step: number): number => {
    let place = from;
    while (isDigits(base.text.charAt(step < 0 ? place - 1 : place))) place += step;
    return place;
  };
  const [start, end] = [number(at, -1), number(at, 1)];
  if (end - start !== 4 || run.length >= 4) return null;
  const old = Number(base.text.slice(start, end));
  const [head, tail] = [base.text.slice(start, at), base.text.slice(at, end)];
  const tries = [
    { value: Number(head + run + tail.slice(run.length)), start: at, end: at + run.length },
    { value: Number(head.slice(0, -run.length) + run + tail), start: at - run.length, end: at },
  ].filter(
    (one) => one.start >= start && one.end <= end && one.value > old && one.value <= old + LONGEST_TERM,
  );
  const [best] = tries;
  return best === undefined ? null : { start: best.start, end: best.end, isSure: tries.length === 1 };
};

const DATE_ENDS = /(?:19|20)\d{2}$/u;

/** "Busan, 2014" against "Guadalajara, 2010": a place and a year replace a place and a year. */
const inDate = (base: Letters, run: string, at: number, isBefore: boolean): Deletion | null => {
  if (!DATE_ENDS.test(run) || !/\p{L}/u.test(run)) return null;
  if (isBefore) {
    const found = /^[\p{L}\p{M}'-]+,(?:19|20)\d{2}/u.exec(base.text.slice(at));
    return found === null ? null : { start: at, end: at + found[0].length, isSure: true };
  }
  const found = /[\p{L}\p{M}'-]+,(?:19|20)\d{2}$/u.exec(base.text.slice(0, at));
  return found === null ? null : { start: at - found[0].length, end: at, isSure: true };
};

/** "(Rev. Dubai, 2018)(Rev. Bucharest, 2022)": one bracket for another. */
const inBrackets = (base: Letters, run: string, at: number, isBefore: boolean): Deletion | null => {
  if (!/^[(（][^()（）]*[)）]$/u.test(run)) return null;
  const found = isBefore
    ? /^[(（][^()（）]*[)）]/u.exec(base.text.slice(at))
    : /[(（][^()（）]*[)）]$/u.exec(base.text.slice(0, at));
  if (found === null) return null;
  const { length } = found[0];
  return isBefore
    ? { start: at, end: at + length, isSure: true }
    : { start: at - length, end: at, isSure: true };
};

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[-'][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;

/** As many words of the base as were inserted, up to the next sign. */
const wordsBeside = (base: Letters, at: number, count: number, isBefore: boolean): Deletion | null => {
  const tokens = tokensOf(base);
  const first = tokens.findIndex(({ start, end }) => (isBefore ? start === at : end === at));
  if (first === -1) return null;
  const step = isBefore ? 1 : -1;
  let last = first;
  for (let taken = 1; taken < count; taken++) {
    const next = tokens[last + step];
    if (next?.isWord !== true) break;
    last += step;
  }
  const [one, other] = [tokens[first], tokens[last]];
  if (one === undefined || other === undefined) return null;
  const isSure = count === 1;
  return isBefore ? { start: at, end: other.end, isSure } : { start: other.start, end: at, isSure };
};

/** What a run replaces, by where it is glued on; null for a plain insertion. */
const decide = (flattened: Letters, source: string, base: Letters, run: Run): Deletion | 'unsure' | null => {
  const letters = flattened.text.slice(run.from, run.to);
  const words = source.slice(flattened.offsets[run.from] ?? 0, (flattened.offsets[run.to - 1] ?? 0) + 1);
  const touches = (place: number) =>
    place > 0 &&
    place < flattened.text.length &&
    (flattened.offsets[place] ?? 0) === (flattened.offsets[place - 1] ?? -2) + 1;
  const [left, right] = [touches(run.from) && run.from > 0, touches(run.to)];
  const [before, first] = [flattened.text.charAt(run.from - 1), letters.charAt(0)];
  const [last, after] = [letters.charAt(letters.length - 1), flattened.text.charAt(run.to)];
  const isWordLeft = left && isWord(before) && isWord(first);
  const isWordRight = right && isWord(last) && isWord(after);
  if (isDigits(letters) && (isWordLeft || isWordRight)) {
    const found = inNumber(base, letters, run.at);
    if (found !== null) return found;
  }
  const bracket =
    (left ? inBrackets(base, letters, run.at, false) : null) ??
    (right ? inBrackets(base, letters, run.at, true) : null);
  if (bracket !== null) return bracket;
  if (isWordLeft && isWordRight) return 'unsure';
  if (isWordLeft) {
    if (SUFFIX.test(letters)) return 'unsure';
    return inDate(base, letters, run.at, false) ?? wordsBeside(base, run.at, countWords(words), false);
  }
  if (isWordRight) {
    if (PREFIX.test(letters)) return 'unsure';
    return inDate(base, letters, run.at, true) ?? wordsBeside(base, run.at, countWords(words), true);
  }
  const isSign = (char: string) => char !== '' && /[;,.،؛；，。:]/u.test(char);
  if (left && isSign(before) && isSign(first)) return { start: run.at - 1, end: run.at, isSure: true };
  if (right && isSign(last) && isSign(after)) return { start: run.at, end: run.at + 1, isSure: true };
  // ", as appropriate," glued to a word: put in behind it, or instead of it.
  if (left && isSign(first) && letters.length > 1) return 'unsure';
  return null;
};

const NEW_LABEL = /^(?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})(?:bis|ter)?\)/u;

/** The label that came in for the base's, and how many of the run's letters it takes; null for none. */
const newLabel = (run: string, base: string, isInside: boolean): { label: string; length: number } | null => {
  const close = base.endsWith(')') && !run.endsWith(')') ? ')' : '';
  if (isInside)
    return readBareLabel(run + close) === null ? null : { label: run + close, length: run.length };
  const found =
    NEW_LABEL.exec(run)?.[0] ?? (/\d$/.test(base) ? /^\d{1,2}(?:bis|ter)?(?!\d)/u.exec(run)?.[0] : undefined);
  return found === undefined || readBareLabel(found) === null ? null : { label: found, length: found.length };
};

const cutOut = (source: string, cuts: readonly { start: number; end: number }[]): string => {
  let text = '';
  let done = 0;
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    text += source.slice(done, Math.max(done, start));
    done = Math.max(done, end);
    if (/(?:^|\s)$/u.test(text) && /^\s/u.test(source.slice(done))) done++;
  }
  return text + source.slice(done);
};

/**
 * Takes a flattened paragraph apart with the base paragraph it came from: base words kept or deleted, the rest
 * inserted. Null when dropping what is not the base's does not give the base, letter by letter.
 */
export function acceptParagraph(source: string, base: BaseParagraph): Accepted | null {
  const label = base.label ?? '';
  const [flattened, original] = [lettersOf(source), lettersOf(`${label} ${base.text}`)];
  const kept = findKept(flattened, original);
  if (kept === null) return null;
  const labelLength = lettersOf(label).text.length;
  const places: number[] = [];
  kept.forEach((isKept, place) => {
    if (isKept) places.push(place);
  });
  const cuts: { start: number; end: number }[] = [];
  const cut = (from: number, to: number) =>
    cuts.push({ start: flattened.offsets[from] ?? 0, end: (flattened.offsets[to - 1] ?? 0) + 1 });
  for (let at = 0; at < labelLength; at++) cut(places[at] ?? 0, (places[at] ?? 0) + 1);
  let own = base.label;
  let isSure = true;
  const runs = findRuns(kept);
  for (const run of runs) {
    if (base.label !== null && run.at <= labelLength && own === base.label) {
      const letters = flattened.text.slice(run.from, run.to);
      const found = newLabel(letters, base.label, run.at < labelLength);
      if (found !== null) {
        own = found.label;
        cut(run.from, run.from + found.length);
        continue;
      }
    }
    const found = decide(flattened, source, original, run);
    if (found === 'unsure') isSure = false;
    else if (found !== null && found.start >= labelLength) {
      isSure &&= found.isSure;
      for (let at = found.start; at < found.end; at++) cut(places[at] ?? 0, (places[at] ?? 0) + 1);
      const spanned = places.slice(found.start, found.end);
      // The spaces inside of what is deleted go with it.
      for (let at = 1; at < spanned.length; at++) {
        const [one = 0, two = 0] = [spanned[at - 1], spanned[at]];
        if (two === one + 1)
          cuts.push({ start: (flattened.offsets[one] ?? 0) + 1, end: flattened.offsets[two] ?? 0 });
      }
    }
  }
  const text = cutOut(source, cuts).trim();
  return { label: own, text, isSure, isUntouched: runs.length === 0 };
}
