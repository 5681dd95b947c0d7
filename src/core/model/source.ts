import type { Position } from 'unist';
import type { FrameName, MarkedText, PartName } from './resolution.ts';

/** What a source's own styles say a line is; null where it says nothing and the words must decide. */
export type LineStyle =
  | 'number'
  | 'title'
  | 'history'
  | 'opening'
  | 'heading'
  | 'clause'
  | 'annex-number'
  | 'annex-title'
  | 'proposal'
  | 'reasons'
  | 'cover';

/**
 * What a line is, said outright: the writer leaves it in canonical Markdown where the words alone would be
 * read as something else. It beats style and words.
 */
export type Placement =
  | { readonly role: 'frame'; readonly name: FrameName }
  /** A heading; `isDivision` for what opens an annex or a numbered section ("ANNEX 1", "SECTION 2"). */
  | {
      readonly role: 'heading';
      readonly part: Exclude<PartName, 'frame'>;
      readonly isDivision: boolean;
    }
  | { readonly role: 'clause'; readonly depth: number; readonly label: string | null }
  /** A further paragraph of the clause before. */
  | { readonly role: 'paragraph' }
  | { readonly role: 'block' };

/**
 * One paragraph (or table, or picture) of a document, whatever format it came from: what every reader makes
 * and the parser takes. `text` is verbatim but for the label when `label` holds it.
 */
export interface SourceLine extends MarkedText {
  readonly kind: 'paragraph' | 'table' | 'picture';
  readonly style: LineStyle | null;
  /** The label where the source keeps it apart from the text (Word numbering, list items); else null. */
  readonly label: string | null;
  /** Nesting the source gives, 1 for the outermost; 0 when it gives none. */
  readonly level: number;
  /** 1-based line or paragraph number in the source. */
  readonly line: number;
  /** Where it stands in a Markdown source. */
  readonly position?: Position;
  readonly placed?: Placement;
}

export interface SourceNote extends MarkedText {
  readonly label: string;
  readonly line: number;
  readonly position?: Position;
}

/** A whole document as its reader found it. */
export interface SourceDocument {
  readonly lines: readonly SourceLine[];
  readonly footnotes: readonly SourceNote[];
}
