import type { Mark, MarkedText } from '../../core/model/resolution.ts';

/** A piece of text and how it is set. */
export interface Piece {
  readonly text: string;
  readonly emphasis?: boolean;
  readonly strong?: boolean;
  readonly url?: string | null;
}

/** Pieces joined to one text with marks; marks that touch are one, and blank ends carry none. */
export function joinPieces(pieces: readonly Piece[]): MarkedText {
  let text = '';
  const marks: Mark[] = [];
  const open = new Map<string, Mark>();
  const add = (kind: Mark['kind'], start: number, url?: string): void => {
    const key = `${kind} ${url ?? ''}`;
    const before = open.get(key);
    const from = before?.end === start ? before.start : start;
    open.set(key, { kind, start: from, end: text.length, ...(url === undefined ? {} : { url }) });
    if (before !== undefined && before.end !== start) marks.push(before);
  };
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    if (piece.text === '') continue;
    if (piece.emphasis === true) add('emphasis', start);
    if (piece.strong === true) add('strong', start);
    if (piece.url != null) add('link', start, piece.url);
  }
  return trimMarked(
    { text, marks: [...marks, ...open.values()].sort((a, b) => a.start - b.start || b.end - a.end) },
    0,
  );
}

/** The text from offset `from` on, its blank ends cut, marks moved along; marks that hold no words go. */
export function trimMarked(marked: MarkedText, from: number): MarkedText {
  const rest = marked.text.slice(from);
  const start = from + (rest.length - rest.trimStart().length);
  const text = rest.trim();
  const marks: Mark[] = [];
  for (const mark of marked.marks) {
    const inside = text.slice(Math.max(0, mark.start - start), Math.max(0, mark.end - start));
    if (inside.trim() === '') continue;
    const lead = inside.length - inside.trimStart().length;
    const begin = Math.max(0, mark.start - start) + lead;
    marks.push({ ...mark, start: begin, end: begin + inside.trim().length });
  }
  return { text, marks };
}
