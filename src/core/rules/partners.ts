import { isWord } from './grammar.ts';
import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Words between two parties named in one breath. */
const LIST_REACH = 10;
/** Words after "in cooperation with" in which its partners are named. */
const WITH_REACH = 25;
const GROUPS = /^actor\.(?:private|civil|technical|academia|named|everyone)$/u;

/**
 * Parties that take part, as against parties that are talked about: named in a list with parties of another
 * kind, or after words of cooperation. "The effect on operators" names no partner; "with operators,
 * researchers and users" names three.
 */
export function findPartners(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const actors = hits.filter((hit) => hit.concept.startsWith('actor.'));
  const withs = hits.filter((hit) => hit.concept === 'lim.partner' || hit.concept === 'ms');
  const out: Hit[] = [];
  for (const hit of actors) {
    if (!GROUPS.test(hit.concept)) continue;
    const isListed = actors.some(
      (other) =>
        other.concept !== hit.concept &&
        other.concept !== 'actor.itu' &&
        gap(hit, other) <= LIST_REACH &&
        !isParted(tokens, hit, other),
    );
    const isWith = withs.some(
      (other) => other.to <= hit.from && hit.from - other.to <= WITH_REACH && !isParted(tokens, other, hit),
    );
    if (isListed || isWith || hit.concept === 'actor.named')
      out.push({ concept: 'partner', member: `${hit.concept} ${hit.member}`, from: hit.from, to: hit.to });
  }
  return actors.length < 2 ? out : [...out, ...findUnknown(tokens, hits)];
}

/** Member of all parties that no lexicon names: their number counts. */
export const UNKNOWN_PARTY = 'somebody';

/** What stands between two parties and is something else: a bound, a task, a subject. */
const NO_PARTY = /^(?:lim|act|obj|neg|safe|cite|modal|norm|task|core|sov|surv)\b/u;
/** Words of a party nobody listed: "volunteer groups". */
const UNKNOWN_LIMIT = 4;

/** What stands in a list with two parties is a party as well, though no lexicon knows its name. */
function findUnknown(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const isActor = tokens.map(() => false);
  const isElse = tokens.map(() => false);
  for (const hit of hits) {
    if (hit.concept.startsWith('actor.') && hit.concept !== 'actor.itu') isActor.fill(true, hit.from, hit.to);
    else if (NO_PARTY.test(hit.concept)) isElse.fill(true, hit.from, hit.to);
  }
  const out: Hit[] = [];
  let run: { from: number; to: number; isKnown: boolean }[] = [];
  const close = (): void => {
    if (run.filter((item) => item.isKnown).length >= 2)
      // The first item has the sentence before it, the last the sentence after it.
      for (const item of run.slice(1, -1))
        if (!item.isKnown && !isElse.slice(item.from, item.to).includes(true))
          out.push({ concept: 'partner', member: UNKNOWN_PARTY, from: item.from, to: item.to });
    run = [];
  };
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const isAnd = isWord('and', tokens[i + 1]?.key ?? '');
    const stop = tokens[i]?.stop ?? '';
    if (stop !== ',' && !isAnd && stop === '' && i < tokens.length - 1) continue;
    const start = isWord('and', tokens[from]?.key ?? '') ? from + 1 : from;
    const isKnown = isActor.slice(start, i + 1).includes(true);
    // A long item is the sentence around the list; it may hold the list's first or last party.
    const isLong = i - start >= UNKNOWN_LIMIT;
    if (isLong) {
      const isLast = isActor.slice(start, start + UNKNOWN_LIMIT).includes(true);
      if (isLast) run.push({ from: start, to: i + 1, isKnown: true });
      else if (run.length > 0) run.push({ from: start, to: i + 1, isKnown: false });
      close();
      run.push({ from: start, to: i + 1, isKnown });
    } else run.push({ from: start, to: i + 1, isKnown });
    if (stop !== ',' && stop !== '') close();
    from = i + 1;
  }
  close();
  return out;
}

const gap = (a: Hit, b: Hit): number => (a.from < b.from ? b.from - a.to : a.from - b.to);

/** A semicolon or full stop stands between. */
function isParted(tokens: readonly Token[], a: Hit, b: Hit): boolean {
  const [first, last] = a.from < b.from ? [a, b] : [b, a];
  for (let i = first.to - 1; i < last.from; i++) if (/[;:.]/u.test(tokens[i]?.stop ?? '')) return true;
  return false;
}
