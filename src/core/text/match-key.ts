import { fold } from './fold.ts';

/**
 * The key under which words of headings and frames are looked up: folded, without case, accents or vowel
 * signs, spaces collapsed. "Décide  en outre" and "decide en outre" have the same key.
 */
export function matchKey(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return fold(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * How many UTF-16 units at the start of `text` make up `key`, spaces after it included; 0 when it does not
 * start so. Folding changes lengths, so the prefix is found by trying.
 */
export function prefixLength(text: string, key: string): number {
  const limit = Math.min(text.length, key.length * 2 + 8);
  let found = 0;
  for (let end = 1; end <= limit; end++) if (matchKey(text.slice(0, end)) === key) found = end;
  return found;
}
