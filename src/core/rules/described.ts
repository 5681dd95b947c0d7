import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Concept to the kinds of hints that tell it together: `obj.names: [hint.label, hint.registry]`. */
export type Described = Readonly<Record<string, readonly string[]>>;

/** Words between two hints of one thing, at most. */
const HINT_REACH = 14;

/**
 * Things told without their names: "whoever holds an ending writes it into a list" speaks of domain names and
 * says none of its words. A hint says little alone; one of each kind, near each other in one sentence, says the
 * thing. Where the thing is named, or ordinary telecommunication is, nothing needs to be guessed.
 */
export function findDescribed(
  tokens: readonly Token[],
  hits: readonly Hit[],
  described: Described,
): readonly Hit[] {
  const out: Hit[] = [];
  const sentence = numberSentences(tokens);
  const core = new Set(hits.filter((hit) => hit.concept === 'core').map((hit) => sentence[hit.from]));
  for (const [concept, kinds] of Object.entries(described)) {
    const [first = '', ...others] = kinds;
    const named = hits.filter((hit) => hit.concept === concept);
    let end = 0;
    for (const hint of hits) {
      if (hint.concept !== first || hint.from < end || core.has(sentence[hint.from])) continue;
      const partners = others.map((kind) => nearest(hint, kind, hits, sentence));
      if (partners.includes(null)) continue;
      const all = [hint, ...partners.filter((each) => each !== null)];
      const from = Math.min(...all.map((each) => each.from));
      const to = Math.max(...all.map((each) => each.to));
      end = to;
      if (named.every((each) => sentence[each.from] !== sentence[from]))
        out.push({ concept, member: 'described', from, to });
    }
  }
  return out;
}

/** The nearest hint of a kind in the same sentence that shares no word with the one given; null for none in reach. */
function nearest(hint: Hit, kind: string, hits: readonly Hit[], sentence: readonly number[]): Hit | null {
  let best: Hit | null = null;
  let least = HINT_REACH + 1;
  for (const other of hits) {
    if (other.concept !== kind || sentence[other.from] !== sentence[hint.from]) continue;
    const gap = other.from >= hint.to ? other.from - hint.to : hint.from - other.to;
    if (gap < 0 || gap >= least) continue;
    best = other;
    least = gap;
  }
  return best;
}

/** The sentence or item of a list each word stands in. */
function numberSentences(tokens: readonly Token[]): readonly number[] {
  let at = 0;
  return tokens.map((token) => (/[;.؛；。]/u.test(token.stop) ? at++ : at));
}
