import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Mark, MarkedText } from '../../../core/model/resolution.ts';
import type { Message } from '../../../core/model/message.ts';
import type { SourceDocument, SourceLine, SourceNote } from '../../../core/model/source.ts';
import { sliceMarked, trimMarked } from '../../../core/text/marks.ts';
import { asImportError, ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { tableText } from '../table-text.ts';
import {
  attribute,
  BLOCKS,
  DROPPED,
  EMPHASIS,
  FURNITURE,
  HEADINGS,
  isElement,
  STRONG,
  STRUCK,
  textOf,
} from './elements.ts';
import { findFootnotes, type FootnoteFinds } from './footnotes.ts';
import { listMarkers } from './list-marker.ts';
import { scanDepth } from './scan-depth.ts';

export interface HtmlDocument extends SourceDocument {
  /** True where the page marks changes with ins and del: it holds two texts, and `changes` chose one. */
  readonly hasChanges: boolean;
  readonly warnings: readonly Message[];
}

interface Walk {
  readonly changes: 'accept' | 'reject';
  readonly notes: FootnoteFinds;
  readonly lines: SourceLine[];
  readonly footnotes: SourceNote[];
  /** The line under way in pieces, and how long it is: a string grown piece by piece is slow to look at. */
  pieces: string[];
  length: number;
  marks: Mark[];
  /** Marks that are open: a mark inside one of its kind adds nothing. */
  readonly open: Set<Mark['kind']>;
  line: number;
  /** What the next line of the list item under way starts with. */
  label: string | null;
  level: number;
  isHeading: boolean;
  dropped: number;
}

const push = (walk: Walk, line: Partial<SourceLine> & MarkedText): void => {
  const known = {
    kind: 'paragraph',
    style: null,
    label: walk.label,
    level: walk.level,
    line: walk.line,
  } as const;
  walk.lines.push({ ...known, ...line });
  walk.label = null;
};

/** Ends the line under way; white space is collapsed as a browser does, no-break spaces stay. */
const flush = (walk: Walk): void => {
  const marks = walk.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const marked = trimMarked({ text: walk.pieces.join(''), marks });
  walk.pieces = [];
  walk.length = 0;
  walk.marks = [];
  if (marked.text === '') return;
  const whole: Mark = { kind: 'strong', start: 0, end: marked.text.length };
  push(walk, walk.isHeading ? { text: marked.text, marks: [whole] } : marked);
};

const addText = (walk: Walk, value: string, isPre: boolean): void => {
  const text = isPre ? value : value.replace(/[ \t\r\n\f]+/g, ' ');
  const last = walk.pieces.at(-1) ?? ' ';
  const piece = !isPre && /[ \n]$/.test(last) ? text.replace(/^ /, '') : text;
  if (piece === '') return;
  walk.pieces.push(piece);
  walk.length += piece.length;
};

const MARKS: readonly (readonly [ReadonlySet<string>, Mark['kind']])[] = [
  [EMPHASIS, 'emphasis'],
  [STRONG, 'strong'],
  [STRUCK, 'delete'],
];

const inline = (walk: Walk, element: Element, isPre: boolean): void => {
  const start = walk.length;
  const before = walk.lines.length;
  const kind = MARKS.find(([names]) => names.has(element.tagName))?.[1];
  const isRepeated = kind !== undefined && walk.open.has(kind);
  if (kind !== undefined) walk.open.add(kind);
  visitAll(walk, element, isPre);
  if (kind !== undefined && !isRepeated) walk.open.delete(kind);
  // A block inside (a link around a whole card) ended the line: then there is no stretch to mark.
  const end = walk.length;
  if (walk.lines.length > before || end <= start) return;
  if (kind !== undefined && !isRepeated) walk.marks.push({ kind, start, end });
  const url = element.tagName === 'a' ? attribute(element, 'href') : undefined;
  if (url !== undefined && /^(?:https?|mailto):/i.test(url))
    walk.marks.push({ kind: 'link', start, end, url });
};

const list = (walk: Walk, element: Element, isPre: boolean): void => {
  const markers = listMarkers(element, (item) => textOf(item).trim().slice(0, 40));
  const { level } = walk;
  flush(walk);
  walk.level = level + 1;
  for (const child of element.children) {
    if (!isElement(child)) continue;
    walk.label = markers.get(child) ?? null;
    visit(walk, child, isPre);
    flush(walk);
  }
  walk.level = level;
  walk.label = null;
};

const rowsOf = (table: Element): readonly Element[] =>
  table.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === 'tr'
      ? [child]
      : /^t(?:head|body|foot)$/.test(child.tagName)
        ? rowsOf(child)
        : [];
  });

const cellsOf = (row: Element): readonly Element[] =>
  row.children.filter((cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName));

const holds = (element: Element, names: RegExp): boolean =>
  element.children.some((child) => isElement(child) && (names.test(child.tagName) || holds(child, names)));

/** The lines of a part of the page, read apart from the rest. */
const readApart = (walk: Walk, element: Element, isPre: boolean): readonly SourceLine[] => {
  const apart: Walk = {
    ...walk,
    lines: [],
    pieces: [],
    length: 0,
    marks: [],
    label: null,
    level: 0,
    isHeading: false,
  };
  visitAll(apart, element, isPre);
  flush(apart);
  return apart.lines;
};

