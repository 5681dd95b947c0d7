import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Block, Clause, FrameLine, Mark, MarkedText, Resolution, Section } from '../model/resolution.ts';
import { sliceMarked } from '../text/marks.ts';

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { emphasis: '*', strong: '*', bullet: '-', rule: '-', listItemIndent: 'one' })
  .freeze();

const FOOTNOTE_MARK = /\[\^([^\]\s]+)\]/gu;

/** Plain words as Markdown nodes: footnote marks become references, line feeds breaks. */
const plainNodes = (text: string, notes: ReadonlySet<string>): PhrasingContent[] => {
  const nodes: PhrasingContent[] = [];
  const addText = (value: string) => {
    value.split('\n').forEach((piece, at) => {
      if (at > 0) nodes.push({ type: 'break' });
      if (piece !== '') nodes.push({ type: 'text', value: piece });
    });
  };
  let done = 0;
  for (const found of text.matchAll(FOOTNOTE_MARK)) {
    const label = found[1] ?? '';
    if (!notes.has(label)) continue;
    addText(text.slice(done, found.index));
    nodes.push({ type: 'footnoteReference', identifier: label.toLowerCase(), label });
    done = found.index + found[0].length;
  }
  addText(text.slice(done));
  return nodes;
};

const wrapNodes = (mark: Mark, children: PhrasingContent[]): PhrasingContent => {
  switch (mark.kind) {
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { type: mark.kind, children };
    case 'link':
      return { type: 'link', url: mark.url ?? '', children };
  }
};

/** A marked text as phrasing content; marks nest as they were read. */
export function phrasingNodes(source: MarkedText, notes: ReadonlySet<string>): PhrasingContent[] {
  const [mark] = source.marks;
  if (mark === undefined) return plainNodes(source.text, notes);
  const inside = sliceMarked({ text: source.text, marks: source.marks.slice(1) }, mark.start, mark.end);
  const after = sliceMarked({ text: source.text, marks: source.marks.slice(1) }, mark.end);
  return [
    ...plainNodes(source.text.slice(0, mark.start), notes),
    wrapNodes(mark, phrasingNodes(inside, notes)),
    ...phrasingNodes(after, notes),
  ];
}

const paragraphs = (source: MarkedText): MarkedText[] => {
  const pieces: MarkedText[] = [];
  let start = 0;
  for (const piece of source.text.split('\n\n')) {
    pieces.push(sliceMarked(source, start, start + piece.length));
    start += piece.length + 2;
  }
  return pieces;
};

/**
 * The canonical Markdown of a text, without front matter: number line as `#`, title as `##`, history and
 * headings in emphasis, one paragraph a clause, footnotes at the end.
 * Law: reading what was written gives the same tree; writing what was read from canonical text gives the same bytes.
 */
export function writeMarkdown(resolution: Resolution): string {
  const notes = new Set(resolution.footnotes.map((note) => note.label));
  const children: RootContent[] = [];
  const phrase = (source: MarkedText) => phrasingNodes(source, notes);
  const paragraph = (nodes: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children: nodes });
  const addBlock = (block: Block) => children.push({ type: 'html', value: escapeBlock(block) });

  const addFrameLine = (line: FrameLine) => {
    switch (line.name) {
      case 'number':
        children.push({ type: 'heading', depth: 1, children: phrase(line) });
        return;
      case 'title':
        children.push({ type: 'heading', depth: 2, children: phrase(line) });
        return;
      case 'history':
        children.push(paragraph([{ type: 'emphasis', children: phrase(line) }]));
        return;
      case 'opening':
        children.push(paragraph(phrase(line)));
        return;
    }
  };
  const addClause = (clause: Clause, blocks: readonly Block[]) => {
    paragraphs(clause).forEach((piece, at) => {
      const label: PhrasingContent[] =
        at === 0 && clause.label !== null ? [{ type: 'text', value: `${clause.label} ` }] : [];
      children.push(paragraph([...label, ...phrase(piece)]));
    });
    for (const block of blocks) if (block.after === clause.path) addBlock(block);
    for (const child of clause.children) addClause(child, blocks);
  };
  const addSection = (section: Section, isAnnex: boolean) => {
    const lines = section.text.split('\n');
    if (isAnnex && section.verb === null) {
      lines.forEach((text, at) => {
        children.push({ type: 'heading', depth: at === 0 ? 1 : 2, children: phrase({ text, marks: [] }) });
      });
    } else if (section.text !== '') {
      children.push(paragraph([{ type: 'emphasis', children: phrase(section) }]));
    }
    for (const block of section.blocks) if (block.after === null) addBlock(block);
    for (const clause of section.children) addClause(clause, section.blocks);
  };

  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const block of part.blocks) addBlock(block);
      for (const line of part.children) addFrameLine(line);
    } else for (const section of part.children) addSection(section, part.name === 'annex');
  }
  for (const note of resolution.footnotes) children.push(footnoteNode(note.label, note, notes));
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}

const footnoteNode = (label: string, note: MarkedText, notes: ReadonlySet<string>): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: label.toLowerCase(),
  label,
  children: paragraphs(note).map((piece) => ({ type: 'paragraph', children: phrasingNodes(piece, notes) })),
});

/** Tables are kept as their Markdown; stray text is escaped like any other. */
const escapeBlock = (block: Block): string => {
  if (block.kind === 'table') return block.text;
  const root: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: block.text }] }],
  };
  return stringifier.stringify(root).trimEnd();
};
