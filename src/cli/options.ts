import { InvalidArgumentError, type Command } from 'commander';
import { LANGUAGES, type Language, type UiLanguage } from '../core/model/language.ts';
import type { Context } from '../app/context.ts';
import { openLibrary } from '../io/library/library.ts';

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

const readLanguage = (value: string): Language => {
  const found = LANGUAGES.find((language) => language === value);
  if (found === undefined) throw new InvalidArgumentError(`there is ${LANGUAGES.join(', ')}`);
  return found;
};

const readUiLanguage = (value: string): UiLanguage => {
  if (value !== 'en' && value !== 'fr') throw new InvalidArgumentError('there is en, fr');
  return value;
};

/** Adds the options every command understands. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON (shapes in docs/json.md)')
    .option('--format <name>', 'text, json or markdown, as the command allows')
    .option('--lang <language>', `language of the texts: ${LANGUAGES.join(', ')}`, readLanguage)
    .option('--ui-lang <language>', 'language of the messages: en, fr', readUiLanguage)
    .option('--library <folder>', 'the library of texts (default: resolutions/ here, then what ships)')
    .option('--no-color', 'signs instead of colours (as NO_COLOR does)')
    .option('--encoding <name>', 'encoding of text files, where it cannot be told (windows-1252 …)')
    .option('--rules <folder>', 'a rule pack laid over the shipped one (docs/rules.md)')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--force', 'write over the file that is there');
}

/** The language the program speaks: asked for, else the locale's. */
export function uiLanguageOf(options: Pick<CommonOptions, 'uiLang'>): UiLanguage {
  if (options.uiLang !== undefined) return options.uiLang;
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '';
  return locale.startsWith('fr') ? 'fr' : 'en';
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
