import type { Language } from '../model/language.ts';
import { digest } from './digest.ts';
import { compileLexicon, type CompiledLexicon, type PatternMatcher } from './lexicon.ts';
import { readSignTables } from './signs.ts';
import type { PackSource, RulePack } from './rule-pack.ts';

/** A pack ready to judge. Lexicons are compiled when their language is first asked for, and kept. */
export function compilePack(source: PackSource, patterns: readonly PatternMatcher[] = []): RulePack {
  const compiled = new Map<Language, CompiledLexicon | null>();
  return {
    ...source,
    hash: digest(JSON.stringify(source)),
    source,
    tables: readSignTables(source.points),
    lexicon: (language) => {
      let lexicon = compiled.get(language);
      if (lexicon === undefined) {
        const cues = source.lexicon[language];
        lexicon = cues === undefined ? null : compileLexicon(cues, language, patterns, source.described);
        compiled.set(language, lexicon);
      }
      return lexicon;
    },
  };
}
