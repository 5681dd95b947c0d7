import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Resolution } from '../model/resolution.ts';
import { buildResolution, type ParseOptions } from './build-resolution.ts';
import { isTangled, plainLines } from './plain-lines.ts';
import { resolutionPlugin, resolutionSyntax } from './resolution-plugin.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(resolutionSyntax);

/** A source that cannot be read as Markdown, line by line. */
const parsePlain = (source: string, options: ParseOptions): Resolution => {
  const resolution = buildResolution(plainLines(source), options);
  const message = 'nested or tangled too far for Markdown, so read line by line: check the result';
  return { ...resolution, messages: [{ code: 'read-as-plain', message, line: 1 }, ...resolution.messages] };
};

/**
 * The Resolution tree of a Markdown text (front matter is skipped). Pure; never throws on any text; what was
 * not understood is in `messages`.
 * @example parseMarkdown('*resolves*\n\n1 to continue.').children.at(-1)?.name //=> 'operative'
 */
export function parseMarkdown(source: string, options: ParseOptions = {}): Resolution {
  if (isTangled(source)) return parsePlain(source, options);
  const file = new VFile(source);
  const run = processor().use(resolutionPlugin, options).freeze();
  try {
    return run.runSync(run.parse(file), file);
  } catch (error) {
    // Micromark recurses with the nesting: an overflow of the stack is the text's doing, anything else a bug.
    if (error instanceof RangeError) return parsePlain(source, options);
    throw error;
  }
}
