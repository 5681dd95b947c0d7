import stringWidth from 'string-width';

/** One cell a unit: Latin, Greek, Cyrillic without combining marks, the usual punctuation, arrows and lines. */
const SIMPLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u2190-\u2193\u2500-\u257F]*$/u;

/** How many columns of the terminal a text takes. string-width segments graphemes and is slow: Latin skips it. */
export function cellWidth(text: string): number {
  return SIMPLE.test(text) ? text.length : stringWidth(text);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest start of a text, in whole graphemes, that fits into so many columns, and what is left. */
export function splitAtWidth(text: string, columns: number): readonly [start: string, rest: string] {
  if (SIMPLE.test(text)) return [text.slice(0, Math.max(0, columns)), text.slice(Math.max(0, columns))];
  let used = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > columns) return [text.slice(0, index), text.slice(index)];
  }
  return [text, ''];
}

/**
 * A path cut in its middle: what a clause is told by stands at the end (`instructs the Dir…Bureau 3`), and which
 * part it is in at the start.
 */
export function cutPath(path: string, columns: number, ellipsis = '…'): string {
  if (cellWidth(path) <= columns) return path;
  const room = columns - cellWidth(ellipsis);
  const end = path.slice(-Math.max(3, Math.floor(room / 3)));
  // A label is never cut: the end begins with a whole word.
  const tail = end.includes(' ') ? end.slice(end.indexOf(' ')) : end;
  const head = splitAtWidth(path, Math.max(0, room - cellWidth(tail)))[0];
  return `${head.trimEnd()}${ellipsis}${tail}`;
}

/** The text cut to so many columns, with an ellipsis where something was cut off. */
export function cutToWidth(text: string, columns: number, ellipsis = '…'): string {
  if (cellWidth(text) <= columns) return text;
  if (columns <= ellipsis.length) return splitAtWidth(text, columns)[0];
  return splitAtWidth(text, columns - ellipsis.length)[0] + ellipsis;
}
