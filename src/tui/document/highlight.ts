import type { Piece } from '../layout/words.ts';

/** How a text is compared in a search: lower case, no-break signs as plain ones; one unit for one unit. */
export function searchKey(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text)
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replaceAll('\u2011', '-');
}

const markSide = (pieces: readonly Piece[], other: Piece['mark'], query: string, hit: Uint8Array): void => {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.mark !== other) {
      for (let unit = 0; unit < piece.text.length; unit++) places.push(at + unit);
      text += piece.text;
    }
    at += piece.text.length;
  }
  const key = searchKey(text);
  for (let from = key.indexOf(query); from >= 0; from = key.indexOf(query, from + query.length)) {
    for (let unit = from; unit < from + query.length; unit++) hit[places[unit] ?? 0] = 1;
  }
};

/** The pieces with every place marked where the query stands in the base or in the revised wording. */
export function highlight(pieces: readonly Piece[], query: string): readonly Piece[] {
  const key = searchKey(query);
  if (key === '') return pieces;
  const hit = new Uint8Array(pieces.reduce((length, { text }) => length + text.length, 0));
  markSide(pieces, 'added', key, hit);
  markSide(pieces, 'removed', key, hit);
  if (!hit.includes(1)) return pieces;
  const marked: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    let start = 0;
    for (let end = 1; end <= piece.text.length; end++) {
      if (end < piece.text.length && hit[at + end] === hit[at + start]) continue;
      const text = piece.text.slice(start, end);
      marked.push(hit[at + start] ? { ...piece, text, isMatch: true } : { ...piece, text });
      start = end;
    }
    at += piece.text.length;
  }
  return marked;
}
