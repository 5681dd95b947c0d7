import type { NotChecked } from '../model/flag.ts';
import type { Language } from '../model/language.ts';
import type { RulePack } from './rule-pack.ts';

/** What this pack cannot judge in a language: the language itself, beta lexicons, rules without cues. */
export function notCheckedIn(pack: RulePack, language: Language): readonly NotChecked[] {
  const lexicon = pack.lexicon(language);
  if (lexicon === null)
    return [
      { what: language, reason: `The rule pack ${pack.pack} has no cues for this language: not checked.` },
    ];
  const out: NotChecked[] = [];
  if (pack.languages[language] === 'beta')
    out.push({
      what: language,
      reason: 'Cues for this language are beta, without native review: misses are likely.',
    });
  for (const rule of pack.rules) {
    const about = 'signs' in rule.when ? ['hint.', 'sign.'] : rule.about;
    const hasCues = about.some((ref) =>
      [...lexicon.concepts].some((concept) =>
        ref.endsWith('.') ? concept.startsWith(ref) : concept === ref,
      ),
    );
    if (!hasCues) out.push({ what: rule.id, reason: `The rule has no cues in ${language}: not checked.` });
  }
  return out;
}
