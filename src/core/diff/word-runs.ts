import { diffArrays } from 'diff';
import { remember } from '../text/remember.ts';
import { tokenise, type Token } from '../text/tokens.ts';

/** A token that is no space, and the white space before it. */
export interface Item {
  readonly lead: string;
  readonly text: string;
  readonly kind: Token['kind'];
}

/** A run of the diff: what was kept (both sides' items, alike but for the spaces), or what went and what came. */
export interface Run {
  readonly kept: boolean;
  readonly base: readonly Item[];
  readonly revised: readonly Item[];
}

/** Items of a text; white space at its end hangs on an empty last item. */
export const itemsOf = remember((text: string): readonly Item[] => {
  const items: Item[] = [];
  let lead = '';
  for (const token of tokenise(text)) {
    if (token.kind === 'space') lead += token.text;
    else {
      items.push({ lead, text: token.text, kind: token.kind });
      lead = '';
    }
  }
  if (lead !== '') items.push({ lead, text: '', kind: 'space' });
  return items;
}, 256);

/** Beyond this many edits two wordings have little to do with each other, and Myers' method becomes slow. */
const MOST_EDITS = 1_600;

interface Part {
  readonly added?: boolean;
  readonly removed?: boolean;
  readonly value: readonly string[];
}

const diffTexts = (
  base: readonly string[],
  revised: readonly string[],
  limit: number,
): readonly Part[] | undefined => diffArrays([...base], [...revised], { maxEditLength: limit });

/**
 * The runs of a diff by words (Myers' method, by jsdiff). Spaces never decide. `isCoarse` tells that the
 * wordings were too far apart to compare by words and sentences were compared instead.
 */
export function diffRuns(
  base: readonly Item[],
  revised: readonly Item[],
): { runs: Run[]; isCoarse: boolean } {
  let start = 0;
  const least = Math.min(base.length, revised.length);
  while (start < least && base[start]?.text === revised[start]?.text) start++;
  let end = 0;
  while (end < least - start && base[base.length - 1 - end]?.text === revised[revised.length - 1 - end]?.text)
    end++;

  const middle = [base.slice(start, base.length - end), revised.slice(start, revised.length - end)] as const;
  const texts = middle.map((items) => items.map(({ text }) => text)) as [string[], string[]];
  const parts = diffTexts(texts[0], texts[1], MOST_EDITS);
  const runs: Run[] = [];
  if (start > 0) runs.push({ kept: true, base: base.slice(0, start), revised: revised.slice(0, start) });
  if (parts === undefined) runs.push(...diffSentences(...middle));
  else runs.push(...toRuns(parts, middle[0], middle[1]));
  if (end > 0)
    runs.push({
      kept: true,
      base: base.slice(base.length - end),
      revised: revised.slice(revised.length - end),
    });
  return { runs: joinRuns(runs), isCoarse: parts === undefined };
}

const toRuns = (parts: readonly Part[], base: readonly Item[], revised: readonly Item[]): Run[] => {
  const runs: Run[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, value } of parts) {
    const baseLength = added === true ? 0 : value.length;
    const revisedLength = removed === true ? 0 : value.length;
    runs.push({
      kept: added !== true && removed !== true,
      base: base.slice(from, from + baseLength),
      revised: revised.slice(to, to + revisedLength),
    });
    from += baseLength;
    to += revisedLength;
  }
  return runs;
};

/** Cuts items after sentence ends, compares the sentences whole. */
const diffSentences = (base: readonly Item[], revised: readonly Item[]): Run[] => {
  const sentences = (items: readonly Item[]): Item[][] => {
    const list: Item[][] = [[]];
    for (const item of items) {
      list[list.length - 1]?.push(item);
      if (/^[.;:。；]$/u.test(item.text)) list.push([]);
    }
    return list.filter((sentence) => sentence.length > 0);
  };
  const text = (sentence: readonly Item[]) => sentence.map((item) => item.text).join(' ');
  const [from, to] = [sentences(base), sentences(revised)];
  const parts = diffTexts(from.map(text), to.map(text), MOST_EDITS);
  if (parts === undefined) return [{ kept: false, base, revised }];
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, value } of parts) {
    const baseEnd = added === true ? a : a + value.length;
    const revisedEnd = removed === true ? b : b + value.length;
    runs.push({
      kept: added !== true && removed !== true,
      base: from.slice(a, baseEnd).flat(),
      revised: to.slice(b, revisedEnd).flat(),
    });
    [a, b] = [baseEnd, revisedEnd];
  }
  return runs;
};

/** Neighbouring runs of one sort as one; empty runs dropped. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.base.length === 0 && run.revised.length === 0) continue;
    const last = joined[joined.length - 1];
    if (last?.kept === run.kept) {
      joined[joined.length - 1] = {
        kept: run.kept,
        base: last.base.concat(run.base),
        revised: last.revised.concat(run.revised),
      };
    } else joined.push(run);
  }
  return joined;
}
