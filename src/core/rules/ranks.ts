import { isWord } from './grammar.ts';
import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

const OTHERS = /^actor\.(?:civil|technical|academia|private|everyone)$/u;
/** Words between two parties named on one level, at most. */
const PEER_REACH = 12;
/** Words between a government and those who serve it, at most. */
const BELOW_REACH = 16;

/**
 * How governments and the other parties stand to each other: `ms.peer` where one list names both, `ms.below`
 * where the others come after governments, under a word that makes them helpers. A change from the one to
 * the other drops nobody and demotes everybody.
 */
export function findRanks(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const states = hits.filter((hit) => hit.concept === 'actor.states');
  const others = hits.filter((hit) => OTHERS.test(hit.concept));
  const out: Hit[] = [];
  let isBelow = false;
  for (const other of others)
    for (const state of states) {
      const [first, last] = state.from < other.from ? [state, other] : [other, state];
      const reach = last.from - first.to;
      if (reach < 0 || reach > BELOW_REACH) continue;
      const under = underBetween(tokens, first, last);
      if (!under && reach <= PEER_REACH) {
        if (!out.some((each) => each.concept === 'ms.peer'))
          out.push({ concept: 'ms.peer', member: 'peer', from: first.from, to: last.to });
      } else if (under && first === state && !isBelow) {
        isBelow = true;
        out.push({ concept: 'ms.below', member: 'below', from: other.from, to: other.to });
      }
    }
  return out;
}

function underBetween(tokens: readonly Token[], first: Hit, last: Hit): boolean {
  for (let i = first.to; i < last.from; i++)
    if (
      isWord('under', tokens[i]?.key ?? '') &&
      !isWord('beside', tokens[i - 1]?.key ?? '') &&
      !isWord('footing', tokens[i - 1]?.key ?? '')
    )
      return true;
  return false;
}
