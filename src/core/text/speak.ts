import { IntlMessageFormat } from 'intl-messageformat';
import type { UiLanguage } from '../model/language.ts';

type Values = Readonly<Record<string, string | number>>;

/** A message by its name, with its values put in; an unknown name is a bug and throws. */
export type Say = (name: string, values?: Values) => string;

/** Speaks the messages of one table (ICU MessageFormat by name) in a language; formats are compiled once. */
export function speaker(tables: Readonly<Record<UiLanguage, unknown>>, language: UiLanguage): Say {
  const messages = tables[language] as Readonly<Record<string, string>>;
  const compiled = new Map<string, IntlMessageFormat>();
  return (name, values) => {
    const source = messages[name];
    if (source === undefined) throw new Error(`no message named ${name} in ${language}`);
    if (!source.includes('{')) return source;
    let format = compiled.get(name);
    if (format === undefined) {
      format = new IntlMessageFormat(source, language, undefined, { ignoreTag: true });
      compiled.set(name, format);
    }
    return String(format.format(values));
  };
}
