import { readSource, linesOf, type Side } from '../io/import/read-source.ts';
import { plainText } from '../io/import/docx/plain-text.ts';
import type { SourceDocument, SourceLine } from '../core/model/source.ts';
import { buildResolution, isResolution } from '../core/parse/build-resolution.ts';
import { readMarkdownLines } from '../core/parse/markdown-document.ts';
import { parseMarkdown } from '../core/parse/parse-markdown.ts';
import { writeLines } from '../core/parse/write-lines.ts';
import { writeMarkdown } from '../core/parse/write-markdown.ts';
import { partFrontMatter } from '../io/library/front-matter.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { fetchText } from './fetch-text.ts';

export interface ConvertOptions {
  readonly to: 'text' | 'markdown';
  /** Which side of tracked changes; `all` shows both in text: `{+put in+}`, `{-taken out-}`. */
  readonly changes: Side | 'all';
}

const textOf = ({ lines, footnotes }: SourceDocument): string => {
  const line = ({ label, text }: SourceLine) => (label === null ? text : `${label}\t${text}`);
  const notes = footnotes.map((note) => `[^${note.label}]: ${note.text}`);
  return `${[...lines.map(line), ...notes].join('\n')}\n`;
};

/** Any document as plain text (a paragraph a line) or Markdown, whether it holds a resolution or not. */
export async function convertFile(
  name: string,
  context: Context,
  { to, changes }: ConvertOptions,
): Promise<string> {
  const { bytes, file, language } = await fetchText(name, context);
  const source = await readSource(bytes, file, context);
  const options = language === undefined ? {} : { language };
  if (source.format === 'docx' && to === 'text') return plainText(source.document, changes, { labels: true });
  if (changes === 'all') {
    throw new UserError('both sides at once are shown in plain text of Word files only', {
      hint: 'use --to text, or --changes accept and --changes reject',
    });
  }
  if (source.format === 'markdown') {
    const { body } = partFrontMatter(source.text, file);
    if (to === 'text') return textOf(readMarkdownLines(body));
    const resolution = parseMarkdown(body, options);
    return isResolution(resolution) ? writeMarkdown(resolution) : body;
  }
  const lines = await linesOf(source, changes);
  if (to === 'text') return textOf(lines);
  const resolution = buildResolution(lines, options);
  // A proposal document, or one that merely holds a resolution, is written line by line: nothing is left out.
  const isWhole =
    isResolution(resolution) &&
    resolution.children.every((part) => part.name !== 'frame' || part.blocks.length === 0);
  return isWhole ? writeMarkdown(resolution) : writeLines(lines);
}
