import type { Language, UiLanguage } from '../core/model/language.ts';
import type { Report } from '../core/model/report.ts';
import type { Review } from '../core/model/review.ts';
import type { Remapping } from './keys/key-table.ts';
import type { ThemeName } from './theme.ts';

/** How the screen speaks and looks. */
export interface Appearance {
  readonly uiLanguage: UiLanguage;
  /** False under `NO_COLOR` or `--no-color`: signs instead of colours. */
  readonly color: boolean;
  readonly theme?: ThemeName;
  /** Only ASCII for our own signs, for terminals that draw `…` or `│` two cells wide. */
  readonly ascii?: boolean;
  readonly keys?: Remapping;
}

/** Everything the review needs from outside: it reads no file, no clock and no environment of its own. */
export interface ReviewSession extends Appearance {
  readonly report: Report;
  readonly review: Review;
  readonly author: string;
  /** Called after every action; a rejection is shown and tried again with the next action. */
  readonly save: (review: Review) => Promise<void>;
  /** Writes the notes as Markdown and returns the file's path to show. */
  readonly exportNotes: () => Promise<string>;
  /** Opens the user's editor on a text, while the screen stands aside, and returns what was saved; null when nothing was. */
  readonly editText?: (text: string) => Promise<string | null>;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
}

/** A text of the library as its screens show it. */
export interface TextView {
  readonly id: string;
  readonly kind: 'adopted' | 'proposal' | 'draft';
  /** The meeting a proposal was tabled at, else null. */
  readonly meeting: string | null;
  readonly languages: readonly Language[];
  readonly isModel: boolean;
  readonly sponsor?: string;
  readonly symbol?: string;
  readonly action?: string;
  /** Id of the text it starts from; without it the newest revision is its base. */
  readonly base?: string;
}

export interface ResolutionView {
  readonly id: string;
  readonly title: string;
  /** Adopted revisions by year, then proposals by meeting and name. */
  readonly texts: readonly TextView[];
  readonly isShipped: boolean;
}

/** What a comparison comes to, for the lists. */
export interface ComparisonSummary {
  readonly clauses: number;
  readonly seen: number;
  readonly notes: number;
  /** Open flags: serious and critical, lesser red ones, green ones. */
  readonly grave: number;
  readonly lesser: number;
  readonly green: number;
}

/** Everything the library's screens need from outside. */
export interface LibrarySession extends Appearance {
  /** The folder, as it is shown. */
  readonly root: string;
  /** Reads the library; called at the start, on `R`, and after a review. */
  readonly load: () => Promise<readonly ResolutionView[]>;
  /** Makes the comparison of two texts ready for review; a rejection is shown and nothing is left. */
  readonly open: (base: string, revised: string, language: Language | null) => Promise<ReviewSession>;
  /** What a comparison comes to; called for what is in view, one at a time, while no key is pressed. */
  readonly summarise?: (
    base: string,
    revised: string,
    language: Language | null,
  ) => Promise<ComparisonSummary>;
}
