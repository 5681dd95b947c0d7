import type { Context } from '../app/context.ts';
import type { KeySettings, LayoutChoice, ThemeName } from '../app/settings/settings.ts';
import type { Language, UiLanguage } from '../core/model/language.ts';
import { openLibrary } from '../io/library/library.ts';
import { uiLanguageOf } from './ui-language.ts';

/** Options every command understands. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly format?: string;
  readonly lang?: Language;
  readonly uiLang?: UiLanguage;
  readonly library?: string;
  readonly color: boolean;
  readonly output?: string;
  /** Whether the file of `-o` may be replaced. */
  readonly force?: boolean;
  readonly encoding?: string;
  readonly rules?: string;
}

/** Options of the commands that open the screen. */
export interface ScreenOptions extends CommonOptions {
  readonly theme?: ThemeName;
  readonly layout?: LayoutChoice;
  readonly ascii?: boolean;
  readonly screenReader?: boolean;
  readonly mouse?: boolean;
  /** From the settings file alone. */
  readonly keys?: KeySettings;
}

/** What the use cases need to know of the call. */
export function contextOf(options: CommonOptions): Context {
  return {
    library: openLibrary(options.library),
    language: options.lang,
    uiLanguage: uiLanguageOf(options),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  };
}
