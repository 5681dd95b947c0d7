import type { Language } from '../model/language.ts';
import type { RuleTest } from './rule-pack.ts';

/** The short form of a rule's examples: by language, then by what is expected, `[before, after, part?]`. */
export type Examples = Readonly<Record<string, Readonly<Partial<Record<Language, ExampleSet>>>>>;

interface ExampleSet {
  readonly flag?: readonly Example[];
  readonly quiet?: readonly Example[];
}

type Example = readonly [before: string | null, after: string | null, part?: 'preamble' | 'operative'];

/** Heading over an operative example: rules ask whom a task is given to, and how firmly. */
const HEADINGS: Readonly<Record<string, string>> = {
  en: 'resolves',
  fr: 'décide',
  es: 'resuelve',
  ru: 'решает',
};

/** The examples of one rule, written out. */
export function expandExamples(examples: Examples, rule: string): readonly RuleTest[] {
  const out: RuleTest[] = [];
  for (const [lang, set] of Object.entries(examples[rule] ?? {}))
    for (const expect of ['flag', 'quiet'] as const)
      for (const [before, after, part] of set[expect] ?? [])
        // The keys of a data file are strings to the compiler; the pack's own test holds them to the languages.
        out.push({
          lang: lang as Language,
          before,
          after,
          part: part ?? 'operative',
          heading: part === 'preamble' ? '' : (HEADINGS[lang] ?? ''),
          expect,
        });
  return out;
}
