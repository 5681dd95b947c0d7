import type { Change, Unit } from '../../core/model/change.ts';
import type { Anchor, Note } from '../../core/model/review.ts';
import { fold } from '../../core/text/fold.ts';

/** How much of a neighbour is kept to know it by. */
const CONTEXT = 60;
/** Share of common words from which a reworded clause is taken for the same: at its own path, and elsewhere. */
const ALIKE_HERE = 0.25;
const ALIKE_ELSEWHERE = 0.55;
/** What a neighbour that is still the same adds. */
const NEIGHBOUR = 0.15;
/** Fewer letters than this stand in too many clauses to tell one. */
const SHORTEST_PART = 12;

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words two texts have in common, 0 to 1 (Dice, with repetitions). */
const likeness = (one: readonly string[], other: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common++;
    counts.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 1 : (2 * common) / (one.length + other.length);
};

interface Place {
  readonly side: Anchor['side'];
  readonly unit: Unit;
  readonly words: readonly string[];
  readonly folded: string;
  readonly before: string;
  readonly after: string;
}

const opening = (unit: Unit | undefined): string => unit?.text.slice(0, CONTEXT) ?? '';

const placesOf = (changes: readonly Change[], side: Anchor['side']): readonly Place[] => {
  const units = changes.flatMap((change) => change[side]).filter(({ unit }) => unit !== 'heading');
  // Deleted clauses stand between revised ones: the order of the base is that of its lines.
  const sorted = side === 'base' ? [...units].sort((a, b) => a.line - b.line) : units;
  return sorted.map((unit, at) => ({
    side,
    unit,
    words: wordsOf(unit.text),
    folded: fold(unit.text).trim(),
    before: opening(sorted[at - 1]),
    after: opening(sorted[at + 1]),
  }));
};

const find = (anchor: Anchor, places: readonly Place[]): Place | null => {
  const here = places.find(({ unit }) => unit.path === anchor.path) ?? null;
  const quote = fold(anchor.quote).trim();
  if (quote === '' || here?.folded === quote) return here;
  const same = places.filter(({ folded }) => folded === quote);
  const neighbours = ({ before, after }: Place): number =>
    (anchor.before !== undefined && anchor.before !== '' && before === anchor.before ? NEIGHBOUR : 0) +
    (anchor.after !== undefined && anchor.after !== '' && after === anchor.after ? NEIGHBOUR : 0);
  const best = (list: readonly Place[], weigh: (place: Place) => number): Place | null =>
    [...list].sort((a, b) => weigh(b) - weigh(a))[0] ?? null;
  if (same.length > 0) return best(same, neighbours);
  if (quote.length >= SHORTEST_PART) {
    if (here?.folded.includes(quote) === true) return here;
    const parts = places.filter(({ folded }) => folded.includes(quote));
    if (parts.length > 0) return best(parts, neighbours);
  }
  const words = wordsOf(anchor.quote);
  const weigh = (place: Place): number => likeness(words, place.words) + neighbours(place);
  const near = best(places, weigh);
  if (near !== null && weigh(near) >= ALIKE_ELSEWHERE) return near;
  return here !== null && weigh(here) >= ALIKE_HERE ? here : null;
};

/**
 * The notes with their anchors found again in these texts: by path and wording, by wording alone (the clause was
 * renumbered), by a part of it, by most of its words and its neighbours (it was reworded too), at last on the
 * other side (it was deleted). What finds no place is marked as lost, for no other clause to wear its note.
 * Law: every note comes out once, in order, with its own words.
 */
export function findAnchors(changes: readonly Change[], notes: readonly Note[]): readonly Note[] {
  if (notes.length === 0) return notes;
  const sides = { base: placesOf(changes, 'base'), revised: placesOf(changes, 'revised') };
  const headings = new Set(
    changes
      .flatMap(({ base, revised }) => [...base, ...revised])
      .flatMap(({ unit, path, text }) => (unit === 'heading' ? `${path}\n${text}` : [])),
  );
  return notes.map((note) => {
    const { anchor } = note;
    if (headings.has(`${anchor.path}\n${anchor.quote}`)) return note;
    const found =
      find(anchor, sides[anchor.side]) ?? find(anchor, sides[anchor.side === 'base' ? 'revised' : 'base']);
    if (found === null) return { ...note, anchor: { ...anchor, isLost: true } };
    const { quote, before, after } = anchor;
    const context = {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
    return { ...note, anchor: { side: found.side, path: found.unit.path, quote, ...context } };
  });
}

/** The notes with what stands around their clauses, for those that do not know it yet. */
export function withContext(changes: readonly Change[], notes: readonly Note[]): readonly Note[] {
  const places = new Map(
    (['base', 'revised'] as const).flatMap((side) =>
      placesOf(changes, side).map((place) => [`${side}\n${place.unit.path}`, place] as const),
    ),
  );
  return notes.map((note) => {
    const { anchor } = note;
    const place = places.get(`${anchor.side}\n${anchor.path}`);
    if (place === undefined || anchor.before !== undefined || anchor.isLost === true) return note;
    return { ...note, anchor: { ...anchor, before: place.before, after: place.after } };
  });
}
