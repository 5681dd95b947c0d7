import { keepAtomsWhole } from './whole-atoms.ts';
import { joinRuns, type Item, type Run } from './word-runs.ts';

/** Asked of a word as written. */
type IsFunctionWord = (word: string) => boolean;

const isLight = (item: Item, isFunctionWord: IsFunctionWord): boolean =>
  item.kind === 'punctuation' || item.kind === 'space' || (item.kind === 'word' && isFunctionWord(item.text));

const length = (items: readonly Item[]): number => {
  let sum = 0;
  for (const { text } of items) sum += text.length;
  return sum;
};

const size = (run: Run): number => Math.max(length(run.base), length(run.revised));

/** One atomic token for another: a citation or a number. */
const isSwap = ({ base, revised }: Run): boolean =>
  base.length === 1 &&
  revised.length === 1 &&
  base[0]?.kind === revised[0]?.kind &&
  (base[0]?.kind === 'citation' || base[0]?.kind === 'number');

/**
 * Folds islands: a kept run between two edits that holds nothing but function words and punctuation, or at
 * most two words and is shorter than either edit, says nothing to a reader. Only where the edits together
 * both take out and put in: otherwise it would invent a replacement.
 */
const foldIslands = (runs: readonly Run[], isFunctionWord: IsFunctionWord): Run[] => {
  const folded: Run[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    const before = folded[folded.length - 1];
    const after = runs[at + 1];
    if (run === undefined) break;
    const isIsland = run.kept && before !== undefined && after !== undefined;
    if (!isIsland) {
      const last = folded[folded.length - 1];
      if (last !== undefined && !last.kept && !run.kept) {
        folded[folded.length - 1] = {
          kept: false,
          base: [...last.base, ...run.base],
          revised: [...last.revised, ...run.revised],
        };
      } else folded.push(run);
      continue;
    }
    const heavy = run.base.filter((item) => !isLight(item, isFunctionWord));
    const replaces =
      before.base.length + after.base.length > 0 && before.revised.length + after.revised.length > 0;
    const isShort = heavy.length <= 2 && length(run.base) < Math.min(size(before), size(after));
    const isLongLight = heavy.length === 0 && run.base.length > 4;
    // "101 (Rev. Dubai, 2018), 102 (Rev. Dubai, 2018)": citations brought up to date one by one read best.
    const isBetweenSwaps = isSwap(before) && isSwap(after);
    if (replaces && !isBetweenSwaps && ((heavy.length === 0 && !isLongLight) || isShort)) {
      folded[folded.length - 1] = {
        kept: false,
        base: [...before.base, ...run.base],
        revised: [...before.revised, ...run.revised],
      };
    } else folded.push(run);
  }
  return joinRuns(folded);
};

