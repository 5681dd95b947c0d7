import type { UiLanguage } from '../../../core/model/language.ts';
import { countMatrix } from '../../../core/negotiate/matrix-counts.ts';
import type { Clash, Heat, Matrix, Row } from '../../../core/negotiate/matrix-types.ts';
import { cellCode, marksOf, resultsOf, touchedRows } from '../../../core/negotiate/row-results.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';
import { hang, safe, type Style } from '../style.ts';
import { renderSpans } from './spans.ts';
import { plainTable } from './table.ts';

const rowName = ({ base, after, cells }: Row, say: Say): string => {
  if (base !== null) return base.path;
  const [cell] = cells.values();
  const own = cell?.revised[0] ?? '';
  return `${own} (+ ${after === null ? say('matrix.newFirst') : say('matrix.new', { path: after })})`;
};

const heatBar = ({ red, green }: Heat): string =>
  red === 0 && green === 0 ? '' : `${red === 0 ? '' : `-${red}`}${green === 0 ? '' : ` +${green}`}`.trim();

const tableRows = (matrix: Matrix, say: Say): string[][] =>
  touchedRows([...matrix.headings, ...matrix.rows]).map((entry) => {
    if ('untouched' in entry) return [say('matrix.untouched', { count: entry.untouched })];
    const { row } = entry;
    const cells = matrix.columns.map(({ name }) => {
      const cell = row.cells.get(name);
      if (cell === undefined) return '.';
      const { isAgreed, isClashing } = marksOf(row, name);
      return `${cellCode(cell)}${isAgreed ? ' =' : ''}${isClashing ? ' x' : ''}`;
    });
    return [safe(rowName(row, say)), ...cells, heatBar(row.heat)];
  });

const clashLine = ({ between: [one, other], reason }: Clash, say: Say): string =>
  say(`matrix.conflict.${reason}`, { one, other });

const details = (row: Row, say: Say, language: UiLanguage, style: Style): string[] => {
  const words = reportWords(language);
  const lines = ['', hang('', style.bold(safe(rowName(row, say))), 0, style)];
  for (const { sponsors, cell } of resultsOf(row)) {
    if (cell.kind === 'renumbered') continue;
    const moved = cell.moved ? ` · ${say('matrix.moved', { path: cell.revised.join(', ') })}` : '';
    const stance =
      cell.stance === null ? '' : ` · ${say('matrix.stance', { stance: words(`stance.${cell.stance}`) })}`;
    lines.push(
      hang('', safe(`${sponsors.join(', ')} · ${words(`kind.${cell.kind}`)}${moved}${stance}`), 2, style),
    );
    lines.push(hang('', renderSpans(cell.change.spans, style), 4, style));
    const labels = new Set(cell.flags.map((flag) => `${flag.polarity} ${flag.label}`));
    for (const flag of cell.flags) {
      if (!labels.delete(`${flag.polarity} ${flag.label}`)) continue;
      const line = `${words(`severity.${flag.severity}`)}: ${words(`label.${flag.label}`)}`;
      lines.push(`    ${flag.polarity === 'red' ? style.red(`! ${line}`) : style.green(`+ ${line}`)}`);
    }
  }
  for (const clash of row.conflicts) lines.push(`  x ${safe(clashLine(clash, say))}`);
  for (const { between } of row.meets)
    lines.push(style.dim(`  ${safe(say('matrix.meets', { one: between[0], other: between[1] }))}`));
  return lines;
};

/** The matrix as a table fitted to the width, then every row that is touched with its words. */
export function renderMatrix(matrix: Matrix, say: Say, language: UiLanguage, style: Style): string {
  const words = reportWords(language);
  const { base, columns } = matrix;
  const lines = [
    style.bold(safe(say('matrix.title', { count: columns.length, base: base.facts.name }))),
    safe(base.resolution.title),
    ...(base.facts.isModel || columns.some(({ text }) => text.facts.isModel)
      ? [style.dim(say('matrix.model'))]
      : []),
    say('matrix.summary', { ...countMatrix(matrix) }),
    '',
    ...columns.map(({ name, action, touched, heat }) =>
      safe(
        `  ${action} ${say('matrix.sponsorHeat', {
          name,
          touched,
          red: heat.red,
          green: heat.green,
          worst: heat.worst === null ? 'none' : words(`severity.${heat.worst}`),
        })}`,
      ),
    ),
    '',
  ];
  const head = [say('matrix.clause'), ...columns.map(({ name }) => safe(name)), say('matrix.heat')];
  lines.push(...plainTable(head, tableRows(matrix, say), style.width));
  lines.push('', hang('', style.dim(say('matrix.legend')), 0, style));
  const shown = touchedRows([...matrix.frame, ...matrix.headings, ...matrix.rows, ...matrix.footnotes])
    .flatMap((entry) => ('row' in entry ? [entry.row] : []))
    .filter(({ cells }) => [...cells.values()].some(({ kind }) => kind !== 'renumbered'));
  if (shown.length > 0) lines.push('', style.bold(say('matrix.details')));
  for (const row of shown) lines.push(...details(row, say, language, style));
  return `${lines.join('\n')}\n`;
}
