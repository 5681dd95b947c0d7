import type { SourceDocument } from '../../core/model/source.ts';
import { detectFormat, type ImportFormat } from './detect.ts';
import { readDocx } from './docx/read-docx.ts';
import { resolveChanges } from './docx/resolve-changes.ts';
import { ImportError } from './import-error.ts';
import type { TrackedDocument } from './docx/tracked-document.ts';
import { decodeText } from './text/decode.ts';
import { readText } from './text/read-text.ts';

/** A document as its reader found it: Markdown stays text, Word keeps its tracked changes, the rest is lines. */
export type Source =
  | { readonly format: 'markdown'; readonly text: string; readonly warnings: readonly string[] }
  | { readonly format: 'docx'; readonly document: TrackedDocument; readonly warnings: readonly string[] }
  | {
      readonly format: Exclude<ImportFormat, 'markdown' | 'docx'>;
      readonly lines: SourceDocument;
      readonly warnings: readonly string[];
    };

/** Reads bytes of any kind by what they are, not by their name. Throws an ImportError for what cannot be read. */
export async function readSource(bytes: Uint8Array, name: string): Promise<Source> {
  const format = detectFormat(bytes, name);
  switch (format) {
    case 'docx':
      return { format, document: readDocx(bytes), warnings: [] };
    case 'markdown': {
      const { text, warnings } = decodeText(bytes);
      return { format, text, warnings };
    }
    case 'text': {
      const { text, warnings } = decodeText(bytes);
      // Word-to-text converters leave their bookmarks behind ("[bookmark: _GoBack]PROJET D'AVIS 5").
      return { format, lines: readText(text.replace(/\[bookmark: [^\]\n]*\]/gu, '')), warnings };
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      const { text, warnings } = decodeText(bytes);
      return { format, lines: readHtml(text), warnings };
    }
    case 'pdf': {
      throw new ImportError('reader', `${name} is a PDF, which is not read yet.`, 'Ask for the Word file.');
    }
  }
}

/** The lines of a source on one side of its tracked changes; Markdown has none and is parsed as Markdown. */
export function linesOf(
  source: Exclude<Source, { format: 'markdown' }>,
  side: 'accept' | 'reject',
): SourceDocument {
  return source.format === 'docx' ? resolveChanges(source.document, side) : source.lines;
}
