import type { UiLanguage } from '../../../core/model/language.ts';
import type { Cell, Matrix, Row } from '../../../core/negotiate/matrix-types.ts';
import { cellCode, marksOf } from '../../../core/negotiate/row-results.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { xlsxFile, type Sheet, type Tint } from '../tables/xlsx-file.ts';
import { gradeOf } from '../tell-flag.ts';
import { exportWords } from '../words.ts';
import { rowName, toldRows } from './row-name.ts';

const withLabel = (label: string | null, text: string): string =>
  label === null ? text : `${label} ${text}`;

/** What a sponsor makes of a clause, in its own words; what it deletes is said. */
const resultOf = ({ change, kind }: Cell, deleted: string): string =>
  kind === 'deleted' ? deleted : change.revised.map(({ label, text }) => withLabel(label, text)).join('\n');

const isRed = ({ flags }: Cell): boolean => flags.some(({ polarity }) => polarity === 'red');
const isGreen = ({ flags }: Cell): boolean => flags.some(({ polarity }) => polarity === 'green');

const tintOf = (cell: Cell | undefined): Tint | null => {
  if (cell === undefined) return null;
  return isRed(cell) ? 'red' : isGreen(cell) ? 'green' : null;
};

/**
 * The matrix as the workbook of a coordination: who does what in few letters, what each makes of every clause in
 * full, the flags, the proposals. Cells with red flags are tinted red, those with green ones green.
 */
export function matrixWorkbook(matrix: Matrix, language: UiLanguage): Uint8Array {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { base, columns } = matrix;
  const names = columns.map(({ name }) => sanitiseLine(name));
  const rows = toldRows(matrix);
  const tint = (row: number, column: number, first: number): Tint | null =>
    tintOf(rows[row]?.cells.get(columns[column - first]?.name ?? ''));
  const codes = (row: Row) =>
    columns.map(({ name }) => {
      const cell = row.cells.get(name);
      if (cell === undefined) return '';
      const { isAgreed, isClashing } = marksOf(row, name);
      return `${cellCode(cell)}${isAgreed ? ' =' : ''}${isClashing ? ' x' : ''}`;
    });
  const agreed = ({ agreements }: Row): string =>
    agreements
      .map(({ sponsors, text }) =>
        say(text === null ? 'matrix.agreeDelete' : 'matrix.agree', { sponsors: sponsors.join(', ') }),
      )
      .join('\n');
  const clashing = ({ conflicts }: Row): string =>
    conflicts
      .map(({ between: [one, other], reason }) => say(`matrix.conflict.${reason}`, { one, other }))
      .join('\n');
  const clause = words('column.path');
  const sheets: Sheet[] = [
    {
      name: words('sheet.matrix'),
      widths: [30, 60, ...names.map(() => 14), 40, 40, 10],
      columns: [
        clause,
        words('column.base'),
        ...names,
        say('matrix.agreements'),
        say('matrix.conflicts'),
        words('column.points'),
      ],
      rows: rows.map((row) => [
        sanitiseLine(rowName(row, say)),
        row.base === null ? '' : sanitise(withLabel(row.base.label, row.base.text)),
        ...codes(row),
        sanitise(agreed(row)),
        sanitise(clashing(row)),
        row.heat.red === 0 ? '' : row.heat.red,
      ]),
      tintOf: (row, column) => tint(row, column, 2),
    },
    {
      name: words('sheet.texts'),
      widths: [30, 60, ...names.map(() => 60)],
      columns: [clause, words('column.base'), ...names],
      rows: rows.map((row) => [
        sanitiseLine(rowName(row, say)),
        row.base === null ? '' : sanitise(withLabel(row.base.label, row.base.text)),
        ...columns.map(({ name }) => {
          const cell = row.cells.get(name);
          return cell === undefined || cell.kind === 'renumbered'
            ? ''
            : sanitise(resultOf(cell, say('matrix.deleted')));
        }),
      ]),
      tintOf: (row, column) => tint(row, column, 2),
    },
    {
      name: report('flags.title'),
      widths: [18, 30, 16, 34, 8, 70, 70],
      columns: [
        words('column.sponsor'),
        clause,
        words('column.severity'),
        words('column.flags'),
        words('column.points'),
        words('column.finding'),
        report('flag.why'),
      ],
      rows: columns.flatMap(({ name, flags }) =>
        flags.map((flag) => [
          sanitiseLine(name),
          sanitiseLine((flag.revised.length > 0 ? flag.revised : flag.base).join(', ')),
          gradeOf(flag, report),
          sanitiseLine(labelWords(language, flag.label)),
          flag.polarity === 'green' ? '' : flag.score,
          sanitise(flag.message[language]),
          sanitise(flag.why[language]),
        ]),
      ),
    },
    {
      name: words('sheet.about'),
      widths: [24, 14, 24, 14, 10, 10, 50],
      columns: [
        words('column.sponsor'),
        words('column.action'),
        words('column.symbol'),
        words('column.touched'),
        report('polarity.red'),
        report('polarity.green'),
        report('header.base'),
      ],
      rows: columns.map(({ name, action, text, touched, heat }) => [
        sanitiseLine(name),
        action,
        sanitiseLine(text.facts.symbol ?? ''),
        touched,
        heat.red,
        heat.green,
        sanitiseLine(`${base.facts.name}${text.facts.isModel ? ` (${say('matrix.model')})` : ''}`),
      ]),
    },
  ];
  return xlsxFile(sheets);
}
