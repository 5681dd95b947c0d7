import french from '../../../data/strings/sums.fr.yaml';
import type { Flag } from '../model/flag.ts';
import type { UiLanguage } from '../model/language.ts';

const FRENCH = french as Readonly<Record<string, string>>;

/** What a term of a severity sum is called; a term that is not known is its own name. */
export function termWords(language: UiLanguage, name: string): string {
  return language === 'fr' ? (FRENCH[name] ?? name) : name;
}

/** A severity sum in words, as it adds up: `base +3, operative part +2 = 5`. */
export function sumWords({ sum, score }: Pick<Flag, 'sum' | 'score'>, language: UiLanguage): string {
  const terms = sum.map(([name, points]) => `${termWords(language, name)} ${points > 0 ? '+' : ''}${points}`);
  return `${terms.join(', ')} = ${score}`;
}
