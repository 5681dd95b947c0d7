import type { UiLanguage } from '../core/model/language.ts';
import type { Report } from '../core/model/report.ts';
import type { Review } from '../core/model/review.ts';
import type { Remapping } from './keys/key-table.ts';
import type { ThemeName } from './theme.ts';

/** Everything the screen needs from outside: it reads no file, no clock and no environment of its own. */
export interface ReviewSession {
  readonly report: Report;
  readonly review: Review;
  readonly uiLanguage: UiLanguage;
  /** False under `NO_COLOR` or `--no-color`: signs instead of colours. */
  readonly color: boolean;
  readonly theme?: ThemeName;
  /** Only ASCII for our own signs, for terminals that draw `…` or `│` two cells wide. */
  readonly ascii?: boolean;
  readonly keys?: Remapping;
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
