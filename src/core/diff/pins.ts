import type { Unit } from '../model/change.ts';
import type { Pin } from '../model/review.ts';
import { addPair, type PairTable } from './pairs.ts';
import { NO_WORDS, type Prepared, type PreparedTexts } from './prepare.ts';
import { heaviness, likeness } from './similarity.ts';

/** Pins by the places of the clauses they speak of. */
export interface PlacedPins {
  readonly pairs: readonly { readonly base: number; readonly revised: number }[];
  /** Clauses that are to stand alone. */
  readonly base: ReadonlySet<number>;
  readonly revised: ReadonlySet<number>;
  /** Pins whose path is gone, that name nothing, or whose clause an earlier pin has. */
  readonly unused: readonly Pin[];
}

const placesOf = (units: readonly Unit[]): Map<string, number> =>
  new Map(units.filter(({ unit }) => unit === 'clause').map(({ path }, place) => [path, place]));

/** Finds the clauses that pins speak of, by path; the first pin of a clause holds. */
export function placePins(pins: readonly Pin[], base: readonly Unit[], revised: readonly Unit[]): PlacedPins {
  const [ofBase, ofRevised] = [placesOf(base), placesOf(revised)];
  const pairs: { base: number; revised: number }[] = [];
  const alone = { base: new Set<number>(), revised: new Set<number>() };
  const taken = { base: new Set<number>(), revised: new Set<number>() };
  const unused: Pin[] = [];
  for (const pin of pins) {
    const from = pin.base === null ? null : ofBase.get(pin.base);
    const to = pin.revised === null ? null : ofRevised.get(pin.revised);
    const isGone = from === undefined || to === undefined || (from === null && to === null);
    if (isGone || (from !== null && taken.base.has(from)) || (to !== null && taken.revised.has(to))) {
      unused.push(pin);
      continue;
    }
    if (from !== null) taken.base.add(from);
    if (to !== null) taken.revised.add(to);
    if (from !== null && to !== null) pairs.push({ base: from, revised: to });
    else if (from !== null) alone.base.add(from);
    else if (to !== null) alone.revised.add(to);
  }
  return { pairs, ...alone, unused };
}

/** Enters pinned pairs into a table and gives the texts in which nothing else can take a pinned clause. */
export function applyPins(texts: PreparedTexts, pins: PlacedPins, pairs: PairTable): PreparedTexts {
  if (pins.pairs.length + pins.base.size + pins.revised.size === 0) return texts;
  for (const { base, revised } of pins.pairs) {
    const [from, to] = [texts.base[base], texts.revised[revised]];
    if (from === undefined || to === undefined) continue;
    const heavy = [heaviness(from, texts.weights), heaviness(to, texts.weights)] as const;
    const score = from.key === to.key ? 1 : likeness(from, to, heavy, texts.weights).dice;
    addPair(pairs, { base, revised, score, reason: 'pinned', isAmbiguous: false });
  }
  const settle = (side: readonly Prepared[], settled: ReadonlySet<number>, name: string) =>
    side.map((clause) =>
      // A key that no clause of any text has.
      settled.has(clause.index) ? { ...clause, ...NO_WORDS, key: `\u0000${name} ${clause.index}` } : clause,
    );
  return {
    ...texts,
    base: settle(texts.base, new Set([...pins.base, ...pins.pairs.map(({ base }) => base)]), 'base'),
    revised: settle(
      texts.revised,
      new Set([...pins.revised, ...pins.pairs.map(({ revised }) => revised)]),
      'revised',
    ),
  };
}
