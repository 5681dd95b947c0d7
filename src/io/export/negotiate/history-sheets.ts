import type { UiLanguage } from '../../../core/model/language.ts';
import type { History } from '../../../core/negotiate/build-history.ts';
import { MEASURES, driftOf } from '../../../core/negotiate/drift.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { xlsxFile } from '../tables/xlsx-file.ts';
import { exportWords } from '../words.ts';

/** The history of a resolution as a workbook: every clause by revision, the year of every phrase, drift, safeguards. */
export function historyWorkbook(history: History, language: UiLanguage): Uint8Array {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { revisions, lives, returned, safeguards } = history;
  const years = revisions.map(({ year }) => String(year));
  const yearOf = (at: number): number | string => revisions[at]?.year ?? '';
  const clause = words('column.path');
  return xlsxFile([
    {
      name: words('sheet.clauses'),
      widths: [30, 10, 10, ...years.map(() => 50)],
      columns: [clause, words('column.since'), words('column.until'), ...years],
      rows: lives.map(({ unit, since, until, stages }) => [
        sanitiseLine(unit.path),
        yearOf(since),
        yearOf(until),
        ...revisions.map((_, at) => {
          const stage = stages.find(({ revision }) => revision === at);
          if (stage === undefined) return '';
          const kind =
            stage.kind === 'first' || stage.kind === 'unchanged' ? '' : `[${report(`kind.${stage.kind}`)}] `;
          return sanitise(
            `${kind}${stage.unit.label === null ? '' : `${stage.unit.label} `}${stage.unit.text}`,
          );
        }),
      ]),
    },
    {
      name: words('sheet.origins'),
      widths: [30, 10, 90],
      columns: [clause, words('column.since'), words('column.words')],
      rows: lives.flatMap(({ unit, runs }) =>
        runs.map(({ text, origin }) => [sanitiseLine(unit.path), yearOf(origin), sanitise(text.trim())]),
      ),
    },
    {
      name: words('sheet.drift'),
      widths: [30, 16, ...years.map(() => 10)],
      columns: [clause, words('column.measure'), ...years],
      rows: driftOf(history).flatMap((row) =>
        MEASURES.map((measure) => [
          sanitiseLine(row.life.unit.path),
          say(`history.${measure}`),
          ...row[measure].map((value) => (value === null || value < 0 ? '' : value)),
        ]),
      ),
    },
    {
      name: words('sheet.safeguards'),
      widths: [40, ...years.map(() => 30)],
      columns: [words('column.words'), ...years],
      rows: safeguards.map(({ text, held }) => [
        sanitise(text),
        ...held.map((paths) => sanitiseLine(paths.join(', '))),
      ]),
    },
    {
      name: words('sheet.returned'),
      widths: [30, 80, 10, 10, 10],
      columns: [
        clause,
        words('column.words'),
        words('column.since'),
        words('column.lost'),
        words('column.back'),
      ],
      rows: returned.map(({ path, text, first, lost, back }) => [
        sanitiseLine(path),
        sanitise(text),
        yearOf(first),
        yearOf(lost),
        yearOf(back),
      ]),
    },
  ]);
}
