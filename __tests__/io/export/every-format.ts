import { buildComposite } from '../../../src/core/negotiate/build-composite.ts';
import { buildHistory } from '../../../src/core/negotiate/build-history.ts';
import { buildMatrix } from '../../../src/core/negotiate/build-matrix.ts';
import { buildOutcome } from '../../../src/core/negotiate/build-outcome.ts';
import type { Negotiation } from '../../../src/core/negotiate/negotiation.ts';
import type { Revision } from '../../../src/core/negotiate/build-history.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { briefMarkdown } from '../../../src/io/export/brief-markdown.ts';
import { calendarFile } from '../../../src/io/export/calendar.ts';
import { markdownDocx } from '../../../src/io/export/docx/markdown-docx.ts';
import { redlineDocx } from '../../../src/io/export/docx/redline.ts';
import { htmlReport } from '../../../src/io/export/html/html-report.ts';
import { fillTemplate } from '../../../src/io/export/letter/fill-template.ts';
import { compositeDocx } from '../../../src/io/export/negotiate/composite-docx.ts';
import { compositeHtml } from '../../../src/io/export/negotiate/composite-html.ts';
import { compositeMarkdown } from '../../../src/io/export/negotiate/composite-markdown.ts';
import { historyHtml } from '../../../src/io/export/negotiate/history-html.ts';
import { historyMarkdown } from '../../../src/io/export/negotiate/history-markdown.ts';
import { historyWorkbook } from '../../../src/io/export/negotiate/history-sheets.ts';
import { matrixHtml } from '../../../src/io/export/negotiate/matrix-html.ts';
import { matrixMarkdown } from '../../../src/io/export/negotiate/matrix-markdown.ts';
import { matrixWorkbook } from '../../../src/io/export/negotiate/matrix-sheets.ts';
import { outcomeHtml } from '../../../src/io/export/negotiate/outcome-html.ts';
import { outcomeMarkdown } from '../../../src/io/export/negotiate/outcome-markdown.ts';
import { outcomeWorkbook } from '../../../src/io/export/negotiate/outcome-sheets.ts';
import { notesMarkdown } from '../../../src/io/export/notes-markdown.ts';
import { decisionsText, notesText } from '../../../src/io/export/notes-text.ts';
import { sarifLog } from '../../../src/io/export/sarif.ts';
import { csvFile } from '../../../src/io/export/tables/csv-file.ts';
import { issueList } from '../../../src/io/export/tables/issue-list.ts';
import { issueSheets } from '../../../src/io/export/tables/issue-sheets.ts';
import { xlsxFile } from '../../../src/io/export/tables/xlsx-file.ts';

export interface Materials {
  readonly report: Report;
  readonly negotiation: Negotiation;
  readonly revisions: readonly Revision[];
  /** Words for what only a user says: a letter, a calendar. */
  readonly words: readonly string[];
}

/** Everything the program can write, by file name; the ending says what it is. */
export function everyFormat(
  { report, negotiation, revisions, words }: Materials,
  language: 'en' | 'fr',
): ReadonlyMap<string, string | Uint8Array> {
  const matrix = buildMatrix(negotiation);
  const composite = buildComposite(negotiation);
  const [adopted] = negotiation.proposals;
  const outcome = buildOutcome(negotiation, adopted?.text ?? negotiation.base, CORE_PACK);
  const history = buildHistory(revisions, CORE_PACK);
  const letter = fillTemplate('{from}\n\n{concerns}', { from: words.join(' '), concerns: words });
  const day = { start: '2024-09-16', end: '2024-09', remindBefore: 3 };
  const days = words.map((one) => ({ id: one, title: one, place: one, description: one, ...day }));
  return new Map<string, string | Uint8Array>([
    ['review.html', htmlReport(report, language)],
    ['review.md', notesMarkdown(report, language)],
    ['review.txt', notesText(report, language) + decisionsText(report, language)],
    [
      'review.sarif',
      JSON.stringify(sarifLog(report, language, { files: { base: null, revised: null }, version: '1' })),
    ],
    ['review.docx', redlineDocx(report, language)],
    ['review.csv', csvFile(issueList(report, language))],
    ['review.xlsx', xlsxFile(issueSheets(report, language))],
    ['brief.md', briefMarkdown(report, language)],
    ['brief.docx', markdownDocx(briefMarkdown(report, language), words.join(' '), language)],
    ['letter.md', letter],
    ['letter.docx', markdownDocx(letter, words.join(' '), language)],
    ['meeting.ics', calendarFile(days)],
    ['matrix.html', matrixHtml(matrix, language)],
    ['matrix.md', matrixMarkdown(matrix, language)],
    ['matrix.xlsx', matrixWorkbook(matrix, language)],
    ['composite.html', compositeHtml(composite, language)],
    ['composite.md', compositeMarkdown(composite, language)],
    ['composite.docx', compositeDocx(composite, language)],
    ['outcome.html', outcomeHtml(outcome, language)],
    ['outcome.md', outcomeMarkdown(outcome, language)],
    ['outcome.xlsx', outcomeWorkbook(outcome, language)],
    ['history.html', historyHtml(history, words.join(' '), language)],
    ['history.md', historyMarkdown(history, words.join(' '), language)],
    ['history.xlsx', historyWorkbook(history, language)],
  ]);
}
