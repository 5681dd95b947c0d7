import english from '../../data/strings/cli.en.yaml';
import french from '../../data/strings/cli.fr.yaml';
import type { UiLanguage } from '../core/model/language.ts';

/** Words of the command line by name, values put in for `{name}`. */
export type CliWords = (name: string, values?: Readonly<Record<string, string>>) => string;

/**
 * The words of the command line in one language (`data/strings/cli.*.yaml`). Plain replacement and no plurals: help
 * must not wait for a message formatter. An unknown name is a bug and throws.
 */
export function cliWords(language: UiLanguage): CliWords {
  const table = (language === 'fr' ? french : english) as Readonly<Record<string, string>>;
  return (name, values = {}) => {
    const text = table[name];
    if (text === undefined) throw new Error(`no words named ${name}`);
    return text.replace(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
  };
}
