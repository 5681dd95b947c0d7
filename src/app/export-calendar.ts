import type { UiLanguage } from '../core/model/language.ts';
import { calendarFile, type CalendarDay } from '../io/export/calendar.ts';
import { exportWords } from '../io/export/words.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { readMeetings, type Gathering, type Meeting } from './letter-meetings.ts';

/** Contributions are written and agreed in the fortnight before they are due. */
const REMIND_BEFORE = 14;

const dayOf = (id: string, gathering: Gathering, language: UiLanguage): CalendarDay[] => {
  const { name, organization, place, start, end, isUnconfirmed } = gathering;
  if (start === null) return [];
  const told = [
    organization?.[language],
    isUnconfirmed ? exportWords(language)('ics.unconfirmed') : undefined,
  ];
  return [
    {
      id,
      title: name[language],
      start,
      end: end ?? start,
      place: place?.[language] ?? '',
      description: told.filter((one) => one !== undefined).join('. '),
      remindBefore: 0,
    },
  ];
};

/** The meeting of this id; a UserError that names those there are. */
export function findMeeting(id: string, context: Context): Meeting {
  const meetings = readMeetings(context.library);
  const found = meetings.find((meeting) => meeting.id === id);
  if (found === undefined)
    throw new UserError(`no meeting "${id}"`, {
      hint: `there is ${meetings.map((meeting) => meeting.id).join(', ')}; add yours to meetings.yaml`,
    });
  return found;
}

/** A meeting's dates as a calendar: the day contributions are due, the preparatory meetings, the meeting itself. */
export function exportCalendar(id: string, context: Context): string {
  const meeting = findMeeting(id, context);
  const { uiLanguage: language } = context;
  const due = meeting.contributionsDue;
  const title = exportWords(language)('ics.contributions', { meeting: meeting.name[language] });
  const own: CalendarDay[] =
    due === null
      ? []
      : [
          {
            id: `${id}-contributions`,
            title,
            start: due,
            end: due,
            place: '',
            description: '',
            remindBefore: REMIND_BEFORE,
          },
        ];
  return calendarFile([
    ...own,
    ...meeting.preparatory.flatMap((one, at) => dayOf(`${id}-preparatory-${at + 1}`, one, language)),
    ...dayOf(id, meeting, language),
  ]);
}
