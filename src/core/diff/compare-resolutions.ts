import type { Change, ChangeKind, Comparison, Pairing, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { Resolution } from '../model/resolution.ts';
import type { Pin } from '../model/review.ts';
import { fold } from '../text/fold.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { alignTexts, type AlignedClauses } from './align-texts.ts';
import { diffWords } from './diff-words.ts';
import { editorialReasons } from './editorial.ts';
import { inReadingOrder } from './reading-order.ts';
import { unitsOf } from './units.ts';

/** Several clauses of one side as one text: joined by line feeds. */
const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('\n');

type Described = Omit<AlignedClauses, 'move'> & Partial<Pick<AlignedClauses, 'move'>>;

const kindOf = (change: Omit<Change, 'kind'>, isSameWording: boolean): ChangeKind => {
  if (change.base.length === 0) return 'added';
  if (change.revised.length === 0) return 'deleted';
  if (change.revised.length > 1) return 'split';
  if (change.base.length > 1) return 'merged';
  if (change.moved) return 'moved';
  if (isSameWording) return change.renumbered ? 'renumbered' : 'unchanged';
  return change.editorial ? 'editorial' : 'edited';
};

/** A wording without what the list adds to it, its dashes, quotes and spaces each of one kind. */
const ownWording = (text: string): string =>
  fold(text.slice(0, ownWordsEnd(text)))
    .replace(/ {2,}/g, ' ')
    .trim();

/** True when nothing differs but the kind of dash, quote or space, and the list's own punctuation. */
const isSameWording = (base: string, revised: string): boolean =>
  base === revised || ownWording(base) === ownWording(revised);

const describe = ({ base, revised, score, pairing, move }: Described, language: Language): Change => {
  const [from, to] = [joined(base), joined(revised)];
  const [first, other] = [base[0], revised[0]];
  const { spans, isCoarse } = diffWords(from, to, language);
  const isPair = base.length === 1 && revised.length === 1;
  const isSame = isPair && isSameWording(from, to);
  // The history only ever gains a place and a year.
  const isHistory = first?.path === 'history' && first.unit === 'frame';
  const reasons = !isPair || isSame ? null : isHistory ? ['citation'] : editorialReasons(from, to, language);
  const change: Omit<Change, 'kind'> = {
    unit: (other ?? first)?.unit ?? 'clause',
    part: (other ?? first)?.part ?? 'operative',
    base,
    revised,
    moved: move !== undefined,
    ...(move === undefined ? {} : { moveScope: move.scope, moveRun: move.run }),
    renumbered: isPair && first?.label !== other?.label,
    // An empty list of reasons with a different wording: only footnote marks or typography inside.
    editorial: reasons !== null,
    reasons: [...(reasons ?? (isPair && !isSame ? ['words'] : [])), ...(isCoarse ? ['coarse'] : [])],
    score: Math.round(score * 1000) / 1000,
    pairing,
    spans,
  };
  return { kind: kindOf(change, isSame), ...change };
};

const pairedByPosition: Pairing = { reason: 'position', isAmbiguous: false };
const alone: Pairing = { reason: 'alone', isAmbiguous: false };

const likeness = (base: string, revised: string): number => {
  if (base === revised) return 1;
  const bag = (text: string) =>
    fold(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const [a, b] = [bag(base), bag(revised)];
  const rest = [...b];
  let common = 0;
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at !== -1) {
      rest.splice(at, 1);
      common++;
    }
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
};

/** Frame lines go by name, headings by the section they head. */
const pairOthers = (
  base: readonly Unit[],
  revised: readonly Unit[],
  partnerOf: (unit: Unit) => string | undefined,
): Described[] => {
  const left = new Map(revised.map((unit) => [unit.path, unit]));
  const pairs: Described[] = [];
  for (const from of base) {
    const to = left.get(partnerOf(from) ?? '');
    if (to === undefined) pairs.push({ base: [from], revised: [], score: 0, pairing: alone });
    else {
      left.delete(to.path);
      pairs.push({
        base: [from],
        revised: [to],
        score: likeness(from.text, to.text),
        pairing: pairedByPosition,
      });
    }
  }
  for (const to of left.values()) pairs.push({ base: [], revised: [to], score: 0, pairing: alone });
  return pairs;
};

/** Footnotes go by their words, then by their mark: a mark only counts where the words were changed. */
const pairFootnotes = (base: readonly Unit[], revised: readonly Unit[]): Described[] => {
  const partners = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  const pairBy = (keyOf: (unit: Unit) => string): void => {
    const waiting = new Map<string, Unit[]>();
    for (const to of revised) {
      if (!taken.has(to)) waiting.set(keyOf(to), [...(waiting.get(keyOf(to)) ?? []), to]);
    }
    for (const from of base) {
      const to = partners.has(from) ? undefined : waiting.get(keyOf(from))?.shift();
      if (to === undefined) continue;
      partners.set(from, to);
      taken.add(to);
    }
  };
  pairBy(({ text }) => ownWording(text));
  pairBy(({ label }) => label ?? '');
  return pairOthers(base, revised, (unit) => partners.get(unit)?.path);
};

export interface CompareOptions {
  /** Clauses that the reviewer paired or set apart; pins that cannot be followed are given back as `unusedPins`. */
  readonly pins?: readonly Pin[];
}

/**
 * Compares two texts of a resolution. Every clause, heading and frame line of both stands in exactly one
 * change; changes come in the reading order of the revised text, deleted ones where they stood. Rejecting all
 * spans gives the base, accepting them the revised text. Deterministic; labels never decide.
 */
export function compareResolutions(
  base: Resolution,
  revised: Resolution,
  { pins = [] }: CompareOptions = {},
): Comparison {
  const { language } = revised;
  const [from, to] = [unitsOf(base), unitsOf(revised)];
  const { clauses, sectionOf, unusedPins } = alignTexts(from, to, language, pins);
  const unitsOfKind = (units: readonly Unit[], kind: Unit['unit']) =>
    units.filter(({ unit }) => unit === kind);
  const described: Described[] = [
    ...pairOthers(unitsOfKind(from, 'frame'), unitsOfKind(to, 'frame'), ({ path }) => path),
    ...pairOthers(unitsOfKind(from, 'heading'), unitsOfKind(to, 'heading'), ({ section }) =>
      sectionOf.get(section),
    ),
    ...pairFootnotes(unitsOfKind(from, 'footnote'), unitsOfKind(to, 'footnote')),
    ...clauses,
  ];
  const changes = inReadingOrder(
    described.map((one) => describe(one, language)),
    from,
    to,
  );
  const summary: Partial<Record<ChangeKind, number>> = {};
  for (const { kind } of changes) summary[kind] = (summary[kind] ?? 0) + 1;
  return { changes, summary, ...(unusedPins.length === 0 ? {} : { unusedPins }) };
}
