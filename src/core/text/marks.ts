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

/** An address that links to itself ("www.itu.int") says nothing by being a link. */
export function isOwnLink(text: string, url: string): boolean {
  return url === text || url === `http://${text}` || url === `mailto:${text}`;
}

const PRECEDENCE: readonly Mark['kind'][] = ['link', 'strong', 'emphasis', 'delete'];

const withoutEdges = (text: string, mark: Mark): Mark => {
  let { start, end } = mark;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start === mark.start && end === mark.end ? mark : { ...mark, start, end };
};

/** The marks with none beginning or ending inside a footnote mark, which is one sign. */
const offFootnoteMarks = ({ text, marks }: MarkedText): readonly Mark[] => {
  if (!text.includes('[^')) return marks;
  const signs = [...text.matchAll(/\[\^[^\]\s]{1,20}\]/gu)].map(
    ({ 0: sign, index }) => [index, index + sign.length] as const,
  );
  return marks.map((mark) => {
    let { start, end } = mark;
    for (const [from, to] of signs) {
      if (start > from && start < to) start = to;
      if (end > from && end < to) end = from;
    }
    return { ...mark, start, end };
  });
};

/** The marks of one kind, in order, touching ones made one. */
const mergeKind = (source: MarkedText, kind: Mark['kind']): Mark[] => {
  const own = offFootnoteMarks(source)
    .filter((mark) => mark.kind === kind)
    .filter((mark) => kind !== 'link' || !isOwnLink(source.text.slice(mark.start, mark.end), mark.url ?? ''))
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(source.text.length, mark.end) }))
    .sort((a, b) => a.start - b.start);
  const merged: Mark[] = [];
  for (const mark of own) {
    const last = merged[merged.length - 1];
    const isOne = last !== undefined && mark.start <= last.end && (kind !== 'link' || mark.url === last.url);
    if (isOne) merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else if (last === undefined || mark.start >= last.end) merged.push(mark);
    else if (mark.end > last.end) merged.push({ ...mark, start: last.end });
  }
  return merged;
};

/** The mark cut to what lies inside the stronger one it crosses; `outers` are in order and apart. */
const cutCrossing = (mark: Mark, outers: readonly Mark[]): Mark => {
  let [low, high] = [0, outers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outers[middle]?.end ?? 0) <= mark.start) low = middle + 1;
    else high = middle;
  }
  let cut = mark;
  for (let at = low; at < outers.length; at++) {
    const outer = outers[at];
    if (outer === undefined || outer.start >= cut.end) break;
    const isInside = cut.start >= outer.start && cut.end <= outer.end;
    const isAround = outer.start >= cut.start && outer.end <= cut.end;
    if (isInside || isAround) continue;
    cut = { ...cut, start: Math.max(cut.start, outer.start), end: Math.min(cut.end, outer.end) };
  }
  return cut;
};

/**
 * Marks in the one form that Markdown can say: within the text, no white space at their edges, touching ones
 * of a kind made one, crossing ones cut to what lies inside the stronger, in order, the outer first.
 */
export function settleMarks(source: MarkedText): MarkedText {
  if (source.marks.length === 0) return source;
  const settled: Mark[] = [];
  const stronger: (readonly Mark[])[] = [];
  for (const kind of PRECEDENCE) {
    const cut: Mark[] = [];
    for (const mark of mergeKind(source, kind)) {
      const inside = stronger.reduce(cutCrossing, withoutEdges(source.text, mark));
      const own = withoutEdges(source.text, inside);
      if (own.start < own.end) cut.push(own);
    }
    stronger.push(cut);
    settled.push(...cut);
  }
  const rank = (mark: Mark) => PRECEDENCE.indexOf(mark.kind);
  settled.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  return { ...source, marks: settled };
}

/** True when the whole line is set in emphasis (or bold), punctuation and spaces at its ends aside. */
export function isAllEmphasised(line: MarkedText): boolean {
  const set = line.marks.filter((mark) => mark.kind === 'emphasis' || mark.kind === 'strong');
  if (set.length === 0) return false;
  const ends = /^[\s\p{P}]*|[\s\p{P}]*$/gu;
  const [lead = ''] = line.text.match(ends) ?? [];
  const tail = /[\s\p{P}]*$/u.exec(line.text)?.[0] ?? '';
  const [start, end] = [lead.length, line.text.length - tail.length];
  if (start >= end) return false;
  let reached = start;
  for (const mark of [...set].sort((a, b) => a.start - b.start)) {
    if (mark.start > reached && line.text.slice(reached, mark.start).trim() !== '') return false;
    reached = Math.max(reached, mark.end);
  }
  return reached >= end;
}
