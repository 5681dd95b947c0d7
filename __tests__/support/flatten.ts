import { compareResolutions } from '../../src/core/diff/compare-resolutions.ts';
import { unitsOf } from '../../src/core/diff/units.ts';
import type { Change, Unit } from '../../src/core/model/change.ts';
import type { Resolution } from '../../src/core/model/resolution.ts';
import type { SourceDocument, SourceLine } from '../../src/core/model/source.ts';

const STABLE = new Set<Change['kind']>(['unchanged', 'renumbered', 'editorial', 'edited']);

/** What stands in the body of a document; footnotes do not. */
const PRINTED = new Set<string>(['clause', 'heading', 'frame']);

/** Base label and new label run together as a copy does: `d)` and `c)` are "dc)". */
const bothLabels = (from: string | null, to: string | null): string => {
  if (from === to || from === null || to === null) return `${from ?? ''}${from === to ? '' : (to ?? '')}`;
  return from.endsWith(')') && to.endsWith(')') ? `${from.slice(0, -1)}${to}` : `${from}${to}`;
};

const line = (label: string | null, text: string, at: number): SourceLine => ({
  kind: 'paragraph',
  style: null,
  label: null,
  level: 0,
  line: at,
  text: `${label ?? ''}${text}`,
  marks: [],
});

/**
 * Two texts as one copy with their tracked changes run together: deleted words, then inserted ones, nothing
 * between; what moved stands in both places. Lines are numbered from 1.
 */
export function flatten(base: Resolution, revised: Resolution): SourceDocument {
  const changes = compareResolutions(base, revised).changes.filter(({ unit }) => PRINTED.has(unit));
  const order = new Map<string, number>();
  unitsOf(base).forEach((unit, at) => order.set(`${unit.unit} ${unit.path}`, at));
  const placeOf = (unit: Unit) => order.get(`${unit.unit} ${unit.path}`) ?? 0;
  let last = -1;
  // Sections may change places: only what stands in the order of both is kept as one line.
  const isStable = (change: Change): boolean => {
    const [from] = change.base;
    if (from === undefined || change.revised.length !== 1 || !STABLE.has(change.kind)) return false;
    if (placeOf(from) <= last) return false;
    last = placeOf(from);
    return true;
  };
  const stable = new Set(changes.filter(isStable));
  const gone = changes
    .filter((change) => !stable.has(change))
    .flatMap(({ base: units }) => units)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const lines: SourceLine[] = [];
  const add = (label: string | null, text: string) => {
    text
      .split('\n\n')
      .forEach((piece, at) => lines.push(line(at === 0 ? label : null, piece, lines.length + 1)));
  };
  const addGone = (before: number) => {
    for (let unit = gone[0]; unit !== undefined && placeOf(unit) < before; unit = gone[0]) {
      add(unit.label, unit.text);
      gone.shift();
    }
  };
  for (const change of changes) {
    if (!stable.has(change)) {
      for (const unit of change.revised) add(unit.label, unit.text);
      continue;
    }
    const [from, to] = [change.base[0], change.revised[0]];
    if (from === undefined || to === undefined) continue;
    addGone(placeOf(from));
    add(bothLabels(from.label, to.label), change.spans.map(({ text }) => text).join(''));
  }
  addGone(Infinity);
  return {
    lines,
    footnotes: revised.footnotes.map(({ label, text, marks }) => ({ label, text, marks, line: 0 })),
  };
}
