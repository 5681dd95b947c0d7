import { joinRuns, type Item, type Run } from './word-runs.ts';

/**
 * What is read as one thing although it is several words, over one letter an item (see `letterOf`): a date
 * ("12 March 2024", "12 de marzo de 2024", "March 12, 2024", "2024年3月12日"), a quantity ("30 %", "5 Mbit/s").
 */
const ATOM = /nd?m(?:d?y)?|mn(?:c?y)?|md?y|[nyq]Y(?:nM(?:nD)?)?|nM(?:nD)?|[nyq]u/gu;

const UNIT =
  /^(?:%|‰|°C|[kMGT]?(?:bits?|[bB]|Hz|W|Wh|bps|octets?)(?:\/s)?|[кМГ]?(?:бит|Гц|Вт)(?:\/с)?|[ckm]?m|кг|kg|км|CHF|USD|EUR)$/u;
const CHINESE: Readonly<Record<string, string>> = { 年: 'Y', 月: 'M', 日: 'D' };
const NOTHING = '.';

const letterOf = ({ text, kind }: Item, isMonth: (word: string) => boolean): string => {
  if (/^\d+$/.test(text)) return text.length === 4 ? 'y' : Number(text) <= 31 ? 'n' : 'q';
  if (kind === 'number') return 'q';
  if (text === ',') return 'c';
  if (UNIT.test(text)) return 'u';
  if (kind !== 'word') return NOTHING;
  const chinese = CHINESE[text];
  if (chinese !== undefined) return chinese;
  if (text === 'de' || text === 'of') return 'd';
  return isMonth(text) ? 'm' : NOTHING;
};

const startsWithDigit = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit >= 48 && unit <= 57;
};

/** For each place the number of the atom it is in, from 1; 0 outside. */
const atomsOf = (items: readonly Item[], isMonth: (word: string) => boolean): Int32Array => {
  const atoms = new Int32Array(items.length);
  // Far from any number nothing can be part of a date or quantity.
  const isNear = new Uint8Array(items.length);
  items.forEach(({ text }, at) => {
    if (startsWithDigit(text)) isNear.fill(1, Math.max(0, at - 3), at + 4);
  });
  const letters = items.map((item, at) => (isNear[at] === 1 ? letterOf(item, isMonth) : NOTHING));
  let number = 0;
  for (const { index, 0: found } of letters.join('').matchAll(ATOM)) {
    atoms.fill(++number, index, index + found.length);
  }
  return atoms;
};

/**
 * Widens edits over whole dates and quantities: "12 March" against "15 March" is the date replaced, not its
 * first number. Law: both projections stay what they were.
 */
export function keepAtomsWhole(runs: readonly Run[], isMonth: (word: string) => boolean): Run[] {
  const hasDigit = (items: readonly Item[]) => items.some(({ text }) => startsWithDigit(text));
  if (!runs.some((run) => hasDigit(run.base) || hasDigit(run.revised))) return [...runs];
  const [base, revised] = [runs.flatMap((run) => run.base), runs.flatMap((run) => run.revised)];
  const [ofBase, ofRevised] = [atomsOf(base, isMonth), atomsOf(revised, isMonth)];
  /** True when the places before and after a border belong to one atom. */
  const cuts = (atoms: Int32Array, border: number): boolean =>
    border > 0 && border < atoms.length && atoms[border] !== 0 && atoms[border] === atoms[border - 1];
  const widened: Run[] = [];
  let [from, to] = [0, 0];
  runs.forEach((run, at) => {
    const [start, other] = [from, to];
    from += run.base.length;
    to += run.revised.length;
    if (!run.kept) {
      widened.push(run);
      return;
    }
    let [head, tail] = [0, run.base.length];
    const isCut = (place: number) => cuts(ofBase, start + place) || cuts(ofRevised, other + place);
    if (at > 0) while (head < tail && isCut(head)) head++;
    if (at < runs.length - 1) while (tail > head && isCut(tail)) tail--;
    const part = (kept: boolean, first: number, end: number): Run => ({
      kept,
      base: run.base.slice(first, end),
      revised: run.revised.slice(first, end),
    });
    widened.push(part(false, 0, head), part(true, head, tail), part(false, tail, run.base.length));
  });
  return joinRuns(widened);
}
