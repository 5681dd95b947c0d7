import type { Footnote } from '../model/resolution.ts';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { settleMarks, sliceMarked, trimMarked } from '../text/marks.ts';
import { positionOf } from './positions.ts';

const TYPED = /^\[\^([^\]\s]{1,20})\]:?\s*(?=\S)/u;
const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
};
/** A footnote at the foot of a copied text: its figure, plain or raised, glued or not, then its words. */
const AT_FOOT = /^\s*(?:([¹²³⁴-⁹])\s*|([1-9])(?:\s+|(?=\p{Lu})))(?=\p{L}|["“«(])/u;

/** A figure glued to the end of a word, as footnote marks come out of a copy: "organizations1". */
const glued = (label: string): RegExp =>
  new RegExp(
    `(?<=\\p{L}{3}[)»”"]?)(?:${label}|${raised(label)})(?![\\p{L}\\p{N}%/]|[.,-][\\p{L}\\p{N}])`,
    'u',
  );

const raised = (label: string): string =>
  Object.entries(SUPERSCRIPT).find(([, figure]) => figure === label)?.[0] ?? label;

/** Index of the one line whose word carries the glued mark; -1 for none. */
const findGlued = (lines: readonly SourceLine[], label: string, end: number): number => {
  const [pattern, figure] = [glued(label), raised(label)];
  // Looking for the figure first spares most lines the pattern.
  const mayHold = (text: string) => text.includes(label) || text.includes(figure);
  return lines.findIndex(
    (line, at) => at < end && line.kind === 'paragraph' && mayHold(line.text) && pattern.test(line.text),
  );
};

/** Puts `[^1]` where the figure was glued on; marks after it move along. */
const unglue = (line: SourceLine, label: string): SourceLine => {
  const found = glued(label).exec(line.text);
  if (found === null) return line;
  const mark = `[^${label}]`;
  const grown = mark.length - found[0].length;
  const end = found.index + found[0].length;
  const shift = (offset: number) => (offset >= end ? offset + grown : offset);
  return {
    ...line,
    text: line.text.slice(0, found.index) + mark + line.text.slice(end),
    marks: line.marks.map((own) => ({ ...own, start: shift(own.start), end: shift(own.end) })),
  };
};

export interface FootnotesReading {
  readonly body: readonly SourceLine[];
  readonly footnotes: readonly Footnote[];
}

/**
 * Footnotes apart from the rest: those the source keeps apart, those typed as lines ("[^1] These include …"),
 * and those that stand at the foot of a copied text, where a word before carries their figure. A figure glued
 * to a word becomes a mark only where its footnote exists.
 */
export function partFootnotes(document: SourceDocument, lines: readonly SourceLine[]): FootnotesReading {
  const footnotes: Footnote[] = document.footnotes.map((note) => {
    const { text, marks } = settleMarks(trimMarked(note));
    return { type: 'footnote', label: note.label, text, marks, ...positionOf(note) };
  });
  let body: SourceLine[] = [];
  for (const line of lines) {
    const isPlain = line.kind === 'paragraph' && line.placed === undefined;
    const found = isPlain ? TYPED.exec(line.text) : null;
    if (found === null) body.push(line);
    else {
      const { text, marks } = trimMarked(sliceMarked(line, found[0].length));
      footnotes.push({ type: 'footnote', label: found[1] ?? '', text, marks, ...positionOf(line) });
    }
  }
  // Up from the end, as long as lines read as footnotes whose mark is glued to a word above.
  const atFoot: Footnote[] = [];
  const ruleAt = body.findLastIndex((line) => /^\s*[_\u2013\u2014-]{5,}\s*$/u.test(line.text));
  let end = body.length;
  for (; end > 1; end--) {
    const line = body[end - 1];
    const isPlain = line?.kind === 'paragraph' && line.placed === undefined && line.label === null;
    const found = line !== undefined && isPlain ? AT_FOOT.exec(line.text) : null;
    if (line === undefined || found === null) break;
    const label = found[2] ?? SUPERSCRIPT[found[1] ?? ''] ?? '';
    // Notes count down to 1 from below: what else begins with a figure is the last list.
    const below = atFoot[0]?.label;
    if (below !== undefined && Number(below) !== Number(label) + 1) break;
    const isUnderRule = ruleAt !== -1 && end - 1 > ruleAt;
    if (footnotes.some((note) => note.label === label)) break;
    if (!isUnderRule && findGlued(body, label, end - 1) === -1) break;
    const { text, marks } = trimMarked(sliceMarked(line, found[0].length));
    atFoot.unshift({ type: 'footnote', label, text, marks, ...positionOf(line) });
  }
  // The last clause of a text ends in a full stop; anything else above means that this is a list.
  if (atFoot.length > 0 && /[.。]\s*$|^[\s_–—-]+$/u.test(body[end - 1]?.text ?? '')) {
    body = body.slice(0, end);
    footnotes.push(...atFoot);
  }
  for (const { label } of footnotes) {
    if (!/^[1-9]$/.test(label) || body.some((line) => line.text.includes(`[^${label}]`))) continue;
    const at = findGlued(body, label, body.length);
    const line = body[at];
    if (line !== undefined) body[at] = unglue(line, label);
  }
  return { body, footnotes };
}
