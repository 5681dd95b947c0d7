import { headFacts } from './head-json.ts';
import type { UiLanguage } from '../model/language.ts';
import type { Cell, Matrix, Row } from './matrix-types.ts';

const cellJson = (cell: Cell) => ({
  kind: cell.kind,
  revised: cell.revised,
  flags: [...new Set(cell.flags.map(({ label }) => label))],
  moved: cell.moved,
  ...(cell.moveScope === undefined ? {} : { moveScope: cell.moveScope }),
  editorial: cell.change.editorial,
  ...(cell.stance === null ? {} : { stance: cell.stance }),
  text: cell.revised.length === 0 ? null : cell.change.revised.map(({ text }) => text).join('\n'),
  spans: cell.change.spans,
});

const rowJson = (row: Row) => ({
  base: row.base?.path ?? null,
  ...(row.base === null ? { after: row.after } : { text: row.base.text }),
  cells: Object.fromEntries([...row.cells].map(([name, cell]) => [name, cellJson(cell)])),
  agreements: row.agreements,
  conflicts: row.conflicts,
  meets: row.meets,
  heat: row.heat,
});

/** The matrix as `matrix --json` prints it (docs/json.md). Rows a proposal leaves as they were have no cell of it. */
export function matrixJson(matrix: Matrix, language: UiLanguage) {
  return {
    schema: 'clausewatch/matrix@1',
    base: headFacts(matrix.base),
    proposals: matrix.columns.map(({ name, action, text, touched, heat }) => ({
      ...headFacts(text),
      name,
      text: text.facts.name,
      action,
      touched,
      heat,
    })),
    rows: matrix.rows.map(rowJson),
    headings: matrix.headings.map(rowJson),
    frame: matrix.frame.map(rowJson),
    footnotes: matrix.footnotes.map(rowJson),
    flags: matrix.columns.flatMap(({ name, flags }) =>
      flags.map(({ rule, label, polarity, severity, score, base, revised, message, fingerprint }) => ({
        proposal: name,
        rule,
        label,
        polarity,
        severity,
        score,
        base,
        revised,
        message: message[language],
        fingerprint,
      })),
    ),
    notChecked: matrix.notChecked,
  };
}
