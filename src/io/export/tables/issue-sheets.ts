import type { UiLanguage } from '../../../core/model/language.ts';
import type { ComparedText, Report } from '../../../core/model/report.ts';
import { reportWords } from '../../../core/report/strings.ts';
import { sanitiseLine } from '../../../core/text/sanitise.ts';
import { exportWords } from '../words.ts';
import { issueList } from './issue-list.ts';
import type { Sheet } from './xlsx-file.ts';

/** Widths of the issue list's columns, in characters. */
const WIDTHS = [26, 20, 14, 14, 30, 12, 8, 30, 60, 60, 30, 12, 40, 40, 18];

/** The issue list as a workbook's sheets: the list, and what was compared. */
export function issueSheets(report: Report, language: UiLanguage): readonly Sheet[] {
  const [say, words] = [reportWords(language), exportWords(language)];
  const about = (name: string, { facts, resolution }: ComparedText): string[][] => [
    [say(`header.${name}`), sanitiseLine(facts.name)],
    [say('header.title'), sanitiseLine(resolution.title)],
    ...[facts.sponsor, facts.symbol, facts.action].flatMap((one) =>
      one === undefined ? [] : [['', sanitiseLine(one)]],
    ),
    ...(facts.isModel ? [['', say('model')]] : []),
  ];
  const notChecked = report.notChecked.map(({ what, reason }) => [
    say('notChecked.title'),
    sanitiseLine(`${what}: ${reason}`),
  ]);
  return [
    { name: words('sheet.issues'), widths: WIDTHS, ...issueList(report, language) },
    {
      name: words('sheet.about'),
      widths: [18, 90],
      columns: ['Clausewatch', ''],
      rows: [...about('base', report.base), ...about('revised', report.revised), ...notChecked],
    },
  ];
}
