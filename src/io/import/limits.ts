const MB = 1024 * 1024;

/**
 * The most a document may hold before it is refused. A real one stays far below: the longest Final Acts
 * are some 600 pages, 12,000 paragraphs, 10 MB of XML. The numbers come from measuring what hostile files cost.
 */
export const LIMITS = {
  docxFileBytes: 100 * MB,
  zipEntries: 5_000,
  zipPartBytes: 64 * MB,
  zipTotalBytes: 128 * MB,
  /** A part above `zipRatioFrom` bytes that was packed better than this is a bomb: text packs 5 to 30 times. */
  zipRatio: 400,
  zipRatioFrom: MB,
  xmlDepth: 256,
  /** Elements of one part: 300 pages with every word tracked have about a million. */
  xmlElements: 3_000_000,
  /** Bytes of XML without any tag: one attribute or one text of this length is no document. */
  xmlSilence: 4 * MB,
  /** Paragraphs, runs, rows, cells and notes together. */
  docxItems: 300_000,
  pdfFileBytes: 50 * MB,
  pdfPages: 500,
  pdfItems: 400_000,
  /** Pieces of text on one page; a full page of print has some hundred. */
  pdfPageItems: 20_000,
  pdfMemory: 450 * MB,
  /** Longest wait for the next page, and for all pages. */
  pdfStallMs: 8_000,
  pdfTotalMs: 9_000,
  htmlBytes: 5 * MB,
  htmlDepth: 256,
  htmlTags: 200_000,
  textBytes: 5 * MB,
  textLine: 100_000,
  textLines: 200_000,
} as const;
