import ar from '../../../data/languages/ar.yaml';
import en from '../../../data/languages/en.yaml';
import es from '../../../data/languages/es.yaml';
import fr from '../../../data/languages/fr.yaml';
import ru from '../../../data/languages/ru.yaml';
import zh from '../../../data/languages/zh.yaml';
import type { Language } from '../model/language.ts';
import type { Body, Instrument } from '../model/resolution.ts';
import { matchKey } from './match-key.ts';

/** A word or phrase of a table: its key for matching and what it stands for. */
export interface Phrase<Value extends string = string> {
  readonly key: string;
  readonly value: Value;
}

/** What headings and frames look like in one language; every list is sorted longest phrase first. */
export interface LanguageTable {
  readonly language: Language;
  readonly preamble: readonly Phrase[];
  readonly modifiers: readonly string[];
  readonly modifiersBefore: readonly string[];
  readonly operative: readonly Phrase[];
  readonly draft: readonly string[];
  readonly instruments: readonly Phrase<Instrument>[];
  readonly revised: readonly string[];
  readonly annex: readonly string[];
  /** Words that open a numbered section of a procedural resolution ("SECTION 1"). */
  readonly sections: readonly string[];
  /** Words that, with a colon, open what a proposal says after its text ("Reasons:"). */
  readonly reasons: readonly string[];
  readonly bodies: readonly Phrase<Body>[];
  /** Keys of words that carry no weight when clauses are compared. */
  readonly functionWords: ReadonlySet<string>;
  readonly months: readonly string[];
  /** Endings (or whole words) that mean the same: the longer spelling and the one it is read as, longest first. */
  readonly spellings: readonly { readonly from: string; readonly to: string }[];
  /** Keys of words that mean another thing with a capital. */
  readonly caseMatters: ReadonlySet<string>;
}

/** The shape of `data/languages/*.yaml`; a test holds every file to it. */
export interface LanguageFile {
  readonly preamble: Readonly<Record<string, readonly string[]>>;
  readonly modifiers: readonly string[];
  readonly modifiersBefore?: readonly string[];
  readonly operative: Readonly<Record<string, readonly string[]>>;
  readonly frame: {
    readonly draft: readonly string[];
    readonly instruments: Readonly<Record<Instrument, readonly string[]>>;
    readonly revised: readonly string[];
    readonly annex: readonly string[];
    readonly sections: readonly string[];
    readonly reasons: readonly string[];
    readonly bodies: Readonly<Record<Body, readonly string[]>>;
  };
  readonly functionWords: readonly string[];
  readonly months: readonly string[];
  readonly spellings: readonly (readonly [string, string])[];
  readonly caseMatters: readonly string[];
}

const longestFirst = (a: string, b: string) => b.length - a.length;

const keys = (words: readonly string[]) => words.map(matchKey).sort(longestFirst);

const phrases = <Value extends string>(groups: Readonly<Record<Value, readonly string[]>>): Phrase<Value>[] =>
  (Object.entries(groups) as [Value, readonly string[]][])
    .flatMap(([value, words]) => words.map((word) => ({ key: matchKey(word), value })))
    .sort((a, b) => longestFirst(a.key, b.key));

/** Both spellings must meet in one: the shorter, or of two equally long the later in the alphabet. */
const canonicalSpelling = (pair: readonly [string, string]) => {
  const [a, b] = [matchKey(pair[0]), matchKey(pair[1])];
  const isFirst = a.length > b.length || (a.length === b.length && a < b);
  return isFirst ? { from: a, to: b } : { from: b, to: a };
};

const compile = (language: Language, data: unknown): LanguageTable => {
  const file = data as LanguageFile;
  return {
    language,
    preamble: phrases(file.preamble),
    modifiers: keys(file.modifiers),
    modifiersBefore: keys(file.modifiersBefore ?? []),
    operative: phrases(file.operative),
    draft: keys(file.frame.draft),
    instruments: phrases(file.frame.instruments),
    revised: keys(file.frame.revised),
    annex: keys(file.frame.annex),
    sections: keys(file.frame.sections),
    reasons: keys(file.frame.reasons),
    bodies: phrases(file.frame.bodies),
    functionWords: new Set(file.functionWords.map(matchKey)),
    months: keys(file.months),
    spellings: file.spellings.map(canonicalSpelling).sort((a, b) => longestFirst(a.from, b.from)),
    caseMatters: new Set(file.caseMatters.map(matchKey)),
  };
};

const FILES: Readonly<Record<Language, unknown>> = { en, fr, es, ru, ar, zh };
const compiled = new Map<Language, LanguageTable>();

/** The headings and frame words of a language, from `data/languages/`. */
export function languageTable(language: Language): LanguageTable {
  let table = compiled.get(language);
  if (table === undefined) compiled.set(language, (table = compile(language, FILES[language])));
  return table;
}
