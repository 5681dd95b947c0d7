const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** Word's Russian list letters leave out ё, й, ъ, ы, ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';
const ARABIC_ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const ARABIC_ALPHA = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת';
const CHINESE_DIGITS = '〇一二三四五六七八九';

const roman = (value: number): string => {
  let rest = value;
  let text = '';
  for (const [letters, worth] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += letters;
  }
  return text;
};

/** Past the end of the alphabet Word doubles the letter: z, aa, bb. */
const letters = (value: number, alphabet: string): string => {
  const signs = Array.from(alphabet);
  const sign = signs[(value - 1) % signs.length] ?? '';
  return sign.repeat(Math.min(30, Math.floor((value - 1) / signs.length) + 1));
};

/** 11 is 十一, 21 is 二十一, 105 is 一百〇五; from 1,000 digit by digit. */
const chinese = (value: number): string => {
  const digit = (n: number): string => CHINESE_DIGITS[n] ?? '';
  if (value >= 1000) return Array.from(String(value), (n) => digit(Number(n))).join('');
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '〇';
  return ones > 0 || value === 0 ? text + digit(ones) : text;
};

const ordinal = (value: number): string => {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
};

const shifted = (value: number, first: number, most: number): string =>
  value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : String(value);

/**
 * A list number in one of Word's formats (`w:numFmt`), as Word draws it: `formatNumber(28, 'lowerLetter')`
 * is `bb`. Formats without a rule here give plain digits, as Word does for those it does not know.
 */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  if (!Number.isInteger(value) || value < 0 || value > 32_767) return String(value);
  if (value === 0 && !format.startsWith('decimal')) return '0';
  switch (format) {
    case 'lowerLetter':
      return letters(value, LATIN);
    case 'upperLetter':
      return letters(value, LATIN).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'russianLower':
      return letters(value, RUSSIAN);
    case 'russianUpper':
      return letters(value, RUSSIAN).toUpperCase();
    case 'arabicAbjad':
      return letters(value, ARABIC_ABJAD);
    case 'arabicAlpha':
      return letters(value, ARABIC_ALPHA);
    case 'hebrew1':
    case 'hebrew2':
      return letters(value, HEBREW);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return shifted(value, 0x2460, 20);
    case 'decimalEnclosedParen':
      return shifted(value, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return shifted(value, 0x2488, 20);
    case 'ordinal':
      return ordinal(value);
    default:
      return String(value);
  }
}
