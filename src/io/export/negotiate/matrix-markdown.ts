import type { RootContent } from 'mdast';
import type { UiLanguage } from '../../../core/model/language.ts';
import { countMatrix } from '../../../core/negotiate/matrix-counts.ts';
import type { Matrix, Row } from '../../../core/negotiate/matrix-types.ts';
import { cellCode, marksOf, resultsOf, touchedRows } from '../../../core/negotiate/row-results.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { bullets, heading, paragraph, spanNodes, strong, table, words, writeBlocks } from '../markdown.ts';
import { gradeOf } from '../tell-flag.ts';
import { rowName } from './row-name.ts';

/** The matrix as a Markdown document: the table, then every touched row with its words, agreements and conflicts. */
export function matrixMarkdown(matrix: Matrix, language: UiLanguage): string {
  const say = negotiationWords(language);
  const report = reportWords(language);
  const { base, columns } = matrix;
  const nameOf = (row: Row): string => rowName(row, say);
  const rows = touchedRows([...matrix.headings, ...matrix.rows]).map((entry) => {
    if ('untouched' in entry)
      return [say('matrix.untouched', { count: entry.untouched }), ...columns.map(() => '')];
    const cells = columns.map(({ name }) => {
      const cell = entry.row.cells.get(name);
      if (cell === undefined) return '';
      const { isAgreed, isClashing } = marksOf(entry.row, name);
      return `${cellCode(cell)}${isAgreed ? ' =' : ''}${isClashing ? ' x' : ''}`;
    });
    return [nameOf(entry.row), ...cells];
  });
  const blocks: RootContent[] = [
    heading(1, say('matrix.title', { count: columns.length, base: base.facts.name })),
    paragraph(words(base.resolution.title)),
    ...(base.facts.isModel ? [paragraph(words(say('matrix.model')))] : []),
    paragraph(words(say('matrix.summary', { ...countMatrix(matrix) }))),
    table([[say('matrix.clause'), ...columns.map(({ name, action }) => `${name} (${action})`)], ...rows]),
    paragraph(words(say('matrix.legend'))),
  ];
  for (const entry of touchedRows([
    ...matrix.frame,
    ...matrix.headings,
    ...matrix.rows,
    ...matrix.footnotes,
  ])) {
    if (!('row' in entry)) continue;
    const results = resultsOf(entry.row).filter(({ cell }) => cell.kind !== 'renumbered');
    if (results.length === 0) continue;
    blocks.push(heading(2, nameOf(entry.row)));
    for (const { sponsors, cell } of results) {
      const labels = [
        ...new Set(
          cell.flags.map((flag) => `${labelWords(language, flag.label)} (${gradeOf(flag, report)})`),
        ),
      ];
      const told = [
        report(`kind.${cell.kind}`),
        ...(cell.moved ? [say('matrix.moved', { path: cell.revised.join(', ') })] : []),
        ...(cell.stance === null ? [] : [say('matrix.stance', { stance: report(`stance.${cell.stance}`) })]),
        ...labels,
      ];
      blocks.push(
        paragraph(strong(sponsors.join(', ')), words(` · ${told.join(' · ')}`)),
        paragraph(...spanNodes(cell.change.spans)),
      );
    }
    const clashes = entry.row.conflicts.map(({ between: [one, other], reason }) => [
      words(say(`matrix.conflict.${reason}`, { one, other })),
    ]);
    if (clashes.length > 0) blocks.push(bullets(clashes));
  }
  return writeBlocks(blocks);
}
