import type { StyleName } from './row.ts';

/** A run of text to be set; `mark` says that it is put in or taken out and gets markers where colour is absent. */
export interface Piece {
  readonly text: string;
  readonly style: StyleName;
  readonly mark?: Mark;
  readonly isMatch?: boolean;
}

export type Mark = 'added' | 'removed';

/** What stands between two places where a line may break. */
export interface Word {
  readonly kind: 'word' | 'space' | 'break';
  readonly pieces: readonly Piece[];
}

/** Ideographs, kana and their punctuation: a line may break after each of them. */
const WIDE =
  '[\\u1100-\\u115E\\u2E80-\\u303E\\u3041-\\uA4CF\\uA960-\\uA97C\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF01-\\uFF60\\u{20000}-\\u{3FFFD}]';
/** Punctuation that stays with the character before it. */
const CLOSING =
  '[,.;:!?)\\]\\u3001\\u3002\\u300B\\u300D\\u300F\\u3011\\uFF01\\uFF09\\uFF0C\\uFF1A\\uFF1B\\uFF1F]';
const TOKEN = new RegExp(`\\n+|[ \\t]+|${WIDE}${CLOSING}*|(?:(?!${WIDE})[^ \\t\\n])+`, 'gu');
const IS_WIDE = new RegExp(`^${WIDE}`, 'u');

/**
 * Pieces cut into words, spaces and line breaks, in order. A word may run through several pieces (half of it
 * added); between a removed and an added run a line may break. No-break spaces stay inside their word.
 */
export function toWords(pieces: readonly Piece[]): readonly Word[] {
  const words: Word[] = [];
  let current: Piece[] = [];
  const close = (): void => {
    if (current.length > 0) words.push({ kind: 'word', pieces: current });
    current = [];
  };
  for (const piece of pieces) {
    const mark = current.at(-1)?.mark;
    if (mark && piece.mark && mark !== piece.mark) close();
    for (const [text] of piece.text.matchAll(TOKEN)) {
      const first = text.charAt(0);
      const isSpace = first === ' ' || first === '\t';
      const isWide = IS_WIDE.test(text);
      if (isSpace || isWide || first === '\n') close();
      if (first === '\n') words.push({ kind: 'break', pieces: [] });
      else if (isSpace)
        words.push({ kind: 'space', pieces: [{ ...piece, text: text.replaceAll('\t', ' ') }] });
      else current.push({ ...piece, text });
      if (isWide) close();
    }
  }
  close();
  return words;
}