const table = (walk: Walk, element: Element): void => {
  const rows = rowsOf(element)
    .map(cellsOf)
    .filter((row) => row.length > 0);
  const isLayout =
    rows.every((row) => row.length <= 1) || holds(element, /^(?:table|h[1-6]|ul|ol|article|section)$/);
  flush(walk);
  for (const caption of element.children)
    if (isElement(caption) && caption.tagName === 'caption') visit(walk, caption, false);
  if (isLayout) {
    for (const cell of rows.flat()) {
      visitAll(walk, cell, false);
      flush(walk);
    }
    return;
  }
  const texts = rows.map((row) =>
    row.map((cell) =>
      readApart(walk, cell, false)
        .map(({ label, text }) => (label === null ? text : `${label} ${text}`))
        .join('\n'),
    ),
  );
  push(walk, { kind: 'table', text: tableText(texts), marks: [], label: null });
};

const footnote = (walk: Walk, element: Element, label: string, isPre: boolean): void => {
  flush(walk);
  const lines = readApart(walk, element, isPre);
  const [first, ...rest] = lines;
  if (first === undefined) return;
  // "1 These include …": the number stands in the label.
  const lead =
    new RegExp(`^[\\s[(]*${label.replace(/[*]/g, '\\*')}[\\s\\]).]+`, 'u').exec(first.text)?.[0].length ?? 0;
  const marked = trimMarked(sliceMarked(first, lead));
  walk.footnotes.push({
    label,
    line: first.line,
    text: [marked.text, ...rest.map(({ text }) => text)].join('\n\n'),
    marks: marked.marks,
  });
};

const visit = (walk: Walk, node: Nodes, isPre: boolean): void => {
  if (node.type === 'text') {
    if (walk.length === 0) walk.line = node.position?.start.line ?? walk.line;
    addText(walk, node.value, isPre);
    return;
  }
  if (!isElement(node)) return;
  const name = node.tagName;
  const definition = walk.notes.definitions.get(node);
  const reference = walk.notes.references.get(node);
  if (DROPPED.has(name) || walk.notes.backlinks.has(node) || node.properties.hidden === true) return;
  if (name === (walk.changes === 'accept' ? 'del' : 'ins')) return;
  if (FURNITURE.has(name) && definition === undefined) {
    walk.dropped++;
    return;
  }
  if (definition !== undefined) footnote(walk, node, definition, isPre);
  else if (reference !== undefined) addText(walk, `[^${reference}]`, true);
  else if (name === 'br') addText(walk, '\n', true);
  else if (name === 'img') addText(walk, attribute(node, 'alt') ?? '', false);
  else if (name === 'ul' || name === 'ol' || name === 'menu') list(walk, node, isPre);
  else if (name === 'table') table(walk, node);
  else if (!BLOCKS.has(name)) inline(walk, node, isPre);
  else {
    flush(walk);
    walk.isHeading = HEADINGS.has(name);
    visitAll(walk, node, isPre || name === 'pre');
    flush(walk);
    walk.isHeading = false;
  }
};

const visitAll = (walk: Walk, parent: Element | Root, isPre: boolean): void => {
  for (const child of parent.children) visit(walk, child, isPre);
};

const hasElement = (node: Nodes, names: ReadonlySet<string>): boolean =>
  (isElement(node) && names.has(node.tagName)) ||
  ('children' in node && node.children.some((child) => hasElement(child, names)));

const CHANGES = new Set(['ins', 'del']);

/**
 * Reads a web page: paragraphs, headings (wholly strong), list items with the markers a browser shows,
 * tables, footnotes linked from raised numbers. Scripts, styles and hidden parts are dropped; menus too,
 * with a warning. Line breaks stay as line feeds inside a line. Throws ImportError beyond `LIMITS`.
 */
export function readHtml(html: string, changes: 'accept' | 'reject' = 'accept'): HtmlDocument {
  const hint = 'Save the page again from a browser, or copy its text into a text file.';
  if (html.length > LIMITS.htmlBytes) {
    const what = `The page has ${Math.ceil(html.length / 1048576)} MB; ${LIMITS.htmlBytes / 1048576} MB is the most.`;
    throw new ImportError('too-large', what, hint);
  }
  scanDepth(html);
  return asImportError('The page', hint, () => {
    const root: Root = unified().use(rehypeParse).parse(html);
    const walk: Walk = {
      changes,
      notes: findFootnotes(root),
      lines: [],
      footnotes: [],
      pieces: [],
      length: 0,
      marks: [],
      open: new Set(),
      line: 1,
      label: null,
      level: 0,
      isHeading: false,
      dropped: 0,
    };
    visitAll(walk, root, false);
    flush(walk);
    const message = `${walk.dropped} menus or side columns of the page were left out.`;
    const warnings = walk.dropped === 0 ? [] : [{ code: 'html-furniture', message }];
    return { lines: walk.lines, footnotes: walk.footnotes, hasChanges: hasElement(root, CHANGES), warnings };
  });
}
