import { IntlMessageFormat } from 'intl-messageformat';
import type { UiLanguage } from '../core/model/language.ts';
import english from '../../data/strings/tui.en.yaml';
import french from '../../data/strings/tui.fr.yaml';

type Values = Readonly<Record<string, string | number>>;

/** A message of the screen by its name, with its values put in; an unknown name is a bug and throws. */
export type Say = (name: string, values?: Values) => string;

const SOURCES: Readonly<Record<UiLanguage, unknown>> = { en: english, fr: french };

/** The messages of `data/strings/tui.*.yaml` (ICU MessageFormat) in one language. */
export function speak(language: UiLanguage): Say {
  const messages = SOURCES[language] as Readonly<Record<string, string>>;
  const compiled = new Map<string, IntlMessageFormat>();
  return (name, values) => {
    const source = messages[name];
    if (source === undefined) throw new Error(`no message named ${name} in ${language}`);
    if (!source.includes('{')) return source;
    let format = compiled.get(name);
    if (!format) {
      format = new IntlMessageFormat(source, language, undefined, { ignoreTag: true });
      compiled.set(name, format);
    }
    return String(format.format(values));
  };
}
