import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Resolution } from '../model/resolution.ts';
import type { ParseOptions } from './build-resolution.ts';
import { resolutionPlugin, resolutionSyntax } from './resolution-plugin.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(resolutionSyntax);

/**
 * The Resolution tree of a Markdown text (front matter is skipped). Pure; never throws on any text; what was
 * not understood is in `messages`.
 * @example parseMarkdown('*resolves*\n\n1 to continue.').children.at(-1)?.name //=> 'operative'
 */
export function parseMarkdown(source: string, options: ParseOptions = {}): Resolution {
  const file = new VFile(source);
  const run = processor().use(resolutionPlugin, options).freeze();
  return run.runSync(run.parse(file), file);
}
