import { ImportError } from '../import-error.ts';

/** Beyond these, reading Markdown costs minutes or gigabytes; no resolution comes near (docs/architecture.md). */
const LARGEST = 2 * 1024 * 1024;
const LONGEST_LINE = 20_000;
const DEEPEST = 32;

/** Throws an ImportError when a Markdown text is built to be costly: size, a line's length, nesting. */
export function checkMarkdown(text: string): void {
  if (text.length > LARGEST) {
    throw new ImportError(
      'too-large',
      `The Markdown has ${(text.length / 1048576).toFixed(1)} MB; 2 MB is the most.`,
      'Cut it into several files.',
    );
  }
  let line = 0;
  for (const content of text.split('\n')) {
    line++;
    if (content.length > LONGEST_LINE) {
      throw new ImportError(
        'too-large',
        `Line ${line} has ${content.length} characters; ${LONGEST_LINE} is the most.`,
        'Put each clause on a line of its own.',
      );
    }
    const lead = /^[\s>]*/.exec(content)?.[0] ?? '';
    const isDeep = lead.split('>').length > DEEPEST || lead.length > DEEPEST * 8;
    if (isDeep && content.trim() !== '') {
      throw new ImportError(
        'too-deep',
        `Line ${line} is nested too deeply.`,
        'Take out the quotation marks (">") or spaces before it.',
      );
    }
  }
}
