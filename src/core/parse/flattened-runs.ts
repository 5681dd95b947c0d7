import { foldWithOffsets } from '../text/fold.ts';

/** A text as the characters that are compared: folded, without spaces. */
export interface Letters {
  /** The characters, one UTF-16 unit each. */
  readonly text: string;
  /** Where each came from. */
  readonly offsets: readonly number[];
  /** For each place between characters (and both ends): a word may end there. */
  readonly borders: readonly boolean[];
}

const isWordSign = (char: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(char);

export function lettersOf(source: string): Letters {
  const folded = foldWithOffsets(source);
  let text = '';
  const offsets: number[] = [];
  const borders: boolean[] = [];
  let before = ' ';
  for (let at = 0; at < folded.text.length; at++) {
    const char = folded.text.charAt(at);
    if (char !== ' ' && char !== '\n') {
      borders.push(
        before === ' ' || before === '\n' || isWordSign(before) !== isWordSign(char) || !isWordSign(char),
      );
      text += char;
      offsets.push(folded.offsets[at] ?? 0);
    }
    before = char;
  }
  borders.push(true);
  return { text, offsets, borders };
}

/** True when the characters of `part` stand in `whole` in order. */
export function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let place = 0; place < whole.length && at < part.length; place++)
    if (whole.charCodeAt(place) === part.charCodeAt(at)) at++;
  return at === part.length;
}

/** What an inserted run costs to open: more in the middle of a word of the base. */
const OPEN = 1;
const IN_WORD = 3;
/** Sides of a run that are no word borders of the flattened text either: it was glued on there. */
const GLUED = 0.1;
/** Longest product of lengths that is worked out (2,000 by 2,000 characters). */
const LARGEST = 4_000_000;

/**
 * For each character of a flattened paragraph whether it is the base's: with the fewest inserted runs, at word
 * borders of the base. Null when the base's characters do not all stand in it in order.
 * Law: the characters kept, joined, are the base's.
 */
export function findKept(flattened: Letters, base: Letters): readonly boolean[] | null {
  const [n, m] = [flattened.text.length, base.text.length];
  if (m > n || n * m > LARGEST || !isWithin(base.text, flattened.text)) return null;
  const width = m + 1;
  // Least cost from (i, j) to the end, by whether the character before was inserted.
  const open = new Float32Array((n + 1) * width).fill(Infinity);
  const run = new Float32Array((n + 1) * width).fill(Infinity);
  open[n * width + m] = 0;
  run[n * width + m] = 0;
  const price = (i: number, j: number) =>
    OPEN + (base.borders[j] === true ? 0 : IN_WORD) + (flattened.borders[i] === true ? 0 : GLUED);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = Math.min(m, i); j >= 0; j--) {
      const here = i * width + j;
      const isSame = j < m && flattened.text.charCodeAt(i) === base.text.charCodeAt(j);
      const keep = isSame ? (open[here + width + 1] ?? Infinity) : Infinity;
      const insert = run[here + width] ?? Infinity;
      open[here] = Math.min(keep, insert + price(i, j));
      const close = keep + (flattened.borders[i] === true ? 0 : GLUED);
      run[here] = Math.min(close, insert);
    }
  }
  const kept: boolean[] = [];
  let isRun = false;
  for (let i = 0, j = 0; i < n; i++) {
    const here = i * width + j;
    const isSame = j < m && flattened.text.charCodeAt(i) === base.text.charCodeAt(j);
    const keep = isSame ? (open[here + width + 1] ?? Infinity) : Infinity;
    const insert = run[here + width] ?? Infinity;
    const isKept: boolean = isRun
      ? keep + (flattened.borders[i] === true ? 0 : GLUED) <= insert
      : keep <= insert + price(i, j);
    kept.push(isKept);
    isRun = !isKept;
    if (isKept) j++;
  }
  return kept;
}
