import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Node } from 'unist';
import type { Mark, MarkedText } from '../model/resolution.ts';
import type { SourceDocument, SourceLine, SourceNote } from '../model/source.ts';
import { readLabel } from '../text/labels.ts';
import { isOwnLink, joinMarked, sliceMarked, trimMarked } from '../text/marks.ts';
import { readMarker } from './markers.ts';

const MARK_OF: Readonly<Record<string, Mark['kind']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
};

/**
 * The words of phrasing content and how runs of them are set; footnote marks come out as `[^1]`, pictures and
 * links with a title as their source, so that no word is lost.
 */
export function phrasingText(nodes: readonly PhrasingContent[], source: string): MarkedText {
  let text = '';
  const marks: Mark[] = [];
  const walk = (list: readonly PhrasingContent[]): void => {
    for (const node of list) {
      const start = text.length;
      if (node.type === 'footnoteReference') text += `[^${node.label ?? node.identifier}]`;
      else if (node.type === 'break') text += '\n';
      else if (node.type === 'image' || (node.type === 'link' && (node.title ?? '') !== '')) {
        text += rawOf(node, source);
        continue;
      } else if ('value' in node) text += node.value;
      else if ('children' in node) walk(node.children);
      const kind = MARK_OF[node.type];
      if (kind === undefined || text.length === start) continue;
      if (node.type !== 'link') marks.push({ kind, start, end: text.length });
      else if (!isOwnLink(text.slice(start), node.url))
        marks.push({ kind, start, end: text.length, url: node.url });
    }
  };
  walk(nodes);
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

const rawOf = (node: Node, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** The marker of a list item as the source has it (`1.`, `-`), which the syntax tree does not keep. */
const itemMarker = (source: string, offset: number | undefined): string | null =>
  offset === undefined ? null : (/^(?:\d+[.)]|[-*+])/.exec(source.slice(offset, offset + 12))?.[0] ?? null);

/**
 * Labels of a list's items. Markdown lets every item be "1.": such a list counts by itself. Null for a bullet
 * before a clause's own label ("- a) that …"): the bullet is the list's.
 */
const itemLabels = (list: List, source: string): readonly (string | null)[] => {
  const markers = list.children.map((item) => itemMarker(source, item.position?.start.offset));
  const [first] = markers;
  if (list.ordered !== true || markers.length < 2 || markers.some((marker) => marker !== first))
    return markers;
  const start = Number.parseInt(first ?? '1', 10);
  return markers.map((marker, at) => (marker ?? '').replace(/^\d+/, String(start + at)));
};

const isLabelled = (text: string): boolean => {
  const own = readLabel(text)?.readings[0]?.series;
  return own !== undefined && own !== 'bullet' && own !== 'second-bullet';
};

/** Kinds of fenced block the writer makes: what is no clause and cannot stand as a plain paragraph. */
const FENCED: Readonly<Record<string, SourceLine['kind']>> = {
  block: 'paragraph',
  table: 'table',
  picture: 'picture',
};

/**
 * The lines of a Markdown document in reading order: paragraphs, headings and list items as lines, soft
 * breaks kept as line feeds inside a line. Law: no word of the document is missing.
 */
export function markdownLines(root: Root, source: string): SourceDocument {
  const lines: SourceLine[] = [];
  const footnotes: SourceNote[] = [];

  const add = (marked: MarkedText, node: Node, more: Partial<SourceLine> = {}): void => {
    const line: SourceLine = {
      kind: 'paragraph',
      style: null,
      label: null,
      level: 0,
      line: node.position?.start.line ?? 0,
      ...(more.placed?.role === 'block' ? marked : trimMarked(marked)),
      ...(node.position === undefined ? {} : { position: node.position }),
      ...more,
    };
    if (line.text !== '' || line.label !== null || line.placed !== undefined) lines.push(line);
  };
  const phrase = (nodes: readonly PhrasingContent[]) => phrasingText(nodes, source);
  const raw = (node: Node): MarkedText => ({ text: rawOf(node, source), marks: [] });

  const visitItem = (item: ListItem, marker: string | null, level: number): void => {
    const isBullet = marker === null || /^[-*+]/.test(marker);
    const [first] = item.children;
    if (first?.type !== 'paragraph' && !isBullet)
      add({ text: '', marks: [] }, item, { label: marker, level });
    item.children.forEach((child, at) => {
      if (child.type !== 'paragraph' || at > 0) {
        visit(child, level);
        return;
      }
      const marked = trimMarked(phrase(child.children));
      add(marked, item, { label: isBullet && isLabelled(marked.text) ? null : marker, level });
    });
  };

  const visitList = (list: List, level: number): void => {
    const labels = itemLabels(list, source);
    list.children.forEach((item, at) => visitItem(item, labels[at] ?? null, level));
  };

  const visit = (node: RootContent | BlockContent | DefinitionContent, level: number): void => {
    switch (node.type) {
      case 'paragraph': {
        const marked = phrase(node.children);
        const start = node.position?.start.offset ?? 0;
        const marker = readMarker(source.slice(start, start + 80));
        if (marker !== null) add(sliceMarked(marked, marker.length), node, { placed: marker.placed });
        else if (node.children.length === 1 && node.children[0]?.type === 'image')
          add(raw(node), node, { kind: 'picture' });
        else add(marked, node);
        return;
      }
      case 'heading': {
        const style = node.depth === 1 ? 'number' : node.depth === 2 ? 'title' : 'heading';
        add(phrase(node.children), node, { style });
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
          child.type === 'paragraph' ? trimMarked(phrase(child.children)) : raw(child),
        );
        footnotes.push({
          label: node.label ?? node.identifier,
          ...joinMarked(pieces, '\n\n'),
          line: node.position?.start.line ?? 0,
          ...(node.position === undefined ? {} : { position: node.position }),
        });
        return;
      }
      case 'code': {
        const kind = FENCED[node.lang ?? ''];
        if (kind === undefined) add(raw(node), node);
        else add({ text: node.value, marks: [] }, node, { kind, placed: { role: 'block' } });
        return;
      }
      case 'html':
      case 'definition':
        add(raw(node), node);
        return;
      // Never found at this level by the parser, but the types allow them: kept as they stand.
      case 'break':
      case 'delete':
      case 'emphasis':
      case 'footnoteReference':
      case 'image':
      case 'imageReference':
      case 'inlineCode':
      case 'link':
      case 'linkReference':
      case 'listItem':
      case 'strong':
      case 'tableCell':
      case 'tableRow':
      case 'text':
        add(raw(node), node);
        return;
      case 'yaml':
      case 'thematicBreak':
        return;
    }
  };
  for (const node of root.children) visit(node, 0);
  return { lines, footnotes };
}

/** Cuts a line that still holds several physical lines; pieces keep style and place, only the first the label. */
export function cutLine(line: SourceLine, at: readonly number[]): SourceLine[] {
  const bounds = [0, ...at, line.text.length];
  const pieces: SourceLine[] = [];
  let before = 0;
  for (let piece = 0; piece + 1 < bounds.length; piece++) {
    const [start = 0, end = 0] = [bounds[piece], bounds[piece + 1]];
    const marked = trimMarked(sliceMarked(line, start, end));
    const own = line.line + before;
    for (let at = start; at < end; at++) if (line.text.charCodeAt(at) === 10) before++;
    if (marked.text === '' && (piece > 0 || line.label === null)) continue;
    pieces.push({ ...line, ...marked, label: piece === 0 ? line.label : null, line: own });
  }
  return pieces;
}
