import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Paragraphs of the Tunis Agenda that share out roles in Internet governance; 29, which says "multilateral", shares out none. */
const AGREED = new Set(['31', '34', '35', '37', '55', '68', '69', '70', '71', '72', '77']);
const REACH = 12;

/**
 * Cited paragraph numbers as members of one concept, so that "35, 37 and 55" cut down to "35 (a)" is a list
 * cut short. `35` with sub-items named is another member than `35` whole.
 */
export function findParagraphs(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const out: Hit[] = [];
  for (const hit of hits) {
    if (hit.concept !== 'cite.paragraph') continue;
    let strangers = 0;
    for (let i = hit.to; i < Math.min(tokens.length, hit.to + REACH); i++) {
      const key = tokens[i]?.key ?? '';
      if (AGREED.has(key)) {
        out.push({ concept: 'par.agreed', member: key, from: i, to: i + 1 });
        strangers = 0;
      } else if (!/^(?:[a-e]|[ivx]+)$/u.test(key)) strangers++;
      if (strangers > 2) break;
    }
  }
  return out;
}
