/** The series a label can stand in. */
export type LabelSeries =
  | 'number'
  | 'letter'
  | 'roman'
  | 'capital'
  | 'capital-roman'
  | 'cyrillic'
  | 'arabic'
  | 'han'
  | 'bullet'
  | 'second-bullet';

/** One way to read a label: `i)` is the ninth letter or roman one; neighbours decide. */
export interface LabelReading {
  readonly series: LabelSeries;
  /** Position in its series, 1-based; for `1.11.2` the numbers in order. */
  readonly values: readonly number[];
  /** `bis`, `ter`, … as 1, 2, …; 0 for none. */
  readonly inserted: number;
  /** How it is written: `a)` and `a.` and `(a)` are series of their own. */
  readonly style: string;
}

export interface Label {
  /** Canonical form: `a)`, `1`, `ii)`, `–`, `1bis`. */
  readonly label: string;
  readonly readings: readonly LabelReading[];
  /** What follows the label, as written. */
  readonly rest: string;
  /** How many UTF-16 units of the line the label and the space after it took. */
  readonly length: number;
  /** True when no space parted the label from the text ("a)that", "1to"). */
  readonly isGlued: boolean;
}

const INSERTED = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies'];
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
/** Abjad order, as ITU's Arabic texts count. */
const ARABIC = Array.from('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ');
const CYRILLIC = Array.from('абвгдежзиклмнопрстуфхцчшщэюя');
const HAN = Array.from('一二三四五六七八九');
/** Cyrillic letters that stand for Latin ones in labels ("с)" after "b)"). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
};

/** Value of a well-formed roman numeral in lower case, or 0. */
const romanValue = (text: string): number => {
  if (!/^(?=[ivxlcdm])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const own = ROMAN[text.charAt(at)] ?? 0;
    value += own < (ROMAN[text.charAt(at + 1)] ?? 0) ? -own : own;
  }
  return value;
};

/** Value of a Chinese number up to ninety-nine ("十二"), or 0. */
const hanValue = (text: string): number => {
  const found = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (found === null || text === '') return 0;
  const [, tens, ten, unit] = found;
  const digit = (char: string | undefined) => (char === undefined ? 0 : HAN.indexOf(char) + 1);
  if (ten === undefined) return tens === undefined ? digit(unit) : unit === undefined ? digit(tens) : 0;
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(unit);
};

const letterReadings = (letters: string, inserted: number, style: string): LabelReading[] => {
  const readings: LabelReading[] = [];
  const add = (series: LabelSeries, value: number) => {
    if (value > 0) readings.push({ series, values: [value], inserted, style });
  };
  const lower = letters.toLowerCase();
  const isCapital = letters !== lower;
  const latin = Array.from(lower, (char) => LOOK_ALIKES[char] ?? char).join('');
  if (/^[a-z]$/.test(latin)) add(isCapital ? 'capital' : 'letter', latin.charCodeAt(0) - 96);
  // Past z) come aa), bb) …
  else if (/^([a-z])\1$/.test(latin)) add(isCapital ? 'capital' : 'letter', 26 + latin.charCodeAt(0) - 96);
  add(isCapital ? 'capital-roman' : 'roman', romanValue(latin));
  if (lower.length === 1) {
    add('cyrillic', CYRILLIC.indexOf(lower) + 1);
    add('arabic', ARABIC.indexOf(lower === 'ا' ? 'أ' : lower) + 1);
  }
  return readings;
};

const insertedRank = (word: string | undefined): number =>
  word === undefined ? 0 : Math.max(0, INSERTED.indexOf(word.toLowerCase()));

const writtenLetters = (letters: string): string => (letters === 'ا' ? 'أ' : letters);

/**
 * A label as its reading has it: Cyrillic look-alikes come out Latin once the neighbours have shown that the
 * list counts in Latin letters ("с)" after "b)"), so that `c)` has one path.
 */
export function settleLabel(label: string, reading: LabelReading): string {
  if (reading.series !== 'letter' && reading.series !== 'roman') return label;
  return label.replace(/^[а-яіјѕ]+/u, (letters) =>
    Array.from(letters, (char) => LOOK_ALIKES[char] ?? char).join(''),
  );
}

