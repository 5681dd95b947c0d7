import { denySubjects, findFramed } from './frames.ts';
import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Words after which a citation's title ends: a title seldom runs over a comma. */
const SCOPE_END = /[,;:.!?()،؛，；：。、（）]/u;
/** A limiter names what it bounds within this many words. */
const BOUND_REACH = 20;
/** … and within these where it names no party, or after the last one it names. */
const BOUND_REACH_BARE = 8;
const BOUND_AFTER_PARTY = 4;
const QUOTE = /[«“„「"]/u;
const QUOTES = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['「', '」'],
  ['"', '"'],
]);

/** Which words stand in a quotation, a title or what a citation says of the cited text. */
export function findMasks(tokens: readonly Token[], text: string, hits: readonly Hit[]): boolean[] {
  const masked = tokens.map(() => false);
  for (let at = text.search(QUOTE); at !== -1 && at < text.length; at++) {
    const close = QUOTES.get(text.charAt(at));
    if (close === undefined) continue;
    const end = text.indexOf(close, at + 1);
    if (end === -1) break;
    tokens.forEach((token, index) => {
      if (token.start > at && token.end <= end) masked[index] = true;
    });
    at = end;
  }
  const titles = hits.filter((hit) => hit.concept === 'cite.title' || hit.concept === 'cite.event');
  const held = hits.filter((hit) => hit.concept === 'cite.held');
  for (const hit of titles) {
    // "the seminar on sovereignty, blocking and surveillance held in Lomé": an event that has a place has a title.
    const end = hit.concept === 'cite.event' ? held.find((other) => other.from > hit.to)?.from : undefined;
    if (end !== undefined) {
      for (let i = hit.from; i < end; i++) masked[i] = true;
      continue;
    }
    // "Resolution 133 (Rev. Busan, 2014) concerning domain names": the place in brackets is no end of the title.
    let depth = 0;
    const isNumbered =
      hit.concept === 'cite.event' ||
      /\p{N}/u.test(
        tokens
          .slice(hit.to, hit.to + 4)
          .map((t) => t.key)
          .join(' '),
      );
    if (!isNumbered) continue;
    for (let i = hit.from; i < tokens.length; i++) {
      masked[i] = true;
      const token = tokens[i];
      if (token === undefined) break;
      const between = text.slice(token.end, tokens[i + 1]?.start ?? text.length);
      if (/[(（]/u.test(between)) depth++;
      if (/[)）]/u.test(between)) {
        depth = Math.max(0, depth - 1);
        if (!/[,;:.]/u.test(between)) continue;
      }
      if (depth === 0 && /[,;:،؛，；]/u.test(between)) break;
      if (depth === 0 && i > hit.from && hits.some((h) => h.concept === 'task.break' && h.from === i + 1))
        break;
    }
  }
  return masked;
}

export interface Scopes {
  readonly negated: readonly boolean[];
  readonly bounded: readonly boolean[];
}

/** Where the words of a limiter end: a little after the last party it names, and before any task. */
function boundEnd(tokens: readonly Token[], hits: readonly Hit[], limiter: Hit): number {
  let end = limiter.to + BOUND_REACH_BARE;
  for (const each of hits) {
    if (each.from < limiter.to || each.from > end) continue;
    if (each.concept.startsWith('actor.')) end = Math.max(end, each.to + BOUND_AFTER_PARTY);
  }
  end = Math.min(end, limiter.to + BOUND_REACH, tokens.length);
  for (const each of hits)
    if (each.concept === 'norm' && each.from >= limiter.to) end = Math.min(end, each.from);
  return end;
}

/** Which words a negation denies, and which a limiter only names in order to keep away from them. */
export function findScopes(tokens: readonly Token[], hits: readonly Hit[]): Scopes {
  const negated = tokens.map(() => false);
  const bounded = findFramed(tokens, hits);
  const stopsAt = new Set<number>();
  const exceptions = new Set(hits.filter((hit) => hit.concept === 'exception').map((hit) => hit.from));
  const exempt = new Set<number>();
  for (const hit of hits) {
    if (hit.concept === 'task.break' || hit.concept === 'neg.end' || hit.concept === 'exception')
      stopsAt.add(hit.from);
    if (hit.concept === 'neg.false') for (let i = hit.from; i < hit.to; i++) exempt.add(i);
  }
  for (const hit of hits) {
    // "Nothing in this resolution …" denies the clause to its end, lists and commas and all.
    const isWhole = hit.concept === 'neg.whole';
    const isNegation = isWhole || (hit.concept === 'neg' && !exempt.has(hit.from));
    const isBound = hit.concept === 'lim.partner' || hit.concept === 'lim.duplicate';
    if (!isNegation && !isBound) continue;
    const marks = isNegation ? negated : bounded;
    const limit = isNegation ? tokens.length : boundEnd(tokens, hits, hit);
    for (let i = hit.to; i < limit; i++) {
      const isStop = SCOPE_END.test(tokens[i - 1]?.stop ?? '') || stopsAt.has(i);
      // What is excepted from a denial is not denied.
      if (isWhole ? tokens[i - 1]?.stop === ';' || exceptions.has(i) : isStop) break;
      marks[i] = true;
    }
  }
  denySubjects(tokens, hits, exempt, negated);
  return { negated, bounded };
}
