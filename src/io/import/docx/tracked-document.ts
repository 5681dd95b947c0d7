import type { Message } from '../../../core/model/message.ts';
import type { NumberingDefinitions } from './numbering.ts';
import type { StyleSheet } from './styles.ts';

/** A tracked change as the file tells it. A moved text is taken away at one place and put in at another. */
export interface Revision {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo';
  readonly author: string;
  /** ISO 8601 as written in the file; null where it gives none. */
  readonly date: string | null;
}

export interface RunLook {
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly url: string | null;
}

/** A stretch of a paragraph with one look and one history. */
export interface TrackedRun {
  /** `math` and `text` have their characters in `text`, a picture its description, a note its own mark if it has one. */
  readonly kind: 'text' | 'math' | 'picture' | 'note';
  readonly text: string;
  readonly look: RunLook;
  /** Outermost first; a text put in by one and struck by another has two, and stands in neither result. */
  readonly revisions: readonly Revision[];
  /** Key of the note in `TrackedDocument.notes`. */
  readonly note?: string;
}

export interface ParagraphProperties {
  readonly styleId: string | null;
  /** Null where the style decides; list "0" means none. */
  readonly numbering: { readonly list: string | null; readonly level: number | null } | null;
}

export interface TrackedParagraph {
  readonly kind: 'paragraph';
  /** Number of the paragraph in its part, from 1. */
  readonly line: number;
  readonly runs: readonly TrackedRun[];
  /** What happened to the paragraph mark: a mark taken away joins the paragraph to the next one. */
  readonly markRevisions: readonly Revision[];
  readonly properties: ParagraphProperties;
  /** Style and numbering before a tracked change of them. */
  readonly formerProperties: ParagraphProperties | null;
}

export interface TrackedCell {
  readonly revisions: readonly Revision[];
  readonly blocks: readonly TrackedBlock[];
}

export interface TrackedRow {
  readonly revisions: readonly Revision[];
  readonly cells: readonly TrackedCell[];
}

export interface TrackedTable {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly TrackedRow[];
}

export type TrackedBlock = TrackedParagraph | TrackedTable;

export interface TrackedComment {
  readonly id: string;
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
  /** The words it hangs on; empty where it has no anchor. */
  readonly quote: string;
  /** Paragraph the anchor ends in; 0 where it has none. */
  readonly line: number;
}

export interface TrackedNote {
  readonly kind: 'footnote' | 'endnote';
  readonly blocks: readonly TrackedBlock[];
}

/** A Word document with its history: two texts (and those who made the one out of the other) in one. */
export interface TrackedDocument {
  readonly blocks: readonly TrackedBlock[];
  readonly notes: ReadonlyMap<string, TrackedNote>;
  readonly comments: readonly TrackedComment[];
  readonly styles: StyleSheet;
  readonly numbering: NumberingDefinitions;
  readonly messages: readonly Message[];
}
