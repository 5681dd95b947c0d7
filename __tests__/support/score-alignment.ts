import { alignTexts } from '../../src/core/diff/align-texts.ts';
import { unitsOf } from '../../src/core/diff/units.ts';
import type { Resolution } from '../../src/core/model/resolution.ts';

/** Which clause became which, by places counted from 0 in each text. */
export interface PlaceTruth {
  readonly pairs: readonly { readonly base: readonly number[]; readonly revised: readonly number[] }[];
  readonly moved: readonly number[];
}

export interface Tally {
  wanted: number;
  found: number;
  right: number;
}

export type AlignmentScore = Readonly<Record<'pairs' | 'moves' | 'splits' | 'merges', Tally>> & {
  /** Moves called on what a clause crossed, of like weight: either answer is right. Counted in neither rate. */
  ties: number;
};

export const emptyScore = (): AlignmentScore => ({
  pairs: { wanted: 0, found: 0, right: 0 },
  moves: { wanted: 0, found: 0, right: 0 },
  splits: { wanted: 0, found: 0, right: 0 },
  merges: { wanted: 0, found: 0, right: 0 },
  ties: 0,
});

const tally = (into: Tally, wanted: ReadonlySet<string>, found: ReadonlySet<string>): void => {
  into.wanted += wanted.size;
  into.found += found.size;
  for (const one of found) if (wanted.has(one)) into.right++;
};

/** Groups that differ by less than this in words weigh the same. */
const TIE = 1.25;
/** Each clause counts for so many words more: a move is of clauses. */
const WORDS_A_CLAUSE = 10;

const wordsOf = (text: string): number =>
  /\p{Script=Han}/u.test(text) ? Array.from(text).length : text.split(/\s+/u).length;

/** Adds one pair of texts to a score. */
export function scoreAlignment(
  base: Resolution,
  revised: Resolution,
  truth: PlaceTruth,
  into: AlignmentScore,
): void {
  const [from, to] = [unitsOf(base), unitsOf(revised)];
  const place = (units: typeof from) =>
    new Map(units.filter(({ unit }) => unit === 'clause').map((unit, at) => [unit, at]));
  const [ofBase, ofRevised] = [place(from), place(to)];
  const found = {
    pairs: new Set<string>(),
    moves: new Set<string>(),
    splits: new Set<string>(),
    merges: new Set<string>(),
  };
  for (const { base: left, revised: right, move } of alignTexts(from, to, revised.language).clauses) {
    const [a, b] = [
      left.map((unit) => ofBase.get(unit) ?? -1),
      right.map((unit) => ofRevised.get(unit) ?? -1),
    ];
    for (const x of a) for (const y of b) found.pairs.add(`${x} ${y}`);
    if (a.length > 0 && b.length > 0 && move !== undefined) for (const x of a) found.moves.add(String(x));
    if (b.length > 1) found.splits.add(a.join());
    if (a.length > 1) found.merges.add(a.join());
  }
  const pairs = new Set(
    truth.pairs.flatMap((pair) => pair.base.flatMap((x) => pair.revised.map((y) => `${x} ${y}`))),
  );
  const moves = new Set(truth.moved.map(String));
  tally(into.pairs, pairs, found.pairs);
  // Which of two crossing groups of one weight is called the moved one is a matter of taste: a true tie.
  const partner = new Map(
    truth.pairs.flatMap(({ base: many, revised: [first] }) => many.map((one) => [one, first ?? -1] as const)),
  );
  const texts = [...ofBase.keys()].map(({ text }) => text);
  const weigh = (group: readonly number[]) =>
    group.reduce((sum, one) => sum + WORDS_A_CLAUSE + wordsOf(texts[one] ?? ''), 0);
  const crosses = (x: number, y: number) => (x - y) * ((partner.get(x) ?? 0) - (partner.get(y) ?? 0)) < 0;
  const missed = new Set([...moves].filter((one) => !found.moves.has(one)).map(Number));
  const called = new Set([...found.moves].filter((one) => !moves.has(one)).map(Number));
  for (const start of missed) {
    if (!missed.has(start)) continue;
    // All that crosses it, all that crosses these, and so on: one group moved past another.
    const [ours, theirs] = [[start], [] as number[]];
    missed.delete(start);
    for (let isGrowing = true; isGrowing;) {
      const more = [...called].filter((one) => ours.some((other) => crosses(one, other)));
      more.forEach((one) => called.delete(one));
      theirs.push(...more);
      const others = [...missed].filter((one) => theirs.some((other) => crosses(one, other)));
      others.forEach((one) => missed.delete(one));
      ours.push(...others);
      isGrowing = others.length > 0;
    }
    if (theirs.length === 0 || weigh(theirs) > TIE * weigh(ours)) continue;
    into.ties += ours.length;
    ours.forEach((one) => moves.delete(String(one)));
    theirs.forEach((one) => found.moves.delete(String(one)));
  }
  tally(into.moves, moves, found.moves);
  tally(
    into.splits,
    new Set(truth.pairs.filter((pair) => pair.revised.length > 1).map((pair) => pair.base.join())),
    found.splits,
  );
  tally(
    into.merges,
    new Set(truth.pairs.filter((pair) => pair.base.length > 1).map((pair) => pair.base.join())),
    found.merges,
  );
}
