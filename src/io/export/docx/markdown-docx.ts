import type { PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Language } from '../../../core/model/language.ts';
import { wordFile } from './package.ts';
import { textRun } from './runs.ts';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

const runsOf = (nodes: readonly PhrasingContent[], look = ''): string =>
  nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
        case 'html':
          return textRun(node.value.replace(/\n/g, ' '), [], look);
        case 'strong':
          return runsOf(node.children, `<w:b/>${look}`);
        case 'emphasis':
          return runsOf(node.children, `${look}<w:i/>`);
        case 'delete':
          return runsOf(node.children, `${look}<w:strike/>`);
        case 'link':
          return runsOf(node.children, look);
        case 'break':
          return textRun('\n');
        case 'image':
          return textRun(node.alt ?? '', [], look);
        case 'footnoteReference':
        case 'imageReference':
        case 'linkReference':
          return '';
      }
    })
    .join('');

const paragraph = (style: string, runs: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;

const blocksOf = (nodes: readonly RootContent[], style: string, lead: string): string => {
  let next = lead;
  return nodes
    .map((node) => {
      const own = next === '' ? '' : textRun(next);
      if (node.type === 'heading')
        return paragraph(node.depth === 1 ? 'Heading1' : 'Heading2', runsOf(node.children));
      if (node.type === 'paragraph') {
        next = '';
        return paragraph(style, own + runsOf(node.children));
      }
      if (node.type === 'blockquote') return blocksOf(node.children, 'Quote', '');
      if (node.type === 'list') {
        const start = node.start ?? 1;
        const signs = node.children.map((_, at) => (node.ordered === true ? `${start + at}.\t` : '–\t'));
        return node.children.map((item, at) => blocksOf(item.children, 'enumlev1', signs[at] ?? '')).join('');
      }
      return node.type === 'code' || node.type === 'html' ? paragraph(style, textRun(node.value)) : '';
    })
    .join('');
};

/** A Markdown text (headings, paragraphs, lists, quotations) as a Word file, always the same bytes. */
export function markdownDocx(markdown: string, title: string, language: Language): Uint8Array {
  const { children } = parser.parse(markdown);
  return wordFile({ title, language, body: blocksOf(children, 'Normal', '') });
}
