import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SourceDocument } from '../model/source.ts';
import { markdownLines } from './markdown-lines.ts';
import { readPlainMarkdown } from './plain-markdown.ts';
import { resolutionSyntax } from './resolution-plugin.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(resolutionSyntax)
  .freeze();

/** The lines of a Markdown text as the parser reads them, before it decides what they are. */
export function readMarkdownLines(source: string): SourceDocument {
  return readPlainMarkdown(source) ?? markdownLines(processor.parse(source), source);
}
