import type { Language } from '../model/language.ts';
import type { Resolution } from '../model/resolution.ts';
import type { Unit } from '../model/change.ts';
import { findReferences, labelKey, type Reference } from '../text/cross-references.ts';
import { matchKey } from '../text/match-key.ts';
import { unitsOf } from './units.ts';

/** One label of a reference and the clause it stands for. */
export interface ResolvedLabel {
  /** Offsets of the labels in the clause's text. */
  readonly start: number;
  readonly end: number;
  /** What it names, as a key: equal for two references exactly when they name the same thing. */
  readonly names: string;
  /** The clause cited; null when there is none. */
  readonly target: Unit | null;
}

export interface ResolvedReference {
  readonly reference: Reference;
  readonly labels: readonly ResolvedLabel[];
  /** False when nothing can be said where a label has no target: the words may be meant otherwise. */
  readonly isSure: boolean;
}

/** A clause with the labels that lead to it, outermost first. */
interface Place {
  readonly unit: Unit;
  readonly at: number;
  readonly labels: readonly string[];
}

interface Section {
  readonly path: string;
  readonly key: string;
  readonly places: Place[];
  readonly at: number;
}

const headingKey = (heading: string): string => matchKey(heading).replace(/\s*[,:،]+$/u, '');

/** The labels of clauses in reading order, from their depths. */
const layOut = (units: readonly Unit[]): Section[] => {
  const sections = new Map<string, Section>();
  let open: string[] = [];
  units.forEach((unit, at) => {
    if (unit.unit !== 'clause') return;
    let section = sections.get(unit.section);
    if (section === undefined) {
      section = { path: unit.section, key: headingKey(unit.heading), places: [], at };
      sections.set(unit.section, section);
      open = [];
    }
    open = open.slice(0, unit.depth - 1);
    while (open.length < unit.depth - 1) open.push('');
    if (unit.label !== null) open.push(labelKey(unit.label));
    section.places.push({ unit, at, labels: open.filter((label) => label !== '') });
  });
  return [...sections.values()];
};

const endsWith = (labels: readonly string[], path: readonly string[]): boolean =>
  labels.length >= path.length &&
  path.every((label, at) => label === labels[labels.length - path.length + at]);

const isPath = (labels: readonly string[], path: readonly string[]): boolean =>
  labels.length === path.length && endsWith(labels, path);

/** Nearest first: before the place for "above", after it for "below", else in reading order. */
const byNearness = <Item extends { readonly at: number }>(
  items: readonly Item[],
  at: number,
  direction: Reference['direction'],
): Item[] => {
  if (direction === null) return [...items];
  const before = items.filter((item) => item.at < at).reverse();
  const after = items.filter((item) => item.at >= at);
  return direction === 'above' ? [...before, ...after] : [...after, ...before];
};

/** A text whose references can be resolved. */
export interface ReferenceMap {
  readonly units: readonly Unit[];
  /** The references of a clause, in order. */
  readonly resolve: (unit: Unit) => readonly ResolvedReference[];
}

/**
 * Resolves the cross-references of a text: a heading by its words (the same words first, then headings that
 * begin so, nearest in the direction named), a label alone ("item 2 above") by the list it stands in, then by
 * the sections before or after.
 */
export function mapReferences(resolution: Resolution): ReferenceMap {
  const units = unitsOf(resolution);
  const sections = layOut(units);
  const language: Language = resolution.language;
  const headings = [...new Set(sections.map(({ key }) => key))]
    .filter((key) => key.includes(' ') || language === 'zh')
    .sort((a, b) => b.length - a.length);
  const atOf = new Map(units.map((unit, at) => [unit, at]));

  const underHeading = (heading: string, path: readonly string[], at: number, reference: Reference) => {
    const same = sections.filter(({ key }) => key === heading);
    const longer = sections.filter(({ key }) => key !== heading && key.startsWith(heading));
    const all = [
      ...byNearness(same, at, reference.direction),
      ...byNearness(longer, at, reference.direction),
    ];
    for (const section of all) {
      const found = section.places.find(({ labels }) => isPath(labels, path));
      if (found !== undefined) return { target: found.unit, isKnown: true };
    }
    return { target: null, isKnown: all.length > 0 };
  };

  const alone = (unit: Unit, path: readonly string[], at: number, reference: Reference): Unit | null => {
    const own = sections.find((section) => section.path === unit.section);
    const here = own?.places.find((place) => place.unit === unit);
    // Inner lists before outer ones: "i) above" in 2 ii) is 2 i).
    for (let depth = here?.labels.length ?? 0; depth >= 0; depth--) {
      const prefix = here?.labels.slice(0, depth) ?? [];
      const places = own?.places.filter(({ labels }) => isPath(labels, [...prefix, ...path])) ?? [];
      const found = byNearness(places, at, reference.direction).find(
        (place) =>
          place.unit !== unit &&
          (reference.direction === null || place.at < at === (reference.direction === 'above')),
      );
      if (found !== undefined) return found.unit;
    }
    for (const section of byNearness(sections, at, reference.direction)) {
      if (section === own || reference.direction === null) continue;
      if (section.at < at !== (reference.direction === 'above')) break;
      const found = section.places.find(({ labels }) => isPath(labels, path));
      if (found !== undefined) return found.unit;
    }
    return null;
  };

  const resolve = (unit: Unit): readonly ResolvedReference[] => {
    const at = atOf.get(unit) ?? 0;
    return findReferences(unit.text, language, headings).map((reference) => {
      const { heading, direction } = reference;
      const labels = reference.labels.map(({ start, end, path }) => {
        const names = [heading ?? '', ...path].join(' ');
        if (heading === null)
          return { start, end, names, target: alone(unit, path, at, reference), isKnown: true };
        return { start, end, names, ...underHeading(heading, path, at, reference) };
      });
      const isNamed = direction !== null || labels.every(({ isKnown }) => isKnown);
      return { reference, labels, isSure: reference.isSure && isNamed };
    });
  };
  return { units, resolve };
}
