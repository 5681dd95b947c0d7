import { fold } from './fold.ts';

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
const ARABIC = [...'أبجدهوزحطيكلمنسعفصقرشت'];
const CYRILLIC = [...'абвгдежзиклмнопрстуфхцчшщэюя'];
const HAN = [...'一二三四五六七八九十'];
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

const letterReadings = (letters: string, inserted: number, style: string): LabelReading[] => {
  const readings: LabelReading[] = [];
  const add = (series: LabelSeries, value: number) => {
    if (value > 0) readings.push({ series, values: [value], inserted, style });
  };
  const lower = letters.toLowerCase();
  const isCapital = letters !== lower;
  const latin = [...lower].map((char) => LOOK_ALIKES[char] ?? char).join('');
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

/** The label's own letters, with look-alikes made Latin where the label cannot be meant otherwise. */
const writtenLetters = (letters: string): string => (letters === 'ا' ? 'أ' : letters);

const BIS = '(bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)';
const BULLET =
  /^([-\u2013\u2014\u2012\u2015\u2022\u00B7\u25CF\u25CB\u25AA\u25E6\u2023*\uF0B7\uF02D])(?:\s+|(?=\p{L}))/u;
const LETTER = new RegExp(
  `^\\(?\\s?([\\p{Ll}\\p{Lu}\\p{Lo}]|[ivxlIVXL]{1,6}|([a-z])\\2)\\s?(?:${BIS}\\s?)?\\)\\s*(?:${BIS}(?=[\\s\\p{P}]|$))?\\s*`,
  'u',
);
const NUMBER = new RegExp(
  `^\\(?(\\d{1,3}(?:\\s?${BIS})?(?:\\.\\d{1,3}(?:\\s?${BIS})?)*)(\\s?\\)|\\.(?!\\d)|、)?\\s*(?=(.?))`,
  'u',
);
const HAN_LABEL = /^[（(]?([一二三四五六七八九十])[）)、]\s*/u;

const numberLabel = (line: string): Label | null => {
  const found = NUMBER.exec(line);
  if (found === null) return null;
  const [taken, digits = '', , , mark = ''] = found;
  const rest = line.slice(taken.length);
  const isGlued = taken === digits && rest !== '';
  // "2016, the assembly …" and "21%" are words of a sentence; "1to continue" has lost its tab.
  if (isGlued && !/^\p{L}/u.test(rest)) return null;
  const parts = digits.split('.');
  const last = parts[parts.length - 1] ?? '';
  const word = /[a-z]+$/i.exec(last)?.[0];
  const style = mark.includes(')') ? (taken.startsWith('(') ? '(1)' : '1)') : '1';
  const label = digits.replace(/\s/g, '') + (style === '1' ? '' : ')');
  return {
    label,
    readings: [
      {
        series: 'number',
        values: parts.map((part) => Number.parseInt(part, 10)),
        inserted: insertedRank(word),
        style,
      },
    ],
    rest,
    length: taken.length,
    isGlued,
  };
};

const letterLabel = (line: string): Label | null => {
  const found = LETTER.exec(line);
  if (found === null) return null;
  const [taken, letters = '', , inner, outer] = found;
  // "(a)" and "a)" are one style; a word in brackets at the start of a line is no label.
  const readings = letterReadings(letters, insertedRank(inner ?? outer), 'a)');
  if (readings.length === 0) return null;
  const written = writtenLetters(letters);
  const label =
    inner !== undefined ? `${written}${inner})` : outer !== undefined ? `${written})${outer}` : `${written})`;
  const rest = line.slice(taken.length);
  return { label, readings, rest, length: taken.length, isGlued: rest !== '' && !/\s$/u.test(taken) };
};

/**
 * Reads the label at the start of a line, or returns null. Offsets count on the line as given; leading
 * spaces are taken with the label.
 */
export function readLabel(line: string): Label | null {
  const indent = /^\s*/u.exec(line)?.[0].length ?? 0;
  const body = line.slice(indent);
  const place = (label: Label): Label => ({ ...label, length: label.length + indent });

  const bullet = BULLET.exec(body);
  if (bullet !== null) {
    const isDash = /[-\u2012-\u2015\uF02D]/u.test(bullet[1] ?? '');
    const rest = body.slice(bullet[0].length);
    return place({
      label: isDash ? '–' : '•',
      readings: [{ series: isDash ? 'bullet' : 'second-bullet', values: [1], inserted: 0, style: '–' }],
      rest,
      length: bullet[0].length,
      isGlued: false,
    });
  }
  // Presentation forms ("ﻫ )") are read as the plain letter; one unit for one unit, so lengths stay true.
  const plain = body.slice(0, 12).replace(/[\uFE70-\uFEFC]/gu, (form) => {
    const letter = fold(form);
    return letter.length === 1 ? letter : form;
  });
  const line1 = plain + body.slice(12);
  const han = HAN_LABEL.exec(body);
  if (han !== null) {
    const value = HAN.indexOf(han[1] ?? '') + 1;
    return place({
      label: `${han[1] ?? ''})`,
      readings: [{ series: 'han', values: [value], inserted: 0, style: 'han' }],
      rest: body.slice(han[0].length),
      length: han[0].length,
      isGlued: false,
    });
  }
  const label = letterLabel(line1) ?? numberLabel(line1);
  return label === null ? null : place(label);
}

/** The readings of a label that stands alone (`1.`, `b)bis`, `–`): from Word numbering, list markers, canonical text. */
export function readBareLabel(label: string): Label | null {
  const read = readLabel(`${label.trim()} `);
  return read?.rest === '' ? { ...read, isGlued: false } : null;
}

/** True when `next` directly follows `previous` in one series (`b)` then `bbis)`, `b)bis` or `c)`). */
export function isSuccessor(previous: LabelReading, next: LabelReading): boolean {
  if (previous.series !== next.series || previous.style !== next.style) return false;
  if (next.series === 'bullet' || next.series === 'second-bullet') return true;
  const depth = next.values.length;
  if (previous.values.length !== depth) return false;
  for (let at = 0; at < depth - 1; at++) if (previous.values[at] !== next.values[at]) return false;
  const a = previous.values[depth - 1] ?? 0;
  const b = next.values[depth - 1] ?? 0;
  if (b === a) return next.inserted === previous.inserted + 1;
  return b === a + 1 && next.inserted === 0;
}

/** True when a series can start with this reading: `a)`, `1`, `i)`, a bullet. */
export function isFirst(reading: LabelReading): boolean {
  return (reading.values[reading.values.length - 1] ?? 0) === 1 && reading.inserted === 0;
}
