import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Resolution } from '../model/resolution.ts';
import { buildResolution, type ParseOptions } from './build-resolution.ts';
import { markdownLines } from './markdown-lines.ts';

/**
 * Markdown constructs that a resolution never means: an indented clause is no code, a dash line no heading,
 * an address its own text and no more, "[x]" two brackets around a letter.
 */
const DISABLED = [
  'codeIndented',
  'setextUnderline',
  'htmlFlow',
  'htmlText',
  'definition',
  'wwwAutolink',
  'protocolAutolink',
  'emailAutolink',
  'tasklistCheck',
];

/** Unified plugin: reads Markdown the way resolutions are typed, before remark-parse builds its tree. */
export const resolutionSyntax: Plugin<[], Root> = function (this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: DISABLED } });
};

/**
 * Unified plugin over remark: turns the Markdown of a text into its Resolution tree (parts, sections,
 * clauses with paths and positions). What was not understood becomes messages of the file.
 */
export const resolutionPlugin: Plugin<[ParseOptions?], Root, Resolution> = (options = {}) => {
  return (tree: Root, file: VFile): Resolution => {
    const resolution = buildResolution(markdownLines(tree, String(file)), options);
    for (const { code, message, line } of resolution.messages) {
      file.message(message, line === undefined ? undefined : { line, column: 1 }, `clausewatch:${code}`);
    }
    return resolution;
  };
};
