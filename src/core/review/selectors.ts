import type { Change, Unit } from '../model/change.ts';
import type { Flag } from '../model/flag.ts';
import type { Anchor, FlagDecision, Note, Place, Review } from '../model/review.ts';
import { changeDigest } from './digest.ts';

/** The clause a change is known by: the first revised one, or the deleted one. */
export function changePlace(change: Change): Place | null {
  const [revised] = change.revised;
  if (revised) return { side: 'revised', path: revised.path };
  const [base] = change.base;
  return base ? { side: 'base', path: base.path } : null;
}

/** Where a note on this change belongs, with the clause's words as they are now. */
export function changeAnchor(change: Change): Anchor | null {
  const place = changePlace(change);
  const unit = change.revised[0] ?? change.base[0];
  return place && unit ? { ...place, quote: unit.text } : null;
}

export interface PlacedNotes {
  /** Notes by the position of their change in the list given. */
  readonly byChange: ReadonlyMap<number, readonly Note[]>;
  /** Notes on clauses that are in neither text any more; they are shown apart, never dropped. */
  readonly orphans: readonly Note[];
}

/** The changes by wording and path, to find the place of a note. */
interface Index {
  readonly exact: ReadonlyMap<string, number>;
  readonly byQuote: ReadonlyMap<string, number>;
  readonly byPath: ReadonlyMap<string, number>;
}

const indexOf = (changes: readonly Change[]): Index => {
  const exact = new Map<string, number>();
  const byQuote = new Map<string, number>();
  const byPath = new Map<string, number>();
  const enter = (map: Map<string, number>, key: string, index: number): void => {
    if (!map.has(key)) map.set(key, index);
  };
  const enterUnits = (side: Anchor['side'], units: readonly Unit[], index: number): void => {
    for (const { unit, path, text } of units) {
      enter(exact, `${side}\n${path}\n${text}`, index);
      // A heading is only meant where nothing but it fits: a lone clause has the same path.
      if (unit === 'heading') continue;
      enter(byQuote, `${side}\n${text}`, index);
      enter(byPath, `${side}\n${path}`, index);
    }
  };
  for (const [index, change] of changes.entries()) {
    enterUnits('base', change.base, index);
    enterUnits('revised', change.revised, index);
  }
  return { exact, byQuote, byPath };
};

const indexes = new WeakMap<readonly Change[], Index>();

const knownIndex = (changes: readonly Change[]): Index => {
  const index = indexes.get(changes) ?? indexOf(changes);
  indexes.set(changes, index);
  return index;
};

/**
 * Notes laid onto the changes of a comparison, each exactly once: by path and wording, else by wording alone
 * (the clause was renumbered), else by path alone (it was reworded).
 */
export function placeNotes(changes: readonly Change[], notes: readonly Note[]): PlacedNotes {
  if (notes.length === 0) return { byChange: new Map(), orphans: [] };
  const { exact, byQuote, byPath } = knownIndex(changes);
  const byChange = new Map<number, Note[]>();
  const orphans: Note[] = [];
  for (const note of notes) {
    const { side, path, quote, isLost } = note.anchor;
    const index =
      isLost === true
        ? undefined
        : (exact.get(`${side}\n${path}\n${quote}`) ??
          byQuote.get(`${side}\n${quote}`) ??
          byPath.get(`${side}\n${path}`));
    if (index === undefined) orphans.push(note);
    else byChange.set(index, [...(byChange.get(index) ?? []), note]);
  }
  return { byChange, orphans };
}

/** What was decided on a flag, or null while it is open. */
export function decisionOn(review: Review, flag: Flag): FlagDecision | null {
  return review.decisions?.find((decision) => decision.flag === flag.fingerprint) ?? null;
}

/** The changes that were marked as seen and still have the same words, by their position in the list. */
export function seenChanges(changes: readonly Change[], review: Review): ReadonlySet<number> {
  const marks = new Map((review.seen ?? []).map((mark) => [`${mark.side}\n${mark.path}`, mark.digest]));
  const seen = new Set<number>();
  if (marks.size === 0) return seen;
  for (const [index, change] of changes.entries()) {
    if (change.unit !== 'clause') continue;
    const place = changePlace(change);
    const marked = place && marks.get(`${place.side}\n${place.path}`);
    if (marked && marked === changeDigest(change)) seen.add(index);
  }
  return seen;
}
