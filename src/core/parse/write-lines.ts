import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { phrasingNodes } from './phrasing.ts';

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { emphasis: '*', strong: '*', bullet: '-' })
  .freeze();

const DEPTHS: Readonly<Partial<Record<NonNullable<SourceLine['style']>, 1 | 2 | 3>>> = {
  number: 1,
  title: 2,
  heading: 3,
  'annex-number': 1,
  'annex-title': 2,
};

/** A document as Markdown, line by line as its reader found it. Law: no line is left out. */
export function writeLines({ lines, footnotes }: SourceDocument): string {
  const notes = new Set(footnotes.map(({ label }) => label));
  const toNode = (line: SourceLine): RootContent => {
    if (line.kind === 'table') return { type: 'html', value: line.text };
    const label = line.label === null ? [] : [{ type: 'text' as const, value: `${line.label} ` }];
    const children = [...label, ...phrasingNodes(line, notes)];
    const depth = line.style === null ? undefined : DEPTHS[line.style];
    return depth === undefined ? { type: 'paragraph', children } : { type: 'heading', depth, children };
  };
  const root: Root = {
    type: 'root',
    children: [
      ...lines.map(toNode),
      ...footnotes.map((note): RootContent => ({
        type: 'footnoteDefinition',
        identifier: note.label.toLowerCase(),
        label: note.label,
        children: [{ type: 'paragraph', children: phrasingNodes(note, notes) }],
      })),
    ],
  };
  return stringifier.stringify(root);
}
