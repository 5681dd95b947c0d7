import type { BlockContent, DefinitionContent, List, PhrasingContent, Root, RootContent } from 'mdast';
import type { Mark, MarkedText } from '../model/resolution.ts';
import type { SourceDocument, SourceLine, SourceNote } from '../model/source.ts';
import { readLabel } from '../text/labels.ts';
import { sliceMarked, trimMarked } from '../text/marks.ts';

const MARK_OF: Readonly<Record<string, Mark['kind']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
};

/** The words of phrasing content and how runs of them are set; footnote marks come out as `[^1]`. */
export function phrasingText(nodes: readonly PhrasingContent[]): MarkedText {
  let text = '';
  const marks: Mark[] = [];
  const walk = (list: readonly PhrasingContent[]): void => {
    for (const node of list) {
      const start = text.length;
      if (node.type === 'footnoteReference') text += `[^${node.label ?? node.identifier}]`;
      else if (node.type === 'break') text += '\n';
      else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
      else if ('value' in node) text += node.value;
      else if ('children' in node) walk(node.children);
      const kind = MARK_OF[node.type];
      if (kind !== undefined && text.length > start) {
        marks.push({ kind, start, end: text.length, ...(node.type === 'link' ? { url: node.url } : {}) });
      }
    }
  };
  walk(nodes);
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** The marker of a list item as the source has it (`1.`, `-`), which the syntax tree does not keep. */
const itemMarker = (source: string, offset: number | undefined): string | null =>
  offset === undefined ? null : (/^(?:\d+[.)]|[-*+])/.exec(source.slice(offset, offset + 12))?.[0] ?? null);

/**
 * The lines of a Markdown document in reading order: paragraphs, headings and list items as lines, soft
 * breaks kept as line feeds inside a line. Law: no word of the document is missing.
 */
export function markdownLines(root: Root, source: string): SourceDocument {
  const lines: SourceLine[] = [];
  const footnotes: SourceNote[] = [];

  const add = (
    marked: MarkedText,
    node: RootContent | BlockContent,
    more: Partial<SourceLine> = {},
  ): void => {
    const line: SourceLine = {
      kind: 'paragraph',
      style: null,
      label: null,
      level: 0,
      line: node.position?.start.line ?? 0,
      ...trimMarked(marked),
      ...(node.position === undefined ? {} : { position: node.position }),
      ...more,
    };
    if (line.text !== '' || line.label !== null) lines.push(line);
  };
  const raw = (node: RootContent | BlockContent): MarkedText => ({
    text: source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    marks: [],
  });

  const visitList = (list: List, level: number): void => {
    for (const item of list.children) {
      const marker = itemMarker(source, item.position?.start.offset);
      item.children.forEach((child, at) => {
        if (child.type !== 'paragraph' || at > 0) {
          visit(child, level);
          return;
        }
        const marked = trimMarked(phrasingText(child.children));
        // "- a) that …": the bullet is the list's, the label is the clause's.
        const own = readLabel(marked.text)?.readings[0]?.series;
        const isLabelled = own !== undefined && own !== 'bullet' && own !== 'second-bullet';
        add(marked, item, { label: isLabelled && /^[-*+]/.test(marker ?? '') ? null : marker, level });
      });
    }
  };

  const visit = (node: RootContent | BlockContent | DefinitionContent, level: number): void => {
    switch (node.type) {
      case 'paragraph':
        add(phrasingText(node.children), node);
        return;
      case 'heading': {
        const style = node.depth === 1 ? 'number' : node.depth === 2 ? 'title' : 'heading';
        add(phrasingText(node.children), node, { style });
        return;
      }
      case 'list':
        visitList(node, level + 1);
        return;
      case 'blockquote':
        for (const child of node.children) visit(child, level);
        return;
      case 'table':
        add(raw(node), node, { kind: 'table' });
        return;
      case 'footnoteDefinition': {
        const pieces = node.children.map((child) =>
          child.type === 'paragraph' ? phrasingText(child.children).text : raw(child).text,
        );
        const [first] = node.children;
        const marks = first?.type === 'paragraph' ? phrasingText(first.children).marks : [];
        footnotes.push({
          label: node.label ?? node.identifier,
          text: pieces.join('\n\n'),
          marks,
          line: node.position?.start.line ?? 0,
          ...(node.position === undefined ? {} : { position: node.position }),
        });
        return;
      }
      case 'code':
      case 'html':
        add({ text: node.value, marks: [] }, node);
        return;
      case 'definition':
        add(raw(node), node);
        return;
      case 'yaml':
      case 'thematicBreak':
        return;
    }
  };
  for (const node of root.children) visit(node as RootContent, 0);
  return { lines, footnotes };
}

/** Cuts a line that still holds several physical lines; pieces keep style and place, only the first the label. */
export function cutLine(line: SourceLine, at: readonly number[]): SourceLine[] {
  const bounds = [0, ...at, line.text.length];
  const pieces: SourceLine[] = [];
  for (let piece = 0; piece + 1 < bounds.length; piece++) {
    const [start = 0, end = 0] = [bounds[piece], bounds[piece + 1]];
    const marked = trimMarked(sliceMarked(line, start, end));
    if (marked.text === '') continue;
    const before = line.text.slice(0, start).split('\n').length - 1;
    pieces.push({ ...line, ...marked, label: piece === 0 ? line.label : null, line: line.line + before });
  }
  return pieces;
}
