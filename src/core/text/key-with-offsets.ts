import { fold } from './fold.ts';

const SPACE = /\s/u;
const keys = new Map<string, string>();

const keyOf = (char: string): string => {
  let key = keys.get(char);
  if (key === undefined) {
    key = fold(char)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae');
    keys.set(char, key);
  }
  return key;
};

/** A text as `matchKey` has it but for the spaces at its ends, and where each UTF-16 unit came from (one more at the end). */
export function keyWithOffsets(text: string): { readonly key: string; readonly offsets: readonly number[] } {
  let key = '';
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    const own = SPACE.test(char) ? ' ' : keyOf(char);
    if (own !== ' ' || !key.endsWith(' ')) {
      offsets.push(...new Array<number>(own.length).fill(at));
      key += own;
    }
    at += char.length;
  }
  offsets.push(text.length);
  return { key, offsets };
}
