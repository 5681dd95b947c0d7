import { unitsOf } from '../diff/units.ts';
import type { Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { composeWords } from './compose-words.ts';
import {
  BASE_NAME,
  type Alternative,
  type Composite,
  type CompositeRow,
  type PlacedLine,
} from './composite-types.ts';
import { layOut, type Layout } from './lay-out.ts';
import { SAME_CLAUSE, wordingLikeness } from './likeness.ts';
import type { Negotiation, Proposal } from './negotiation.ts';

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;

/** Where clauses of one proposal went to and came from, by key of the unit. */
interface Journeys {
  readonly name: string;
  readonly to: ReadonlyMap<string, string>;
  readonly from: ReadonlyMap<string, string>;
}

const journeysOf = ({ name, comparison }: Proposal): Journeys => {
  const [to, from] = [new Map<string, string>(), new Map<string, string>()];
  for (const { base, revised } of comparison.changes) {
    const [first, other] = [base[0], revised[0]];
    if (first === undefined || other === undefined) continue;
    for (const unit of base) to.set(keyOf(unit), other.path);
    for (const unit of revised) from.set(keyOf(unit), first.path);
  }
  return { name, to, from };
};

/** What each sponsor has at one place. */
type Versions = readonly (readonly [name: string, units: readonly Unit[]])[];

const lineOf = ({ unit, label, text }: Unit): PlacedLine => ({ unit, label, text });

/** Several clauses here, grouped by what they are word for word. */
const alternativesOf = (versions: Versions): Alternative[] => {
  const groups = new Map<string, { sponsors: string[]; lines: PlacedLine[] }>();
  for (const [name, units] of versions) {
    const lines = units.map(lineOf);
    const key = JSON.stringify(lines);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { sponsors: [name], lines });
    else group.sponsors.push(name);
  }
  return [...groups.values()].sort((a, b) => b.sponsors.length - a.sponsors.length);
};

const rowOf = (
  base: Unit | null,
  unit: Unit,
  versions: Versions,
  journeys: readonly Journeys[],
  language: Language,
): CompositeRow => {
  const single = versions.flatMap(([name, units]) => {
    const [only] = units;
    return only !== undefined && units.length === 1 && only.unit === unit.unit ? [[name, only] as const] : [];
  });
  const names = new Set(single.map(([name]) => name));
  const label = unit.label;
  const unitsOfName = new Map(versions);
  const [movedTo, movedFrom] = [new Map<string, string>(), new Map<string, string>()];
  for (const { name, to, from } of journeys) {
    const [own] = unitsOfName.get(name) ?? [];
    if (own === undefined && base !== null) setWhere(movedTo, name, to.get(keyOf(base)));
    if (own !== undefined && base === null) setWhere(movedFrom, name, from.get(keyOf(own)));
  }
  return {
    unit: unit.unit,
    base,
    label,
    labels: new Map(single.filter(([, own]) => own.label !== label).map(([name, own]) => [name, own.label])),
    pieces: composeWords(
      single.map(([name, { text }]) => [name, text]),
      language,
    ),
    kept: [...names],
    alternatives: alternativesOf(versions.filter(([name, units]) => units.length > 0 && !names.has(name))),
    absent: versions.filter(([, units]) => units.length === 0).map(([name]) => name),
    movedTo,
    movedFrom,
  };
};

const setWhere = (map: Map<string, string>, name: string, path: string | undefined): void => {
  if (path !== undefined) map.set(name, path);
};

/** What several sponsors put in at one place, those that say the same together, each in its own order. */
const clusters = (layouts: readonly Layout[], place: number, language: Language): Map<string, Unit>[] => {
  const found: Map<string, Unit>[] = [];
  for (const { name, after } of layouts) {
    let from = 0;
    for (const unit of after.get(place) ?? []) {
      const isAlike = (other: Unit) =>
        other.unit === unit.unit && wordingLikeness(other.text, unit.text, language) >= SAME_CLAUSE;
      let at = found.findIndex((cluster, index) => index >= from && [...cluster.values()].some(isAlike));
      if (at === -1) found.splice((at = from), 0, new Map());
      found[at]?.set(name, unit);
      from = at + 1;
    }
  }
  return found;
};

/**
 * One consolidated text of all proposals: agreed words once, options where they differ.
 * Law: choosing one sponsor's options gives its text exactly; choosing the base's gives the base.
 */
export function buildComposite({ base, proposals }: Negotiation): Composite {
  const { language } = base.resolution;
  const units = unitsOf(base.resolution);
  const layouts = proposals.map((proposal) => layOut(proposal, units));
  const journeys = proposals.map(journeysOf);
  const names = [BASE_NAME, ...proposals.map(({ name }) => name)];
  const rows: CompositeRow[] = [];
  const putIn = (place: number) => {
    for (const cluster of clusters(layouts, place, language)) {
      const [first] = cluster.values();
      if (first === undefined) continue;
      const versions = names.map((name) => {
        const own = cluster.get(name);
        return [name, own === undefined ? [] : [own]] as const;
      });
      rows.push(rowOf(null, first, versions, journeys, language));
    }
  };
  putIn(-1);
  units.forEach((unit, place) => {
    const versions = [
      [BASE_NAME, [unit]] as const,
      ...layouts.map(({ name, inPlace }) => [name, inPlace.get(place) ?? []] as const),
    ];
    rows.push(rowOf(unit, unit, versions, journeys, language));
    putIn(place);
  });
  const sponsors = proposals.map(({ name, action, text }) => ({ name, action, text }));
  return { base, sponsors, rows };
}

/** The text of one sponsor (or of `BASE_NAME`): its option at every place. */
export function chooseText({ rows }: Composite, name: string): PlacedLine[] {
  return rows.flatMap((row) => {
    const other = row.alternatives.find(({ sponsors }) => sponsors.includes(name));
    if (other !== undefined) return other.lines;
    if (!row.kept.includes(name)) return [];
    const text = row.pieces
      .map((piece) =>
        piece.kind === 'agreed'
          ? piece.text
          : (piece.options.find(({ sponsors }) => sponsors.includes(name))?.text ?? ''),
      )
      .join('');
    const label = row.labels.has(name) ? (row.labels.get(name) ?? null) : row.label;
    return [{ unit: row.unit, label, text }];
  });
}
