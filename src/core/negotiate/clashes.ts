import { ownKey } from '../diff/prepare.ts';
import type { Unit } from '../model/change.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { howTheyMeet, hunksOn } from './hunks.ts';
import type { Agreement, Cell, Clash } from './matrix-types.ts';

type Cells = ReadonlyMap<string, Cell>;

const wordsOf = ({ change }: Cell): string => change.revised.map(({ text }) => ownKey(text)).join('\n');

/** What a cell comes to, as a key; null where it only numbers the clause anew. */
const resultKey = (cell: Cell): string | null => {
  if (cell.kind === 'renumbered') return null;
  if (cell.revised.length === 0) return 'deleted';
  const place = cell.moved ? (cell.change.revised[0]?.section ?? '') : '';
  return `${place}\u0000${wordsOf(cell)}`;
};

/** Sponsors whose result is the same word for word, two deletions included. Larger groups first. */
export function agreementsOf(cells: Cells): Agreement[] {
  const groups = new Map<string, string[]>();
  for (const [name, cell] of cells) {
    const key = resultKey(cell);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()]
    .filter((sponsors) => sponsors.length > 1)
    .map((sponsors) => {
      const units = cells.get(sponsors[0] ?? '')?.change.revised ?? [];
      return { sponsors, text: units.length === 0 ? null : units.map(({ text }) => text).join('\n') };
    })
    .sort((a, b) => b.sponsors.length - a.sponsors.length);
}

/** True where the clause's words were amended in substance. */
const isAmended = ({ kind, change }: Cell): boolean =>
  kind === 'edited' ||
  kind === 'split' ||
  kind === 'merged' ||
  (kind === 'moved' && !change.editorial && change.spans.some(({ op }) => op !== 'equal'));

const clashOf = (base: Unit, one: Cell, other: Cell): 'conflict' | 'meet' | 'delete' | null => {
  const isGone = [one, other].filter(({ revised }) => revised.length === 0).length;
  if (isGone === 2) return null;
  if (isGone === 1) return isAmended(one.revised.length === 0 ? other : one) ? 'delete' : null;
  if (wordsOf(one) === wordsOf(other)) return null;
  const meeting = howTheyMeet(
    base.text,
    hunksOn(one.change, base.path),
    hunksOn(other.change, base.path),
    ownWordsEnd(base.text),
  );
  return meeting === 'conflict' || meeting === 'meet' ? meeting : null;
};

/** Pairs of proposals that cannot both be had, and pairs that only meet. */
export function clashesOf(base: Unit | null, cells: Cells): { conflicts: Clash[]; meets: Clash[] } {
  const [conflicts, meets]: [Clash[], Clash[]] = [[], []];
  const list = [...cells];
  list.forEach(([one, cell], at) => {
    for (const [other, rival] of list.slice(at + 1)) {
      const between = [one, other] as const;
      if (base === null) {
        if (wordsOf(cell) !== wordsOf(rival)) conflicts.push({ between, reason: 'wording' });
        continue;
      }
      const clash = clashOf(base, cell, rival);
      if (clash === 'meet') meets.push({ between, reason: 'words' });
      else if (clash !== null) conflicts.push({ between, reason: clash === 'delete' ? 'delete' : 'words' });
    }
  });
  return { conflicts, meets };
}
