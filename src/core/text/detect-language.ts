import { LANGUAGES, type Language } from '../model/language.ts';
import { matchHeading } from './headings.ts';
import { languageTable } from './language-table.ts';
import { matchKey } from './match-key.ts';

/** Function words that tell the Latin and Cyrillic languages of ITU apart when no heading does. */
const COMMON_WORDS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['the', 'of', 'and', 'that', 'to', 'in', 'for', 'with', 'on', 'by', 'new', 'names', 'code'],
  fr: [
    'les',
    'des',
    'que',
    'et',
    'la',
    'le',
    'du',
    'de',
    'pour',
    'aux',
    'au',
    'une',
    'dans',
    'par',
    'sur',
    'rev. geneve',
  ],
  es: ['los', 'las', 'que', 'de', 'y', 'el', 'la', 'para', 'con', 'del', 'una', 'por', 'en', 'al'],
};

/** A text says its language in its first lines or not at all. */
const MOST_LINES = 600;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language of a text: by its script where that decides (ar, ru, zh), else by the headings it holds,
 * else by its commonest words. `isSure` is false when nothing told the languages apart.
 */
export function detectLanguage(lines: readonly string[]): {
  readonly language: Language;
  readonly isSure: boolean;
} {
  const looked = lines.slice(0, MOST_LINES);
  const sample = looked.join('\n').slice(0, 40_000);
  const seen = matchKey(sample).split(/[^\p{L}]+/u);
  const letters = Math.max(1, count(sample, /\p{L}/gu));
  const scripts: readonly (readonly [Language, RegExp])[] = [
    ['zh', /\p{Script=Han}/gu],
    ['ar', /\p{Script=Arabic}/gu],
    ['ru', /\p{Script=Cyrillic}/gu],
  ];
  for (const [language, script] of scripts) {
    if (count(sample, script) / letters > 0.4) return { language, isSure: true };
  }
  const scores = LANGUAGES.map((language) => {
    const table = languageTable(language);
    let score = 0;
    for (const line of looked)
      if (line.length < 200 && matchHeading(line, table)?.isWhole === true) score += 10;
    const words = COMMON_WORDS[language];
    if (words !== undefined) {
      score += seen.filter((word) => words.includes(word)).length / Math.max(20, seen.length / 20);
    }
    return { language, score };
  }).sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || best.score === 0) return { language: 'en', isSure: false };
  return { language: best.language, isSure: second === undefined || best.score > second.score * 1.2 };
}
