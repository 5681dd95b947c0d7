import type { MarkedText } from '../../../core/model/resolution.ts';
import type { LineStyle, SourceDocument, SourceLine, SourceNote } from '../../../core/model/source.ts';
import { joinPieces, trimMarked, type Piece } from '../marked-text.ts';
import { tableText } from '../table-text.ts';
import { countLabels, type ListLabel } from './list-labels.ts';
import { formatNumber } from './number-format.ts';
import { settle, type SettledBlock, type SettledParagraph, type SettledTable, type Side } from './settle.ts';
import type { TrackedDocument, TrackedRun } from './tracked-document.ts';
import { typedLabel } from './typed-label.ts';

/** Notes get their labels in the order of their references, as Word numbers them; own marks are kept. */
interface NoteLabels {
  readonly labelOf: (run: TrackedRun) => string;
  readonly inOrder: ReadonlyMap<string, string>;
}

const labelNotes = (doc: TrackedDocument): NoteLabels => {
  const labels = new Map<string, string>();
  const counts = { footnote: 0, endnote: 0 };
  const labelOf = (run: TrackedRun): string => {
    const key = run.note ?? '';
    const known = labels.get(key);
    if (known !== undefined) return known;
    const kind = doc.notes.get(key)?.kind ?? 'footnote';
    const own = run.text.trim();
    const number = own === '' ? ++counts[kind] : 0;
    const label = own || (kind === 'endnote' ? formatNumber(number, 'lowerRoman') : String(number));
    labels.set(key, label);
    return label;
  };
  return { labelOf, inOrder: labels };
};

const piecesOf = (runs: readonly TrackedRun[], notes: NoteLabels): readonly Piece[] =>
  runs
    .filter(({ kind }) => kind !== 'picture')
    .map((run) =>
      run.kind === 'note' ? { text: `[^${notes.labelOf(run)}]` } : { text: run.text, ...run.look },
    );

/**
 * A text broken by hand (Shift+Enter): parts with a label of their own are lines. In a line whose style is
 * known other breaks are spaces; elsewhere they stay, for the words to decide.
 */
const breakLines = (marked: MarkedText, style: LineStyle | null): readonly MarkedText[] => {
  const isLoose = style === 'cover' || style === 'proposal';
  const cuts = [0];
  for (const { index } of marked.text.matchAll(/\n/g)) {
    if (isLoose || typedLabel(marked.text.slice(index + 1)) !== null) cuts.push(index + 1);
  }
  return cuts
    .map((from, at) => {
      const to = cuts[at + 1] ?? marked.text.length;
      const part = trimMarked({ text: marked.text.slice(0, to), marks: marked.marks }, from);
      return style === null ? part : { ...part, text: part.text.replace(/\n/g, ' ') };
    })
    .filter(({ text }) => text !== '');
};

interface Walk {
  readonly doc: TrackedDocument;
  readonly notes: NoteLabels;
  readonly count: (paragraph: SettledParagraph) => ListLabel | null;
}

const cellText = (blocks: readonly SettledBlock[], walk: Walk): string =>
  blocks
    .map((block) => {
      if (block.kind === 'table')
        return block.rows.map((row) => row.map((cell) => cellText(cell, walk)).join(' ')).join('\n');
      const { text } = joinPieces(piecesOf(block.runs, walk.notes));
      const label = walk.count(block)?.label;
      return label === undefined ? text : `${label} ${text}`;
    })
    .filter((text) => text !== '')
    .join('\n');

const paragraphLines = (paragraph: SettledParagraph, walk: Walk): readonly SourceLine[] => {
  const { line, properties, runs } = paragraph;
  const known = walk.doc.styles.styleOf(properties.styleId).known;
  const style: LineStyle | null = known?.line ?? null;
  const counted = walk.count(paragraph);
  const lines: SourceLine[] = [];
  for (const part of breakLines(joinPieces(piecesOf(runs, walk.notes)), style)) {
    const own = lines.length === 0 ? counted : null;
    const typed = own === null && (style === null || style === 'clause') ? typedLabel(part.text) : null;
    const marked = typed === null ? part : trimMarked(part, typed.length);
    const label = own?.label ?? typed?.label ?? null;
    lines.push({
      kind: 'paragraph',
      style,
      label,
      level: Math.max(known?.level ?? 0, own?.level ?? 0),
      line,
      ...marked,
    });
  }
  const pictures = runs.filter(({ kind }) => kind === 'picture');
  const drawn = pictures.map(({ text }): SourceLine => {
    return {
      kind: 'picture',
      style: null,
      label: null,
      level: 0,
      line,
      text: text.replace(/\s+/g, ' ').trim(),
      marks: [],
    };
  });
  return [...lines, ...drawn];
};

/** A table that only lays out the page: one cell, or paragraphs in the styles of the template. */
const isLayout = (table: SettledTable, doc: TrackedDocument): boolean => {
  if (table.rows.every((row) => row.length <= 1) && table.rows.length <= 1) return true;
  return table.rows.some((row) =>
    row.some((cell) =>
      cell.some((block) => {
        if (block.kind === 'table') return false;
        const line = doc.styles.styleOf(block.properties.styleId).known?.line;
        return line !== undefined && line !== 'clause';
      }),
    ),
  );
};

const blockLines = (block: SettledBlock, walk: Walk): readonly SourceLine[] => {
  if (block.kind === 'paragraph') return paragraphLines(block, walk);
  if (isLayout(block, walk.doc))
    return block.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap((one) => blockLines(one, walk))));
  const text = tableText(block.rows.map((row) => row.map((cell) => cellText(cell, walk))));
  return [{ kind: 'table', style: null, label: null, level: 0, line: block.line, text, marks: [] }];
};

/**
 * One of the two texts of a Word file: all changes accepted, or all rejected. Blank paragraphs are left out;
 * labels are those typed before a tab or drawn by Word's numbering, counted anew for this side; notes stand
 * as `[^1]` and only those still referred to are given. Law: a file without changes gives the same both ways.
 */
export function resolveChanges(doc: TrackedDocument, mode: Side): SourceDocument {
  const notes = labelNotes(doc);
  const walk: Walk = { doc, notes, count: countLabels(doc.styles, doc.numbering) };
  const lines = settle(doc.blocks, mode).flatMap((block) => blockLines(block, walk));
  const footnotes: SourceNote[] = [];
  // A Map grows while it is walked: a note referred to in another note is read in its turn.
  for (const [key, label] of notes.inOrder) {
    const settled = settle(doc.notes.get(key)?.blocks ?? [], mode);
    const line = settled[0]?.line ?? 0;
    const parts = settled.map((block) => {
      if (block.kind === 'table') return { text: cellText([block], walk), marks: [] };
      return joinPieces(piecesOf(block.runs, notes));
    });
    footnotes.push({ label, line, ...joinParagraphs(parts.filter(({ text }) => text !== '')) });
  }
  return { lines, footnotes };
}

const joinParagraphs = (parts: readonly MarkedText[]): MarkedText => {
  let text = '';
  const marks = parts.flatMap((part, index) => {
    if (index > 0) text += '\n\n';
    const start = text.length;
    text += part.text.replace(/\n/g, ' ');
    return part.marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
  });
  return { text, marks };
};
