import type { UiLanguage } from '../model/language.ts';
import { speaker, type Say } from '../text/speak.ts';
import english from '../../../data/strings/report.en.yaml';
import french from '../../../data/strings/report.fr.yaml';

const cache = new Map<UiLanguage, Say>();

/** What a label is called; a label of a user's own pack is its own name. */
export function labelWords(language: UiLanguage, label: string): string {
  const known = `label.${label}`;
  const table = (language === 'fr' ? french : english) as Readonly<Record<string, string>>;
  return known in table ? reportWords(language)(known) : label;
}

/** The words of reports and exports in one language (`data/strings/report.*.yaml`). */
export function reportWords(language: UiLanguage): Say {
  let say = cache.get(language);
  if (say === undefined) cache.set(language, (say = speaker({ en: english, fr: french }, language)));
  return say;
}
