import { fold } from './fold.ts';
import { remember } from './remember.ts';

const plainKey = (text: string): string => text.toLowerCase().replace(/ {2,}/g, ' ').trim();

const PLAIN = /^[ -~]*$/;

const foldedKey = (text: string): string =>
  fold(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ +/g, ' ')
    .trim();

const knownKey = remember(foldedKey, 8_192);

/**
 * The key under which words of headings and frames are looked up: folded, without case, accents or vowel
 * signs, spaces collapsed. "Décide  en outre" and "decide en outre" have the same key.
 */
export function matchKey(text: string): string {
  return PLAIN.test(text) ? plainKey(text) : knownKey(text);
}

/**
 * How many UTF-16 units at the start of `text` make up `key`, spaces after it included; 0 when it does not
 * start so. Folding changes lengths, so the prefix is found by trying.
 */
export function prefixLength(text: string, key: string): number {
  const limit = Math.min(text.length, key.length * 2 + 8);
  let found = 0;
  for (let end = 1; end <= limit; end++) {
    const start = text.slice(0, end);
    if ((PLAIN.test(start) ? plainKey(start) : foldedKey(start)) === key) found = end;
  }
  return found;
}
