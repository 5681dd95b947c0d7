import type { Message } from '../../core/model/message.ts';
import type { SourceDocument } from '../../core/model/source.ts';
import { detectFormat, type ImportFormat } from './detect.ts';
import type { TrackedDocument } from './docx/tracked-document.ts';
import { ImportError } from './import-error.ts';
import { declaredCharset } from './html/declared-charset.ts';
import { checkMarkdown } from './text/check-markdown.ts';
import { decodeUnicode, type DecodedText, type DecodeOptions } from './text/decode-unicode.ts';
import { readText } from './text/read-text.ts';

/** Which side of the tracked changes. */
export type Side = 'accept' | 'reject';

interface Read<Format extends ImportFormat> {
  readonly format: Format;
  readonly warnings: readonly Message[];
}

/** A document as its reader found it: Markdown stays text, Word and HTML keep their tracked changes, the rest is lines. */
export type Source =
  | (Read<'markdown'> & { readonly text: string })
  | (Read<'docx'> & { readonly document: TrackedDocument })
  | (Read<'html'> & { readonly html: string })
  | (Read<'text' | 'pdf'> & { readonly lines: SourceDocument });

export interface ReadOptions {
  /** Encoding of a text file, when the user knows it. */
  readonly encoding?: string;
}

/** Reads bytes of any kind by what they are, not by their name. Throws an ImportError for what cannot be read. */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Source> {
  try {
    return await readBytesOf(bytes, name, options);
  } catch (error) {
    // Readers know bytes, not files; a reader of the message needs to know which file.
    if (!(error instanceof ImportError) || error.message.includes(name)) throw error;
    throw new ImportError(error.code, `${name}: ${error.message}`, error.hint, error);
  }
}

/** Nearly every text is UTF-8: the tables of the old encodings are loaded for the others only. */
const decode = async (bytes: Uint8Array, options: DecodeOptions): Promise<DecodedText> =>
  decodeUnicode(bytes, options) ?? (await import('./text/decode.ts')).decodeText(bytes, options);

const readBytesOf = async (bytes: Uint8Array, name: string, options: ReadOptions): Promise<Source> => {
  const format = detectFormat(bytes, name);
  switch (format) {
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      const document = readDocx(bytes);
      return { format, document, warnings: document.messages };
    }
    case 'markdown': {
      const { text, warnings } = await decode(bytes, options);
      checkMarkdown(text);
      return { format, text, warnings };
    }
    case 'text': {
      const { text, warnings } = await decode(bytes, options);
      // Word-to-text converters leave their bookmarks behind ("[bookmark: _GoBack]PROJET D'AVIS 5").
      return { format, lines: readText(text.replace(/\[bookmark: [^\]\n]*\]/gu, '')), warnings };
    }
    case 'html': {
      const declared = declaredCharset(bytes);
      const { text, warnings } = await decode(bytes, {
        ...(declared === null ? {} : { declared }),
        ...options,
      });
      return { format, html: text, warnings };
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      const { warnings, ...lines } = await readPdf(bytes);
      return { format, lines, warnings };
    }
  }
};

/** The lines of a source on one side of its tracked changes; Markdown has none and is parsed as Markdown. */
export async function linesOf(
  source: Exclude<Source, { format: 'markdown' }>,
  side: Side,
): Promise<SourceDocument> {
  switch (source.format) {
    case 'docx': {
      const { resolveChanges } = await import('./docx/resolve-changes.ts');
      return resolveChanges(source.document, side);
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return readHtml(source.html, side);
    }
    case 'text':
    case 'pdf':
      return source.lines;
  }
}

/** True when the document holds two texts: its tracked changes accepted and rejected. */
export async function isTracked(source: Source): Promise<boolean> {
  if (source.format !== 'docx' && source.format !== 'html') return false;
  const [accepted, rejected] = [await linesOf(source, 'accept'), await linesOf(source, 'reject')];
  const words = (document: SourceDocument) =>
    JSON.stringify(
      [document.lines, document.footnotes].map((list) => list.map(({ text, label }) => [label, text])),
    );
  return words(accepted) !== words(rejected);
}
