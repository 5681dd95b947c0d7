import type { Deadlines, Preparation } from '../../app/list-deadlines.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Say } from '../../core/text/speak.ts';
import { hang, safe, type Style } from './style.ts';

const far = (days: number, words: Say): string =>
  days < 0 ? words('days.past', { days: -days }) : words('days.left', { days });

/** Over when its last day, or the month that is all we know, lies behind. */
const isOver = ({ start, end }: Pick<Preparation, 'start' | 'end'>, today: string): boolean => {
  const last = end ?? start;
  return last !== null && last < today.slice(0, last.length);
};

const preparatoryLine = (one: Preparation, language: UiLanguage, words: Say): string => {
  const { name, organization, start, end, daysLeft, unconfirmed } = one;
  const when = [start, end === start ? null : end].filter((day) => day !== null).join(' – ');
  const told = [daysLeft === null ? '' : far(daysLeft, words), unconfirmed ? words('ics.unconfirmed') : ''];
  const remarks = told.filter((remark) => remark !== '').join('; ');
  const who = organization === null ? '' : `, ${organization[language]}`;
  return `${name[language]}${who}: ${when}${remarks === '' ? '' : ` (${remarks})`}`;
};

/**
 * For each meeting the days left until contributions are due and until it opens, and the preparatory meetings that
 * are still to come. `words` speaks the words of the exports.
 */
export function renderDeadlines(
  meetings: readonly Deadlines[],
  today: string,
  words: Say,
  language: UiLanguage,
  style: Style,
): string {
  const lines = meetings.flatMap((meeting) => {
    const { name, contributionsDue, daysLeft, start, daysToStart, preparatory } = meeting;
    const own: string[] = [];
    if (contributionsDue !== null && daysLeft !== null)
      own.push(
        `${words('ics.contributions', { meeting: name[language] })}: ${contributionsDue} (${far(daysLeft, words)})`,
      );
    if (start !== null && daysToStart !== null && daysToStart >= 0)
      own.push(
        `  ${words('list.opens', { meeting: name[language] })}: ${start} (${far(daysToStart, words)})`,
      );
    for (const one of preparatory)
      if (one.start !== null && !isOver(one, today)) own.push(`  ${preparatoryLine(one, language, words)}`);
    return own.map((line) => hang('', safe(line.trimStart()), line.length - line.trimStart().length, style));
  });
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}
