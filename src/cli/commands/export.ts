import { compareTexts } from '../../app/compare-texts.ts';
import { exportCalendar } from '../../app/export-calendar.ts';
import { briefDocx } from '../../app/export-letter.ts';
import { EXPORT_FORMATS, exportReport } from '../../app/export-review.ts';
import { reportWords } from '../../core/report/strings.ts';
import { decisionsText, notesText } from '../../io/export/notes-text.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, styleFor } from '../output.ts';
import { renderCheck } from '../render/changes.ts';
import { VERSION } from '../version.ts';

/** `clausewatch export BASE REVISED`: the review, ready to send; `export MEETING --format ics`: its dates. */
export async function exportReview(
  base: string,
  revised: string | undefined,
  options: CommonOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, [...EXPORT_FORMATS, 'brief-docx', 'text', 'ics']);
  if (format === 'ics') {
    emit(exportCalendar(base, context), options);
    return 0;
  }
  const report = await compareTexts(base, revised, context);
  const { uiLanguage } = context;
  if (format === 'text') {
    const parts = [
      renderCheck(report, reportWords(uiLanguage), uiLanguage, styleFor(options)),
      decisionsText(report, uiLanguage),
      notesText(report, uiLanguage),
    ];
    emit(parts.filter((part) => part !== '').join('\n'), options);
    return 0;
  }
  emit(
    format === 'brief-docx' ? briefDocx(report, uiLanguage) : exportReport(report, format, context, VERSION),
    options,
  );
  return 0;
}
