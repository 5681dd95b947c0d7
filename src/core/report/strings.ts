import type { UiLanguage } from '../model/language.ts';
import { speaker, type Say } from '../text/speak.ts';
import english from '../../../data/strings/report.en.yaml';
import french from '../../../data/strings/report.fr.yaml';

const cache = new Map<UiLanguage, Say>();

/** The words of reports and exports in one language (`data/strings/report.*.yaml`). */
export function reportWords(language: UiLanguage): Say {
  let say = cache.get(language);
  if (say === undefined) cache.set(language, (say = speaker({ en: english, fr: french }, language)));
  return say;
}
