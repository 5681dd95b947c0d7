import { unitsOf } from '../diff/units.ts';
import type { Change, Unit } from '../model/change.ts';
import { SEVERITIES, type Flag } from '../model/flag.ts';
import { agreementsOf, clashesOf } from './clashes.ts';
import type { Cell, Column, Heat, Matrix, Row } from './matrix-types.ts';
import type { Negotiation, Proposal } from './negotiation.ts';
import { slotsOf } from './slots.ts';

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;

/** Points and worst severity of flags, each counted once whoever raised it. */
export function heatOf(flags: readonly Flag[]): Heat {
  let [red, green, worst] = [0, 0, -1];
  for (const flag of flags) {
    if (flag.polarity === 'green') green += flag.score;
    else {
      red += flag.score;
      worst = Math.max(worst, SEVERITIES.indexOf(flag.severity));
    }
  }
  return { red, green, worst: SEVERITIES[worst] ?? null };
}

/** Flags of one result, whoever proposes it, are one. */
const heatOfCells = (cells: ReadonlyMap<string, Cell>): Heat => {
  const seen = new Map<string, Flag>();
  for (const { flags, change } of cells.values()) {
    const words = change.revised.map(({ text }) => text).join('\n');
    for (const flag of flags) seen.set(`${flag.rule} ${words}`, flag);
  }
  return heatOf([...seen.values()]);
};

const flagsOn = ({ flags }: Proposal, { base, revised }: Change): Flag[] =>
  flags.filter(
    (flag) =>
      (flag.revised.length > 0 && revised.some(({ path }) => flag.revised.includes(path))) ||
      (flag.revised.length === 0 && base.some(({ path }) => flag.base.includes(path))),
  );

const cellOf = (proposal: Proposal, change: Change): Cell | null => {
  const { kind } = change;
  if (kind === 'unchanged') return null;
  const paths = {
    base: change.base.map(({ path }) => path),
    revised: change.revised.map(({ path }) => path),
  };
  const notes = proposal.notes.filter(({ anchor }) => paths[anchor.side].includes(anchor.path));
  const said = notes.filter(({ stance }) => stance !== null);
  return {
    kind,
    revised: paths.revised,
    moved: change.moved,
    ...(change.moveScope === undefined ? {} : { moveScope: change.moveScope }),
    change,
    flags: change.unit === 'frame' ? [] : flagsOn(proposal, change),
    stance: said[said.length - 1]?.stance ?? null,
  };
};

const rowOf = (
  place: Pick<Row, 'unit' | 'base' | 'after' | 'order'>,
  cells: ReadonlyMap<string, Cell>,
): Row => ({
  ...place,
  cells,
  agreements: agreementsOf(cells),
  ...clashesOf(place.base, cells),
  heat: heatOfCells(cells),
});

const baseRows = ({ base, proposals }: Negotiation): Row[] => {
  const changed = proposals.map((proposal) => {
    const changes = new Map<string, Change>();
    for (const change of proposal.comparison.changes)
      for (const unit of change.base) changes.set(keyOf(unit), change);
    return { proposal, changes };
  });
  return unitsOf(base.resolution).map((unit, order) => {
    const cells = new Map<string, Cell>();
    for (const { proposal, changes } of changed) {
      const change = changes.get(keyOf(unit));
      const cell = change === undefined ? null : cellOf(proposal, change);
      if (cell !== null) cells.set(proposal.name, cell);
    }
    return rowOf({ unit: unit.unit, base: unit, after: null, order }, cells);
  });
};

const slotRows = (negotiation: Negotiation): Row[] => {
  const byName = new Map(negotiation.proposals.map((proposal) => [proposal.name, proposal]));
  return slotsOf(negotiation).map(({ unit, after, order, insertions }) => {
    const cells = new Map<string, Cell>();
    for (const { proposal, change } of insertions) {
      const from = byName.get(proposal);
      const cell = from === undefined ? null : cellOf(from, change);
      if (cell !== null) cells.set(proposal, cell);
    }
    return rowOf({ unit, base: null, after: after?.path ?? null, order }, cells);
  });
};

const columnOf = ({ name, action, text, comparison, flags }: Proposal): Column => ({
  name,
  action,
  text,
  touched: comparison.changes.filter(
    ({ unit, kind }) => unit === 'clause' && kind !== 'unchanged' && kind !== 'renumbered',
  ).length,
  flags,
  heat: heatOf(flags),
});

/**
 * Every proposal against the base: a row for each base clause in order, and one for each new clause where it is
 * put in; a column for each proposal. A proposal has a cell only where it touches the row.
 */
export function buildMatrix(negotiation: Negotiation): Matrix {
  const all = [...baseRows(negotiation), ...slotRows(negotiation)].sort((a, b) => a.order - b.order);
  const of = (unit: Unit['unit']) => all.filter((row) => row.unit === unit);
  const notChecked = negotiation.proposals.flatMap((proposal) => proposal.notChecked);
  return {
    base: negotiation.base,
    columns: negotiation.proposals.map(columnOf),
    rows: of('clause'),
    headings: of('heading'),
    frame: of('frame'),
    footnotes: of('footnote'),
    notChecked: notChecked.filter((one, at) => notChecked.findIndex(({ what }) => what === one.what) === at),
  };
}
