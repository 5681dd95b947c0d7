import type { UiLanguage } from '../model/language.ts';
import { speaker, type Say } from '../text/speak.ts';
import english from '../../../data/strings/negotiate.en.yaml';
import french from '../../../data/strings/negotiate.fr.yaml';

const cache = new Map<UiLanguage, Say>();

/** The words of the negotiation in one language (`data/strings/negotiate.*.yaml`). */
export function negotiationWords(language: UiLanguage): Say {
  let say = cache.get(language);
  if (say === undefined) cache.set(language, (say = speaker({ en: english, fr: french }, language)));
  return say;
}
