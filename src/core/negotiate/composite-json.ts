import type { Composite } from './composite-types.ts';
import { headFacts } from './head-json.ts';

/** The consolidated text as `composite --json` prints it (docs/json.md). */
export function compositeJson({ base, sponsors, rows }: Composite) {
  return {
    schema: 'clausewatch/composite@1',
    base: headFacts(base),
    proposals: sponsors.map(({ name, action, text }) => ({ name, action, text: text.facts.name })),
    rows: rows.map((row) => ({
      unit: row.unit,
      base: row.base?.path ?? null,
      label: row.label,
      labels: Object.fromEntries(row.labels),
      pieces: row.pieces,
      kept: row.kept,
      alternatives: row.alternatives,
      absent: row.absent,
      ...(row.movedTo.size === 0 ? {} : { movedTo: Object.fromEntries(row.movedTo) }),
      ...(row.movedFrom.size === 0 ? {} : { movedFrom: Object.fromEntries(row.movedFrom) }),
    })),
  };
}
