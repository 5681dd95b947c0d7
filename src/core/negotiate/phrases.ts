import type { Change } from '../model/change.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokens.ts';

/** A word of a text (no space, no punctuation), where it stands, and whether the base lacks it. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isNew: boolean;
}

/** Words of a text in order, folded and in lower case; `isNewAt` tells for an offset whether it was inserted. */
export function wordsOf(text: string, isNewAt: (offset: number) => boolean = () => false): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const token of tokenise(text)) {
    const start = at;
    at += token.text.length;
    if (token.kind === 'space' || token.kind === 'punctuation' || token.kind === 'mark') continue;
    words.push({ key: fold(token.text).toLowerCase(), start, end: at, isNew: isNewAt(start) });
  }
  return words;
}

/** The revised side of a change: its text (clauses joined by line feeds) and its words. */
export function revisedWords(change: Change): { readonly text: string; readonly words: readonly Word[] } {
  const text = change.revised.map((unit) => unit.text).join('\n');
  const isNew = new Uint8Array(text.length);
  let at = 0;
  for (const { op, text: piece } of change.spans) {
    if (op === 'delete') continue;
    if (op === 'insert') isNew.fill(1, at, at + piece.length);
    at += piece.length;
  }
  return { text, words: wordsOf(text, (offset) => isNew[offset] === 1) };
}

/** The revised clause an offset of the joined text falls in. */
export function pathAt({ revised }: Change, offset: number): string {
  let end = 0;
  for (const unit of revised) {
    end += unit.text.length + 1;
    if (offset < end) return unit.path;
  }
  return revised[revised.length - 1]?.path ?? '';
}

export interface CommonRun {
  /** In the first list, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Where it begins in the second list. */
  readonly at: number;
}

/** The longest run of words that both lists hold; the first of several. Null when they share none. */
export function longestCommonRun(one: readonly Word[], other: readonly Word[]): CommonRun | null {
  let best: CommonRun | null = null;
  let length = 0;
  let before = new Uint16Array(other.length + 1);
  for (let i = 0; i < one.length; i++) {
    const row = new Uint16Array(other.length + 1);
    for (let j = 0; j < other.length; j++) {
      if (one[i]?.key !== other[j]?.key) continue;
      const run = (before[j] ?? 0) + 1;
      row[j + 1] = run;
      if (run > length) {
        length = run;
        best = { from: i + 1 - run, to: i + 1, at: j + 1 - run };
      }
    }
    before = row;
  }
  return best;
}
