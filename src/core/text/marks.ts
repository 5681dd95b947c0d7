import type { Mark, MarkedText } from '../model/resolution.ts';

/** The part of a marked text between two offsets (UTF-16 units, end exclusive), marks clipped and shifted. */
export function sliceMarked(source: MarkedText, start: number, end: number = source.text.length): MarkedText {
  const marks: Mark[] = [];
  for (const mark of source.marks) {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    if (from < to) marks.push({ ...mark, start: from - start, end: to - start });
  }
  return { text: source.text.slice(start, end), marks };
}

/** A marked text without the white space around it. */
export function trimMarked(source: MarkedText): MarkedText {
  const start = source.text.length - source.text.trimStart().length;
  const end = source.text.trimEnd().length;
  return start === 0 && end === source.text.length
    ? source
    : sliceMarked(source, start, Math.max(start, end));
}

/** Marked texts one after the other, `separator` between them. */
export function joinMarked(pieces: readonly MarkedText[], separator: string): MarkedText {
  let text = '';
  const marks: Mark[] = [];
  pieces.forEach((piece, at) => {
    if (at > 0) text += separator;
    for (const mark of piece.marks)
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    text += piece.text;
  });
  return { text, marks };
}

/** True when the whole line is set in emphasis (or bold), punctuation and spaces at its ends aside. */
export function isAllEmphasised(line: MarkedText): boolean {
  const ends = /^[\s\p{P}]*|[\s\p{P}]*$/gu;
  const [lead = ''] = line.text.match(ends) ?? [];
  const tail = /[\s\p{P}]*$/u.exec(line.text)?.[0] ?? '';
  const [start, end] = [lead.length, line.text.length - tail.length];
  if (start >= end) return false;
  const set = line.marks.filter((mark) => mark.kind === 'emphasis' || mark.kind === 'strong');
  let reached = start;
  for (const mark of [...set].sort((a, b) => a.start - b.start)) {
    if (mark.start > reached && line.text.slice(reached, mark.start).trim() !== '') return false;
    reached = Math.max(reached, mark.end);
  }
  return reached >= end;
}
