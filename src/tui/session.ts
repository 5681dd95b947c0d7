import type { OpenedLibrary, ShownResolution, ShownSummary, ShownText } from '../app/library-session.ts';
import type { OpenedPages } from '../app/pages-session.ts';
import type { OpenedReview } from '../app/review-session.ts';
import type { LayoutChoice } from '../app/settings/settings.ts';
import type { Language, UiLanguage } from '../core/model/language.ts';
import type { Remapping } from './keys/key-table.ts';
import type { ThemeChoice, ThemeName } from './theme.ts';

/** How the screen speaks and looks. */
export interface Appearance {
  readonly uiLanguage: UiLanguage;
  /** False under `NO_COLOR` or `--no-color`: signs instead of colours. */
  readonly color: boolean;
  readonly theme?: ThemeName;
  /** The theme all screens share once one of them changed it. */
  readonly themeChoice?: ThemeChoice;
  /** Only ASCII for our own signs, for terminals that draw `…` or `│` two cells wide. */
  readonly ascii?: boolean;
  readonly keys?: Remapping;
  /** How a comparison opens; by its width when absent. */
  readonly layout?: LayoutChoice;
  /** One thing a line, no columns and no rules: for screen readers. */
  readonly isLinear?: boolean;
  /** True: wheel and clicks come to the program. */
  readonly mouse?: boolean;
}

/** What the further screens read and write; reviews open from them, too. */
export interface PagesPort extends Omit<OpenedPages, 'open'> {
  /** A rejection is shown and nothing is left. */
  readonly open: (base: string, revised: string, language: Language | null) => Promise<ReviewSession>;
}

/** Everything the review needs from outside: it reads no file, no clock and no environment of its own. */
export interface ReviewSession extends Appearance, OpenedReview {
  /** Opens the user's editor on a text, while the screen stands aside, and returns what was saved; null when nothing was. */
  readonly editText?: (text: string) => Promise<string | null>;
  /** Gives a text to the system's clipboard, for terminals that take none; false where there is no way. */
  readonly copyText?: (text: string) => Promise<boolean>;
  /** The further screens; without it they are not there, and the keys say so. */
  readonly pages?: PagesPort;
  /** True for a comparison that was opened from another screen: to quit is to leave that one, too. */
  readonly isNested?: boolean;
}

export type TextView = ShownText;
export type ResolutionView = ShownResolution;
export type ComparisonSummary = ShownSummary;

/** Everything the library's screens need from outside. */
export interface LibrarySession extends Appearance, Pick<OpenedLibrary, 'root' | 'load'> {
  /** A rejection is shown and nothing is left. */
  readonly open: (base: string, revised: string, language: Language | null) => Promise<ReviewSession>;
  /** Calls back when a text changes on the disk; gives what stops that. */
  readonly watch?: OpenedLibrary['watch'];
  /** Called for what is in view, one at a time, while no key is pressed. */
  readonly summarise?: OpenedLibrary['summarise'];
  /** The further screens; without it they are not there, and the keys say so. */
  readonly pages?: PagesPort;
}
