import type { Language } from '../model/language.ts';
import type { Rule, RulePack } from './rule-pack.ts';

/** All there is to say about a rule: its own words, and the cues of its concepts by language. */
export interface RuleExplanation {
  readonly rule: Rule;
  readonly cues: readonly {
    readonly language: Language;
    readonly status: 'full' | 'beta';
    readonly concepts: readonly { readonly concept: string; readonly members: readonly string[] }[];
  }[];
  /** Languages in which the rule has no cues: not checked there. */
  readonly withoutCues: readonly Language[];
}

/** What `rules explain` prints for a rule, by id or code (`R05`); null when the pack has no such rule. */
export function explainRule(pack: RulePack, name: string): RuleExplanation | null {
  const wanted = name.toLowerCase();
  const rule = pack.rules.find((each) => each.id === wanted || each.code.toLowerCase() === wanted);
  if (rule === undefined) return null;
  const withoutCues: Language[] = [];
  const cues: RuleExplanation['cues'][number][] = [];
  for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const) {
    const lexicon = pack.source.lexicon[language] ?? {};
    const concepts = Object.entries(lexicon)
      .filter(([concept]) =>
        rule.about.some((ref) => ref === concept || (ref.endsWith('.') && concept.startsWith(ref))),
      )
      .map(([concept, members]) => ({ concept, members }));
    if (concepts.length === 0) withoutCues.push(language);
    else cues.push({ language, status: pack.languages[language] ?? 'beta', concepts });
  }
  return { rule, cues, withoutCues };
}
