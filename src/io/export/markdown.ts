import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Span } from '../../core/model/change.ts';
import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*' })
  .freeze();

/** Words of a document as one text node: the writer escapes what Markdown would take for its own. */
export const words = (text: string): PhrasingContent => ({
  type: 'text',
  value: sanitise(text).replace(/\n+/g, ' '),
});

export const strong = (text: string): PhrasingContent => ({ type: 'strong', children: [words(text)] });
export const emphasis = (text: string): PhrasingContent => ({ type: 'emphasis', children: [words(text)] });

/** A name that is to be copied as it is: an id, a file. */
export const code = (text: string): PhrasingContent => ({ type: 'inlineCode', value: sanitiseLine(text) });

export const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });

export const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: [words(text)],
});

/** A quotation, a paragraph a line. */
export const quote = (text: string): RootContent => ({
  type: 'blockquote',
  children: sanitise(text)
    .split(/\n+/)
    .map((line) => ({ type: 'paragraph' as const, children: [words(line)] })),
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

/** What changed at one place: the words before it, what went, what came. */
interface Edit {
  kept: string;
  gone: string;
  come: string;
}

const editsOf = (spans: readonly Span[]): Edit[] => {
  const edits: Edit[] = [];
  for (const { op, text } of spans) {
    let last = edits.at(-1);
    if (last === undefined || (op === 'equal' && last.gone + last.come !== ''))
      edits.push((last = { kept: '', gone: '', come: '' }));
    last[op === 'equal' ? 'kept' : op === 'delete' ? 'gone' : 'come'] += text;
  }
  return edits;
};

/** A letter, then a sign: no mark can open between them; a sign, then a letter: none can close there. */
const CANNOT_OPEN = /[\p{L}\p{N}]\n[^\p{L}\p{N}\s]/u;
const CANNOT_CLOSE = /[^\p{L}\p{N}\s]\n[\p{L}\p{N}]/u;

/**
 * The edits, each taking along the word beside it where Markdown knows no mark: in "35~~, 37~~" it is "~~35, 37~~ **35**".
 * Law: what was kept and gone is still the base, what was kept and came the revised text.
 */
const withNeighbours = (edits: readonly Edit[]): readonly Edit[] => {
  for (const [at, edit] of edits.entries()) {
    const next = edits[at + 1];
    const sides = [edit.gone, edit.come].filter((text) => text !== '');
    if (sides.some((text) => CANNOT_OPEN.test(`${edit.kept.slice(-1)}\n${text}`))) {
      const [word = ''] = /\S+$/u.exec(edit.kept) ?? [];
      edit.kept = edit.kept.slice(0, edit.kept.length - word.length);
      [edit.gone, edit.come] = [word + edit.gone, word + edit.come];
    }
    if (next !== undefined && sides.some((text) => CANNOT_CLOSE.test(`${text.slice(-1)}\n${next.kept}`))) {
      const [word = ''] = /^\S+/u.exec(next.kept) ?? [];
      next.kept = next.kept.slice(word.length);
      [edit.gone, edit.come] = [edit.gone + word, edit.come + word];
    }
  }
  return edits;
};

const marked = (text: string, mark: (own: string) => PhrasingContent): PhrasingContent[] => {
  const [, lead = '', own = '', tail = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
  const parts = own === '' ? [words(text)] : [words(lead), mark(own), words(tail)];
  return parts.filter((node) => node.type !== 'text' || node.value !== '');
};

/** Removed words struck, added ones bold; white space stays outside the marks, where Markdown wants it. */
export const spanNodes = (spans: readonly Span[]): PhrasingContent[] =>
  withNeighbours(editsOf(spans)).flatMap(({ kept, gone, come }) => [
    ...marked(kept, words),
    ...marked(gone, (own) => ({ type: 'delete', children: [words(own)] })),
    ...(/\S$/u.test(gone) && /^\S/u.test(come) ? [words(' ')] : []),
    ...marked(come, strong),
  ]);

/** A Markdown document of these blocks. */
export function writeBlocks(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}