const isBorder = (item: Item | undefined): boolean =>
  item === undefined || /^[,;:.،؛。；，(]$/u.test(item.text);

/**
 * Slides a pure insertion or deletion along equal words to where it reads best: from one clause border to
 * the next (", with users," rather than "with users, and"), else starting at a function word.
 */
const slide = (
  before: Run,
  edit: Run,
  after: Run,
  isFunctionWord: IsFunctionWord,
): readonly [Run, Run, Run] => {
  const isInsertion = edit.base.length === 0;
  if (!isInsertion && edit.revised.length > 0) return [before, edit, after];
  const own = isInsertion ? edit.revised : edit.base;
  const flow = [...before.revised, ...own, ...after.revised];
  const baseFlow = isInsertion ? flow : [...before.base, ...own, ...after.base];
  const start = before.revised.length;
  const textAt = (place: number): string | undefined => baseFlow[place]?.text;
  let left = 0;
  while (left < start && textAt(start - 1 - left) === textAt(start + own.length - 1 - left)) left++;
  let right = 0;
  while (right < after.revised.length && textAt(start + right) === textAt(start + own.length + right))
    right++;
  const score = (shift: number): number => {
    const first = start + shift;
    const [previous, head] = [baseFlow[first - 1], baseFlow[first]];
    const [last, next] = [baseFlow[first + own.length - 1], baseFlow[first + own.length]];
    let points = 0;
    if (isBorder(previous)) points += 2;
    if (isBorder(last)) points += 2;
    if (isBorder(head) && isBorder(next)) points += 3;
    if (head?.kind === 'word' && isFunctionWord(head.text)) points += 1;
    if (last?.kind === 'word' && isFunctionWord(last.text)) points -= 1;
    return points;
  };
  let best = 0;
  for (let shift = -left; shift <= right; shift++) if (score(shift) > score(best)) best = shift;
  if (best === 0) return [before, edit, after];
  // Every word is kept on its own side; only where the edit is said to stand changes.
  const cut = (items: readonly Item[], from: number, to: number) => items.slice(from, to);
  const baseItems = [...before.base, ...edit.base, ...after.base];
  const revisedItems = [...before.revised, ...edit.revised, ...after.revised];
  const head = start + best;
  const [baseLength, revisedLength] = [edit.base.length, edit.revised.length];
  return [
    { kept: true, base: cut(baseItems, 0, head), revised: cut(revisedItems, 0, head) },
    {
      kept: false,
      base: cut(baseItems, head, head + baseLength),
      revised: cut(revisedItems, head, head + revisedLength),
    },
    {
      kept: true,
      base: cut(baseItems, head + baseLength, baseItems.length),
      revised: cut(revisedItems, head + revisedLength, revisedItems.length),
    },
  ];
};

const slideAll = (runs: readonly Run[], isFunctionWord: IsFunctionWord): Run[] => {
  const list = [...runs];
  const none: Run = { kept: true, base: [], revised: [] };
  for (let at = 0; at < list.length; at++) {
    const edit = list[at];
    if (edit === undefined || edit.kept) continue;
    const [before, moved, after] = slide(list[at - 1] ?? none, edit, list[at + 1] ?? none, isFunctionWord);
    if (at > 0) list[at - 1] = before;
    list[at] = moved;
    if (at + 1 < list.length) list[at + 1] = after;
  }
  return joinRuns(list);
};

/** What both sides of an edit begin or end with was kept: folding took it in. */
const trimEdits = (runs: readonly Run[]): Run[] =>
  joinRuns(
    runs.flatMap((run) => {
      const { kept, base, revised } = run;
      const least = Math.min(base.length, revised.length);
      if (kept || least === 0) return [run];
      let head = 0;
      while (head < least && base[head]?.text === revised[head]?.text) head++;
      let tail = 0;
      const isSame = () => base[base.length - 1 - tail]?.text === revised[revised.length - 1 - tail]?.text;
      while (tail < least - head && isSame()) tail++;
      const part = (isKept: boolean, from: number, before: number): Run => ({
        kept: isKept,
        base: base.slice(from, base.length - before),
        revised: revised.slice(from, revised.length - before),
      });
      return [
        { kept: true, base: base.slice(0, head), revised: revised.slice(0, head) },
        part(false, head, tail),
        { kept: true, base: base.slice(base.length - tail), revised: revised.slice(revised.length - tail) },
      ];
    }),
  );

/** Below this share of kept content words old and new are shown whole. */
const LEAST_KEPT = 0.25;

/** True when so little is kept that word marks would be confetti. */
const isReplaced = (runs: readonly Run[], isFunctionWord: IsFunctionWord): boolean => {
  const heavy = (items: readonly Item[]) => items.filter((item) => !isLight(item, isFunctionWord)).length;
  let [kept, base, revised] = [0, 0, 0];
  for (const run of runs) {
    base += heavy(run.base);
    revised += heavy(run.revised);
    if (run.kept) kept += heavy(run.base);
  }
  return base > 0 && revised > 0 && kept < LEAST_KEPT * Math.min(base, revised);
};

/**
 * Makes a minimal diff a readable one: edits slid to borders, islands folded, dates and quantities whole, and
 * old against new where next to nothing is kept. Law: both projections stay what they were.
 */
export function cleanUp(
  runs: readonly Run[],
  isFunctionWord: IsFunctionWord,
  isMonth: (key: string) => boolean,
): Run[] {
  const folded = trimEdits(foldIslands(slideAll(runs, isFunctionWord), isFunctionWord));
  const slid = slideAll(folded, isFunctionWord);
  const tidy = keepAtomsWhole(slid, isMonth);
  if (!isReplaced(tidy, isFunctionWord)) return tidy;
  return [
    { kept: false, base: runs.flatMap((run) => run.base), revised: runs.flatMap((run) => run.revised) },
  ];
}
