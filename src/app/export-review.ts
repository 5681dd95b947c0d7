import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { checkJson } from '../core/report/json.ts';
import type { Report } from '../core/model/report.ts';
import { briefMarkdown } from '../io/export/brief-markdown.ts';
import { redlineDocx } from '../io/export/docx/redline.ts';
import { htmlReport } from '../io/export/html/html-report.ts';
import { notesMarkdown } from '../io/export/notes-markdown.ts';
import { sarifLog } from '../io/export/sarif.ts';
import { csvFile } from '../io/export/tables/csv-file.ts';
import { issueList } from '../io/export/tables/issue-list.ts';
import { issueSheets } from '../io/export/tables/issue-sheets.ts';
import { xlsxFile } from '../io/export/tables/xlsx-file.ts';
import { findText } from '../io/library/library.ts';
import { readTextId } from '../io/library/text-id.ts';
import type { Context } from './context.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';

export { EXPORT_FORMATS, type ExportFormat };

const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** Path of a text as it was named, relative and with `/`; null for one that is no file here. */
const fileOf = (
  name: string,
  language: Report['revised']['resolution']['language'],
  { library }: Context,
): string | null => {
  if (readTextId(name) !== null && !existsSync(name)) {
    try {
      return relative('.', findText(library, name, language).path)
        .split(sep)
        .join('/');
    } catch {
      return null;
    }
  }
  return existsSync(name) ? relative('.', name).split(sep).join('/') : null;
};

/** The flags of a report as SARIF, with the files of its texts. */
export function exportSarif(report: Report, context: Context, version: string): string {
  const files = {
    base: fileOf(report.base.facts.name, report.base.resolution.language, context),
    revised: fileOf(report.revised.facts.name, report.revised.resolution.language, context),
  };
  return json(sarifLog(report, context.uiLanguage, { files, version }));
}

/** A report in one of the formats; text, or bytes for Word and spreadsheets. */
export function exportReport(
  report: Report,
  format: ExportFormat,
  context: Context,
  version: string,
): string | Uint8Array {
  const { uiLanguage: language } = context;
  switch (format) {
    case 'markdown':
      return notesMarkdown(report, language);
    case 'json':
      return json({ ...checkJson(report, language), notes: report.notes, decisions: report.decisions ?? [] });
    case 'html':
      return htmlReport(report, language);
    case 'docx':
      return redlineDocx(report, language);
    case 'csv':
      return csvFile(issueList(report, language));
    case 'xlsx':
      return xlsxFile(issueSheets(report, language));
    case 'sarif':
      return exportSarif(report, context, version);
    case 'brief':
      return briefMarkdown(report, language);
  }
}
