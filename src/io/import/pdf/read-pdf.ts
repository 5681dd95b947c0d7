import type { Message } from '../../../core/model/message.ts';
import type { SourceDocument, SourceLine, SourceNote } from '../../../core/model/source.ts';
import { typedLabel } from '../docx/typed-label.ts';
import { ImportError } from '../import-error.ts';
import { jointOf, vocabularyOf, type Vocabulary } from '../join-lines.ts';
import { LIMITS } from '../limits.ts';
import { joinPieces, trimMarked, type Piece } from '../marked-text.ts';
import { gatherParagraphs, type Paragraph } from './paragraphs.ts';
import { pageRows } from './rows.ts';
import { runExtractor, type ExtractorLimits } from './run-extractor.ts';
import { dropRunningHeads } from './running-heads.ts';

export interface PdfDocument extends SourceDocument {
  readonly warnings: readonly Message[];
}

/**
 * The pieces of a paragraph on one line, words cut at the ends of rows put together. A raised number is a
 * footnote mark where a footnote answers it, else the number it shows.
 */
const joinRows = (rows: Paragraph, words: Vocabulary, labels: ReadonlySet<string>): readonly Piece[] => {
  const pieces: Piece[] = [];
  rows.forEach((row, at) => {
    const last = pieces.at(-1);
    if (last !== undefined) {
      const joint = jointOf(rows[at - 1]?.text ?? '', row.text, words);
      const text = last.text.trimEnd();
      const cut = joint === 'cut' ? text.slice(0, -1) : text;
      pieces[pieces.length - 1] = { ...last, text: joint === 'space' ? `${text} ` : cut };
    }
    for (const piece of row.pieces) {
      pieces.push(piece.isNote === true && labels.has(piece.text) ? { text: `[^${piece.text}]` } : piece);
    }
  });
  return pieces;
};

const warningsOf = (text: string, pages: number): readonly Message[] => {
  const warnings: Message[] = [];
  const arabic = (text.match(/\p{Script=Arabic}/gu) ?? []).length;
  if (arabic > text.length / 20) {
    const message = 'Arabic comes out of PDF in the wrong order; use the Word file instead.';
    warnings.push({ code: 'pdf-arabic-order', message });
  }
  const lost = (text.match(/[\uFFFD\uE000-\uF8FF]/gu) ?? []).length;
  if (lost > text.length / 200 + 2) {
    const message = `${lost} characters of this PDF have no known meaning; check the text, or use the Word file.`;
    warnings.push({ code: 'pdf-characters', message });
  }
  if (text.length < pages * 100) {
    const message = `${pages} pages hold only ${text.length} characters: some pages may be scans.`;
    warnings.push({ code: 'pdf-scan', message });
  }
  return warnings;
};

/**
 * Reads a PDF by the places of its text: rows, columns, paragraphs; running heads and page numbers left out;
 * labels at the margin apart; raised numbers with their footnotes. `line` counts the rows of print. What a
 * PDF shows as struck or underlined cannot be told from other text. Throws ImportError.
 */
export async function readPdf(bytes: Uint8Array, limits?: ExtractorLimits): Promise<PdfDocument> {
  const hint = 'Ask for the Word file, or copy the text out of the PDF.';
  if (bytes.length > LIMITS.pdfFileBytes) {
    const size = `The PDF has ${Math.ceil(bytes.length / 1048576)} MB; ${LIMITS.pdfFileBytes / 1048576} MB is the most.`;
    throw new ImportError('too-large', size, hint);
  }
  const pages = await runExtractor(bytes, limits);
  const rows = dropRunningHeads(
    pages,
    pages.map((page, at) => pageRows(page, at + 1)),
  ).flat();
  if (rows.length === 0) {
    throw new ImportError(
      'empty',
      `The PDF holds no text on its ${pages.length} pages: it is a scan or a picture.`,
      hint,
    );
  }
  const words = vocabularyOf(rows.map(({ text }) => text));
  const lines: SourceLine[] = [];
  const footnotes: SourceNote[] = [];
  const paragraphs = gatherParagraphs(rows);
  const labels = new Set(paragraphs.flatMap(([first]) => first?.noteMark ?? []));
  const places = new Map(rows.map((row, at) => [row, at + 1]));
  for (const paragraph of paragraphs) {
    const [first] = paragraph;
    if (first === undefined) continue;
    const line = places.get(first) ?? 0;
    const marked = joinPieces(joinRows(paragraph, words, labels));
    if (first.noteMark !== null) {
      footnotes.push({ label: first.noteMark, line, ...marked });
      continue;
    }
    const typed = typedLabel(marked.text);
    const rest = typed === null ? marked : trimMarked(marked, typed.length);
    lines.push({ kind: 'paragraph', style: null, label: typed?.label ?? null, level: 0, line, ...rest });
  }
  const text = rows.map((row) => row.text).join('\n');
  return { lines, footnotes, warnings: warningsOf(text, pages.length) };
}
