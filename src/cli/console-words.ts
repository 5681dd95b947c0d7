import english from '../../data/strings/console.en.yaml';
import french from '../../data/strings/console.fr.yaml';
import type { UiLanguage } from '../core/model/language.ts';
import { speaker, type Say } from '../core/text/speak.ts';

/** What commands say on standard error, with the plurals of each language (`data/strings/console.*.yaml`). */
export function consoleWords(language: UiLanguage): Say {
  return speaker({ en: english, fr: french }, language);
}
