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
  return out;
}

const gap = (a: Hit, b: Hit): number => (a.from < b.from ? b.from - a.to : a.from - b.to);

/** A semicolon or full stop stands between. */
function isParted(tokens: readonly Token[], a: Hit, b: Hit): boolean {
  const [first, last] = a.from < b.from ? [a, b] : [b, a];
  for (let i = first.to - 1; i < last.from; i++) if (/[;:.]/u.test(tokens[i]?.stop ?? '')) return true;
  return false;
}
