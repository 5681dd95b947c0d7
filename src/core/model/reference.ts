import type { Language } from './language.ts';

/** A numbered paragraph of a report or instrument, cited as `igf-2010-summary §16`. */
export interface ReferenceParagraph {
  readonly number: number;
  /** The heading it stands under; empty for none. */
  readonly heading: string;
  readonly text: string;
  /** 1-based line in the source; 0 when unknown. */
  readonly line: number;
}

/** A text that is no resolution but is cited in reviews: a report, a declaration, a guide. */
export interface Reference {
  readonly language: Language;
  readonly title: string;
  /** True where the source numbers its paragraphs itself; else they are counted. */
  readonly isNumbered: boolean;
  readonly paragraphs: readonly ReferenceParagraph[];
}