const BIS = '(bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)';
const BULLET =
  /^([-\u2010-\u2015\u2212\u2022\u00B7\u25CF\u25CB\u25AA\u25AB\u25A0\u25E6\u2023\u2043\u27A2\u25BA*\uF0B7\uF0A7\uF0D8\uF02D])(?:\s+|(?=\p{L}))/u;
const LETTER = new RegExp(
  `^\\(?\\s?((?:[\\p{Ll}\\p{Lu}\\p{Lo}])\\p{M}{0,2}|[ivxlIVXL]{1,6}|([a-z])\\2)(?:\\s?|\\s?${BIS}\\s?)\\)\\s*(?:${BIS}(?=[\\s\\p{P}]|$)\\s*)?`,
  'u',
);
/** "a. that": the full stop counts only before a space, after one small letter. */
const DOTTED = /^([a-z])\.\s+/u;
const NUMBER = new RegExp(
  `^\\(?(\\d{1,3}(?:\\s?${BIS}(?!\\p{L}))?(?:\\.\\d{1,3}(?:\\s?${BIS}(?!\\p{L}))?)*)(\\s?\\)|\\.(?!\\d)|、)?\\s*`,
  'u',
);
/** How Arabic texts number below letters: a figure between single quotes. */
const QUOTED_NUMBER = /^['‘’](\d{1,2})['‘’]\s+/u;
const HAN_LABEL =
  /^(?:[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)]|([一二三四五六七八九十]{1,3})([）)、]))\s*/u;
/** "4th meeting", "2e réunion", "5G", "3GPP": a figure grown together with its word. */
const GROWN_TOGETHER = /^(?:(?:st|nd|rd|th|er|re|e|eme|ème|o|a)(?!\p{L})|\p{Lu}(?!\p{Ll}))/u;

const numberLabel = (line: string): Label | null => {
  const quoted = QUOTED_NUMBER.exec(line);
  if (quoted !== null) {
    const [taken, digits = ''] = quoted;
    const values = [Number.parseInt(digits, 10)];
    const readings: LabelReading[] = [{ series: 'number', values, inserted: 0, style: "'1'" }];
    const rest = line.slice(taken.length);
    return { label: `'${digits}'`, readings, rest, length: taken.length, isGlued: false };
  }
  const found = NUMBER.exec(line);
  if (found === null) return null;
  const [taken, digits = ''] = found;
  const mark = /(\s?\)|\.|、)\s*$/u.exec(taken)?.[1] ?? '';
  const rest = line.slice(taken.length);
  const isGlued = taken === digits && rest !== '';
  // "2016, the assembly …" and "21%" are words of a sentence; "1to continue" has lost its tab.
  if (isGlued && (!/^\p{L}/u.test(rest) || GROWN_TOGETHER.test(rest))) return null;
  if (taken.startsWith('(') && !mark.includes(')')) return null;
  const parts = digits.split('.').map((part) => {
    const word = /[a-z]+$/i.exec(part)?.[0];
    return { value: Number.parseInt(part, 10), inserted: insertedRank(word) };
  });
  const last = parts[parts.length - 1] ?? { value: 0, inserted: 0 };
  const style = mark.includes(')') ? (taken.startsWith('(') ? '(1)' : '1)') : '1';
  const label = digits.replace(/\s/g, '') + (style === '1' ? '' : ')');
  // `1bis.1` stands between `1.9` and `2.1`: what was put in counts as a fraction.
  const values = parts.map(({ value, inserted }, at) =>
    at === parts.length - 1 ? value : value + inserted / 100,
  );
  return {
    label,
    readings: [{ series: 'number', values, inserted: last.inserted, style }],
    rest,
    length: taken.length,
    isGlued,
  };
};

const letterLabel = (line: string): Label | null => {
  const dotted = DOTTED.exec(line);
  if (dotted !== null) {
    const [taken, letter = ''] = dotted;
    const readings = letterReadings(letter, 0, 'a.');
    const rest = line.slice(taken.length);
    return { label: `${letter}.`, readings, rest, length: taken.length, isGlued: false };
  }
  const found = LETTER.exec(line);
  if (found === null) return null;
  const [taken, marked = '', , inner, outer] = found;
  const letters = marked.replace(/\p{M}+/gu, '');
  // "(a)" and "a)" are one style; a word in brackets at the start of a line is no label.
  const readings = letterReadings(letters, insertedRank(inner ?? outer), 'a)');
  if (readings.length === 0) return null;
  const written = writtenLetters(letters);
  const label =
    inner !== undefined ? `${written}${inner})` : outer !== undefined ? `${written})${outer}` : `${written})`;
  const rest = line.slice(taken.length);
  return { label, readings, rest, length: taken.length, isGlued: rest !== '' && !/\s$/u.test(taken) };
};

