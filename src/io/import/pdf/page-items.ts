/** A stretch of text as the PDF places it: points from the left and the bottom of the page, baseline at `y`. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type in points. */
  readonly size: number;
  readonly isItalic: boolean;
  readonly isBold: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}
