import type { Language } from '../model/language.ts';
import type { Described } from './described.ts';
import { buildAutomaton, type Automaton, type CueWord } from './automaton.ts';
import { tokenize, wordKey, type Token } from './tokens.ts';

/**
 * Concept id to its members. A member is one thing with all its names, parted by `|`:
 * `regional internet registries | rirs`. A name is words; `word*` is a beginning; `~` skips up to three words.
 */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** A cue found in a text. */
export interface Hit {
  readonly concept: string;
  /** First name of the member: two hits of one member are the same thing said twice. */
  readonly member: string;
  /** Tokens, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Cues written as regular expressions in a user's pack: matched on the text itself, given as character offsets. */
export interface PatternMatcher {
  readonly concept: string;
  readonly name: string;
  readonly find: (text: string) => readonly (readonly [start: number, end: number])[];
}

export interface CompiledLexicon {
  readonly language: Language;
  readonly concepts: ReadonlySet<string>;
  readonly cueCount: number;
  /** Concepts that hints tell together. */
  readonly described: Described;
  readonly find: (tokens: readonly Token[], text: string) => readonly Hit[];
}

/** The words of one name of a member, ready for the automaton; empty when it holds none. */
export function parseCue(cue: string, language: Language): readonly CueWord[] {
  const words: CueWord[] = [];
  for (const piece of cue.trim().split(/\s+/u)) {
    if (piece === '~') {
      words.push({ kind: 'gap' });
      continue;
    }
    const isPrefix = piece.endsWith('*');
    if (/^[a-z]+\*?$/u.test(piece)) {
      const key = isPrefix ? piece.slice(0, -1) : wordKey(piece, language);
      words.push({ kind: isPrefix ? 'prefix' : 'word', key });
      continue;
    }
    const tokens = tokenize(isPrefix ? piece.slice(0, -1) : piece, language);
    tokens.forEach((token, index) =>
      words.push({ kind: isPrefix && index === tokens.length - 1 ? 'prefix' : 'word', key: token.key }),
    );
  }
  return words;
}

/** One automaton for all concepts of a language. Longest cue wins inside a concept; concepts never hide each other. */
export function compileLexicon(
  lexicon: Lexicon,
  language: Language,
  patterns: readonly PatternMatcher[] = [],
  described: Described = {},
): CompiledLexicon {
  const cues: (readonly CueWord[])[] = [];
  const owners: { concept: string; member: string }[] = [];
  for (const [concept, members] of Object.entries(lexicon)) {
    for (const entry of members) {
      const names = entry.split('|');
      const member = (names[0] ?? '').trim();
      for (const name of names) {
        const words = parseCue(name, language);
        if (words.length === 0) continue;
        cues.push(words);
        owners.push({ concept, member });
      }
    }
  }
  let automaton: Automaton | null = null;
  const find = (tokens: readonly Token[], text: string): readonly Hit[] => {
    automaton ??= buildAutomaton(cues);
    const byConcept = new Map<string, Hit[]>();
    const add = (hit: Hit): void => {
      const list = byConcept.get(hit.concept);
      if (list === undefined) byConcept.set(hit.concept, [hit]);
      else list.push(hit);
    };
    for (const match of automaton.find(tokens)) {
      const owner = owners[match.cue];
      if (owner !== undefined)
        add({ concept: owner.concept, member: owner.member, from: match.from, to: match.to });
    }
    for (const pattern of patterns)
      for (const [start, end] of pattern.find(text)) {
        const from = tokens.findIndex((token) => token.end > start);
        const past = tokens.findIndex((token) => token.start >= end);
        if (from !== -1)
          add({
            concept: pattern.concept,
            member: pattern.name,
            from,
            to: past === -1 ? tokens.length : past,
          });
      }
    return [...byConcept.values()].flatMap(longestOnly).sort((a, b) => a.from - b.from || b.to - a.to);
  };
  return {
    language,
    concepts: new Set([...Object.keys(lexicon), ...patterns.map((pattern) => pattern.concept)]),
    described,
    cueCount: cues.length + patterns.length,
    find,
  };
}

/** Drops hits that overlap a longer one of the same concept. */
function longestOnly(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length === 1) return hits;
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (kept.every((other) => other.to <= hit.from || other.from >= hit.to)) kept.push(hit);
  return kept;
}
