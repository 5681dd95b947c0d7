import type { Change, Comparison } from '../../core/model/change.ts';
import type { Language, UiLanguage } from '../../core/model/language.ts';
import type { ComparedText, Report } from '../../core/model/report.ts';

/** A comparison to be made in a process of its own, as its command line carries it. */
export interface Task {
  readonly base: string;
  readonly revised?: string;
  /** Folder of the library; where the program looks by itself when absent. */
  readonly library?: string;
  readonly language?: Language;
  readonly uiLanguage: UiLanguage;
  readonly encoding?: string;
  readonly rules?: string;
}

/** A text as it stands, before anything is known of it: to be looked at while it is compared. */
export interface PlainText {
  readonly name: string;
  readonly paragraphs: readonly PlainParagraph[];
}

export interface PlainParagraph {
  readonly text: string;
  readonly isHeading: boolean;
}

/** What the other process says, in this order: the text, then the report in slices, or why there is none. */
export type Answer =
  | { readonly kind: 'text'; readonly text: PlainText }
  | { readonly kind: 'side'; readonly side: 'base' | 'revised'; readonly compared: ComparedText }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'rest'; readonly rest: ReportRest }
  /** Bad input: the message and hint of a UserError. */
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: string }
  /** A bug of ours. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack?: string };

/** What is left of a report without its texts and changes. */
export interface ReportRest extends Omit<Report, 'base' | 'revised' | 'comparison'> {
  readonly comparison: Omit<Comparison, 'changes'>;
}