const hanLabel = (line: string): Label | null => {
  const found = HAN_LABEL.exec(line);
  const number = found?.[1] ?? found?.[2] ?? '';
  const value = hanValue(number);
  if (found === null || value === 0) return null;
  const [taken] = found;
  const mark = found[3] === '、' ? '、' : ')';
  const reading: LabelReading = { series: 'han', values: [value], inserted: 0, style: `han${mark}` };
  const rest = line.slice(taken.length);
  return { label: number + mark, readings: [reading], rest, length: taken.length, isGlued: false };
};

/**
 * The start of a line with the letters and figures of other forms made plain, one unit for one unit, so
 * that offsets stay true: presentation forms ("ﻫ )"), full width ("（１）"), Arabic figures, tatweel ("هـ)").
 */
const plainStart = (line: string): string => {
  const start = line.slice(0, 16);
  if (/^[\u0020-\u007e]*$/u.test(start)) return line;
  const plain = start
    .replace(/[\uFE70-\uFEFC\uFF01-\uFF5E]/gu, (form) => {
      const letter = form.normalize('NFKC');
      return letter.length === 1 ? letter : form;
    })
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/^(\(?\p{Lo})\u0640(?=\s?\))/u, '$1 ');
  return plain + line.slice(16);
};

/**
 * Reads the label at the start of a line, or returns null. Offsets count on the line as given; leading
 * spaces are taken with the label.
 */
export function readLabel(line: string): Label | null {
  const indent = /^[\s\u200B-\u200F\u2060\uFEFF]*/u.exec(line)?.[0].length ?? 0;
  const body = line.slice(indent);
  const place = (label: Label): Label => ({
    ...label,
    rest: body.slice(label.length),
    length: label.length + indent,
  });

  const bullet = BULLET.exec(body);
  if (bullet !== null) {
    const isDash = /[-\u2010-\u2015\u2212\u2043\uF02D]/u.test(bullet[1] ?? '');
    const rest = body.slice(bullet[0].length);
    return place({
      label: isDash ? '–' : '•',
      readings: [{ series: isDash ? 'bullet' : 'second-bullet', values: [1], inserted: 0, style: '–' }],
      rest,
      length: bullet[0].length,
      isGlued: false,
    });
  }
  const plain = plainStart(body);
  const label = hanLabel(plain) ?? letterLabel(plain) ?? numberLabel(plain);
  return label === null ? null : place(label);
}

/** The readings of a label that stands alone (`1.`, `b)bis`, `–`): from Word numbering, list markers, canonical text. */
export function readBareLabel(label: string): Label | null {
  const read = readLabel(`${label.trim()} `);
  return read?.rest === '' ? { ...read, isGlued: false } : null;
}

/** True when `next` directly follows `previous` in one series (`b)` then `bbis)`, `b)bis` or `c)`; `1.11` then `2.1`). */
export function isSuccessor(previous: LabelReading, next: LabelReading): boolean {
  if (previous.series !== next.series || previous.style !== next.style) return false;
  if (next.series === 'bullet' || next.series === 'second-bullet') return true;
  const depth = next.values.length;
  if (previous.values.length !== depth) return false;
  for (let at = 0; at < depth - 1; at++) {
    const [before = 0, after = 0] = [previous.values[at], next.values[at]];
    if (before === after) continue;
    const isNext = after > before && after <= Math.floor(before) + 1;
    return isNext && next.inserted === 0 && next.values.slice(at + 1).every((value) => value === 1);
  }
  const a = previous.values[depth - 1] ?? 0;
  const b = next.values[depth - 1] ?? 0;
  if (b === a) return next.inserted === previous.inserted + 1;
  return b === a + 1 && next.inserted === 0;
}

/** True when a series can start with this reading: `a)`, `1`, `i)`, a bullet. */
export function isFirst(reading: LabelReading): boolean {
  return (reading.values[reading.values.length - 1] ?? 0) === 1 && reading.inserted === 0;
}
