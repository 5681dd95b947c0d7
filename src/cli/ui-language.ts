import type { UiLanguage } from '../core/model/language.ts';

/** The language the program speaks: asked for, else the locale's. */
export function uiLanguageOf({ uiLang }: { readonly uiLang?: UiLanguage | undefined }): UiLanguage {
  if (uiLang !== undefined) return uiLang;
  const { LC_ALL: all = '', LC_MESSAGES: messages = '', LANG: general = '' } = process.env;
  // An empty variable is one that is not set.
  const locale = [all, messages, general].find((value) => value !== '') ?? '';
  return locale.startsWith('fr') ? 'fr' : 'en';
}

/** The language asked for on the command line, found before it is read: help and usage errors need it, too. */
export function uiLanguageIn(args: readonly string[]): UiLanguage | undefined {
  const at = args.findIndex((arg) => arg === '--ui-lang' || arg.startsWith('--ui-lang='));
  const value = args[at]?.includes('=') === true ? args[at].split('=')[1] : args[at + 1];
  return at >= 0 && (value === 'en' || value === 'fr') ? value : undefined;
}
