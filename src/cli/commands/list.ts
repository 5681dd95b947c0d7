import { daysUntil, readMeetings } from '../../app/letter-meetings.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import { reportWords } from '../../core/report/strings.ts';
import { exportWords } from '../../io/export/words.ts';
import type { Library } from '../../io/library/library.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { renderList } from '../render/list.ts';
import { safe } from '../render/style.ts';

const listJson = ({ resolutions, references }: Library) => ({
  schema: 'clausewatch/list@1',
  resolutions: resolutions.map(({ id, titles, isShipped, texts }) => ({
    id,
    titles,
    shipped: isShipped,
    texts: texts.map((text) => ({
      id: text.id,
      kind: text.kind,
      meeting: text.meeting,
      model: text.isModel,
      sponsor: text.sponsor,
      symbol: text.symbol,
      action: text.action,
      base: text.base,
      languages: [...text.files.keys()].sort(),
    })),
  })),
  references: references.map(({ id, files }) => ({ id, languages: [...files.keys()].sort() })),
});

/** The days on which contributions are due, and how far away they are. */
const deadlines = (library: Library, today: string) =>
  readMeetings(library).flatMap(({ id, name, contributionsDue }) => {
    const daysLeft = contributionsDue === null ? null : daysUntil(contributionsDue, today);
    return contributionsDue === null || daysLeft === null ? [] : [{ id, name, contributionsDue, daysLeft }];
  });

const deadlineLines = (library: Library, today: string, language: UiLanguage): string => {
  const words = exportWords(language);
  const lines = deadlines(library, today).map(({ name, contributionsDue, daysLeft }) => {
    const far =
      daysLeft < 0 ? words('days.past', { days: -daysLeft }) : words('days.left', { days: daysLeft });
    return `${safe(words('ics.contributions', { meeting: name[language] }))}: ${contributionsDue} (${far})\n`;
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
};

/** `clausewatch list` */
export function list(options: CommonOptions): number {
  const { library, uiLanguage } = contextOf(options);
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  const today = new Date().toISOString().slice(0, 10);
  emit(
    isJson
      ? json({ ...listJson(library), meetings: deadlines(library, today) })
      : renderList(library, reportWords(uiLanguage), uiLanguage, styleFor(options)) +
          deadlineLines(library, today, uiLanguage),
    options,
  );
  return 0;
}
