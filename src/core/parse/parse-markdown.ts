import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Resolution } from '../model/resolution.ts';
import type { SourceDocument } from '../model/source.ts';
import { buildResolution, type ParseOptions } from './build-resolution.ts';
import { readMarkdownLines } from './markdown-document.ts';
import { isTangled, plainLines } from './plain-lines.ts';
import { resolutionPlugin, resolutionSyntax } from './resolution-plugin.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(resolutionSyntax);

/** A text read once: its lines as they stand, and the tree made of them. */
export interface MarkdownText {
  readonly document: SourceDocument;
  readonly resolution: Resolution;
}

/** A source that cannot be read as Markdown, line by line. */
const readPlain = (source: string, options: ParseOptions): MarkdownText => {
  const document = plainLines(source);
  const resolution = buildResolution(document, options);
  const message = 'nested or tangled too far for Markdown, so read line by line: check the result';
  const messages = [{ code: 'read-as-plain', message, line: 1 }, ...resolution.messages];
  return { document, resolution: { ...resolution, messages } };
};

/** Micromark recurses with the nesting: an overflow of the stack is the text's doing, anything else a bug. */
const orPlain = <Result>(source: string, read: () => Result, plain: () => Result): Result => {
  if (isTangled(source)) return plain();
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return plain();
    throw error;
  }
};

/**
 * The lines of a Markdown text and its Resolution tree, for those who need both: the text is parsed once.
 * Law: the tree is that of {@link parseMarkdown}.
 */
export function readMarkdown(source: string, options: ParseOptions = {}): MarkdownText {
  const read = (): MarkdownText => {
    const document = readMarkdownLines(source);
    return { document, resolution: buildResolution(document, options) };
  };
  return orPlain(source, read, () => readPlain(source, options));
}

/**
 * The Resolution tree of a Markdown text (front matter is skipped). Pure; never throws on any text; what was
 * not understood is in `messages`.
 * @example parseMarkdown('*resolves*\n\n1 to continue.').children.at(-1)?.name //=> 'operative'
 */
export function parseMarkdown(source: string, options: ParseOptions = {}): Resolution {
  const read = (): Resolution => {
    const file = new VFile(source);
    const run = processor().use(resolutionPlugin, options).freeze();
    return run.runSync(run.parse(file), file);
  };
  return orPlain(source, read, () => readPlain(source, options).resolution);
}
