import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Concept to the kinds of hints that tell it together: `obj.names: [hint.label, hint.lookup]`. */
export type Described = Readonly<Record<string, readonly string[]>>;

/** Words between two hints of one thing, at most. */
const HINT_REACH = 14;
/** Words of a hint, at most. */
const LONGEST_HINT = 12;

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
  const byConcept = new Map<string, Hit[]>();
  for (const hit of hits) {
    const list = byConcept.get(hit.concept);
    if (list === undefined) byConcept.set(hit.concept, [hit]);
    else list.push(hit);
  }
  const sentencesOf = (concept: string): ReadonlySet<number | undefined> =>
    new Set((byConcept.get(concept) ?? []).map((hit) => sentence[hit.from]));
  const core = sentencesOf('core');
  for (const [concept, kinds] of Object.entries(described)) {
    const [first = '', ...others] = kinds;
    const named = sentencesOf(concept);
    // Each list of partners is walked once, in step with the hints: the work grows with the text and no faster.
    const starts = others.map(() => 0);
    let end = 0;
    for (const hint of byConcept.get(first) ?? []) {
      const place = sentence[hint.from];
      if (hint.from < end || core.has(place) || named.has(place)) continue;
      const partners = others.map((kind, index) => {
        const list = byConcept.get(kind) ?? [];
        let at = starts[index] ?? 0;
        while (at < list.length && (list[at]?.from ?? 0) < hint.from - HINT_REACH - LONGEST_HINT) at++;
        starts[index] = at;
        return nearest(hint, list, at, sentence);
      });
      if (partners.includes(null)) continue;
      const all = [hint, ...partners.filter((each) => each !== null)];
      const from = Math.min(...all.map((each) => each.from));
      const to = Math.max(...all.map((each) => each.to));
      end = to;
      out.push({ concept, member: 'described', from, to });
    }
  }
  return out;
}

/** The nearest of a list, from a place on, in the same sentence and sharing no word; null for none in reach. */
function nearest(hint: Hit, list: readonly Hit[], start: number, sentence: readonly number[]): Hit | null {
  let best: Hit | null = null;
  let least = HINT_REACH + 1;
  for (let at = start; at < list.length; at++) {
    const other = list[at];
    if (other === undefined || other.from > hint.to + HINT_REACH) break;
    if (sentence[other.from] !== sentence[hint.from]) continue;
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
