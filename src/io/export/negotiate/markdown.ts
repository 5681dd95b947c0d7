import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Span } from '../../../core/model/change.ts';
import { sanitise } from '../../../core/text/sanitise.ts';

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*' });

/** Words of a document as one text node: the writer escapes what Markdown would take for its own. */
export const words = (text: string): PhrasingContent => ({
  type: 'text',
  value: sanitise(text).replace(/\n+/g, ' '),
});

export const strong = (text: string): PhrasingContent => ({ type: 'strong', children: [words(text)] });
export const emphasis = (text: string): PhrasingContent => ({ type: 'emphasis', children: [words(text)] });

export const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });

export const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: [words(text)],
});

export const bullets = (items: readonly (readonly PhrasingContent[])[]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [...children] }],
  })),
});

/** A table of plain words; the first row is its head. */
export const table = (rows: readonly (readonly string[])[]): RootContent => ({
  type: 'table',
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: [words(cell)] })),
  })),
});

/** Removed words struck, added ones bold; white space stays outside the marks, where Markdown wants it. */
export const spanNodes = (spans: readonly Span[]): PhrasingContent[] =>
  spans.flatMap(({ op, text }): PhrasingContent[] => {
    const [, lead = '', own = '', tail = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
    if (op === 'equal' || own === '') return [words(text)];
    const mark: PhrasingContent = op === 'delete' ? { type: 'delete', children: [words(own)] } : strong(own);
    return [words(lead), mark, words(tail)].filter((node) => node.type !== 'text' || node.value !== '');
  });

/** A Markdown document of these blocks. */
export function writeBlocks(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}
