import type { PhrasingContent } from 'mdast';
import type { Mark, MarkedText } from '../model/resolution.ts';

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

/**
 * A marked text as phrasing content. Marks are in order, the outer before the inner, and never cross; a mark
 * that does is left out.
 */
export function phrasingNodes(source: MarkedText, notes: ReadonlySet<string>): PhrasingContent[] {
  const { text, marks } = source;
  let next = 0;
  const fill = (start: number, end: number): PhrasingContent[] => {
    const nodes: PhrasingContent[] = [];
    let done = start;
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      next++;
      if (mark.start < done || mark.end > end) continue;
      nodes.push(...plainNodes(text.slice(done, mark.start), notes));
      nodes.push(wrapNodes(mark, fill(mark.start, mark.end)));
      done = mark.end;
    }
    nodes.push(...plainNodes(text.slice(done, end), notes));
    return nodes;
  };
  return fill(0, text.length);
}
