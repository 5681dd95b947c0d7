import type { UiLanguage } from '../core/model/language.ts';
import { reportWords } from '../core/report/strings.ts';
import type { Say } from '../core/text/speak.ts';
import { speaker } from '../core/text/speak.ts';
import english from '../../data/strings/tui.en.yaml';
import french from '../../data/strings/tui.fr.yaml';

export type { Say };

/** Words that reports and exports use too: they have one wording, and it is theirs. */
const SHARED = /^(?:kind|severity|polarity|stance|label|flag)\./u;

/** The messages of the screen in one language: `data/strings/tui.*.yaml`, and what it shares with the reports. */
export function speak(language: UiLanguage): Say {
  const own = speaker({ en: english, fr: french }, language);
  const shared = reportWords(language);
  return (name, values) => (SHARED.test(name) ? shared(name, values) : own(name, values));
}
