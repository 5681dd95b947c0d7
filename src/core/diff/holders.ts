import type { ClauseWords } from './prepare.ts';

/** Holders of a word that stands nowhere. */
export const NOBODY = new Int32Array();

/** An inverted index: for every word of a vocabulary of `words` the places (in the list given) of the clauses that hold it. */
export function indexHolders(clauses: readonly ClauseWords[], words: number): readonly Int32Array[] {
  const sizes = new Int32Array(words);
  for (const { distinct } of clauses) for (const word of distinct) sizes[word] = (sizes[word] ?? 0) + 1;
  const holders: Int32Array[] = new Array<Int32Array>(words).fill(NOBODY);
  const filled = new Int32Array(words);
  clauses.forEach(({ distinct }, place) => {
    for (const word of distinct) {
      let list = holders[word] ?? NOBODY;
      if (list === NOBODY) holders[word] = list = new Int32Array(sizes[word] ?? 0);
      const at = filled[word] ?? 0;
      list[at] = place;
      filled[word] = at + 1;
    }
  });
  return holders;
}
