import type { UiLanguage } from '../../core/model/language.ts';
import { speaker, type Say } from '../../core/text/speak.ts';
import english from '../../../data/strings/export.en.yaml';
import french from '../../../data/strings/export.fr.yaml';

const cache = new Map<UiLanguage, Say>();

/** The words that only exports say, in one language (`data/strings/export.*.yaml`). */
export function exportWords(language: UiLanguage): Say {
  let say = cache.get(language);
  if (say === undefined) cache.set(language, (say = speaker({ en: english, fr: french }, language)));
  return say;
}
