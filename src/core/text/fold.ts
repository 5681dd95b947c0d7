import { remember } from './remember.ts';

/** A folded text and, for each of its UTF-16 units, the offset in the original it came from (one more at the end). */
export interface Folded {
  readonly text: string;
  readonly offsets: readonly number[];
}

const DASHES = /[\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D]/u;
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u02BC\u2032\u00B4\uFF07]/u;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300C\u300D\uFF02]/u;
/** Soft hyphen, zero-width characters, bidi marks, tatweel: they carry no meaning in a comparison. */
const IGNORED = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u0640]/u;

/** Text that folding leaves as it is. */
const PLAIN = /^[ -~]*$/;

const foldOther = remember((char) => {
  if (SPACES.test(char)) return ' ';
  if (IGNORED.test(char)) return '';
  if (DASHES.test(char)) return '-';
  if (SINGLE_QUOTES.test(char)) return "'";
  if (DOUBLE_QUOTES.test(char)) return '"';
  // Full-width forms, ligatures and Arabic presentation forms come down to the plain letters.
  return char.normalize('NFKC');
}, 8_192);

const foldCharacter = (char: string): string => (char <= '~' && char > ' ' ? char : foldOther(char));

/**
 * The comparison key of a text: NFC, every kind of space, dash and quote folded to one, invisible
 * characters dropped; case is kept. Never shown, never exported.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  let folded = '';
  for (const char of text.normalize('NFC')) folded += foldCharacter(char);
  return folded;
}

/**
 * Like {@link fold}, with the way back to the original: `offsets[i]` is where unit `i` of the folded text
 * came from. Works on the text as it stands, so that offsets stay true when it is not in NFC.
 */
export function foldWithOffsets(text: string): Folded {
  let folded = '';
  const offsets: number[] = [];
  const clusters = text.matchAll(/\P{M}\p{M}*|\p{M}+/gu);
  for (const match of clusters) {
    let piece = '';
    for (const char of match[0].normalize('NFC')) piece += foldCharacter(char);
    offsets.push(...Array.from({ length: piece.length }, () => match.index));
    folded += piece;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}
