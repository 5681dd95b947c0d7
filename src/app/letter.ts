import { readFileSync } from 'node:fs';
import english from '../../data/letters/consultation.en.yaml';
import french from '../../data/letters/consultation.fr.yaml';
import type { UiLanguage } from '../core/model/language.ts';
import { fillTemplate, type Fillings } from '../io/export/letter/fill-template.ts';
import { readTextId } from '../io/library/text-id.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { findMeeting } from './export-calendar.ts';
import { concernsOfComparison, concernsOfMeeting, type Concern } from './letter-concerns.ts';
import { dayRange, longDay } from './letter-dates.ts';
import { readMeetings, type Meeting } from './letter-meetings.ts';

/** What only the sender knows. */
export interface LetterFacts {
  readonly country?: string;
  readonly to?: string;
  readonly from?: string;
  /** A template of the sender's own, as Markdown. */
  readonly template?: string;
  /** ISO day. */
  readonly today: string;
}

/** What a letter needs besides the meeting and the sender (data/letters). */
interface LetterWords {
  readonly assemblies: Readonly<Record<string, string>>;
  readonly other: string;
  readonly resolution: string;
  readonly range: Readonly<Record<'days' | 'months', string>>;
  readonly greeted: readonly string[];
  readonly greeting: string;
  readonly salutation: string;
  readonly template: string;
}

const WORDS = { en: english, fr: french } as Readonly<Record<UiLanguage, LetterWords>>;

/** A letter names what matters most, not everything. */
const MOST_CONCERNS = 12;

const put = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const meetingOf = (revised: string, context: Context): Meeting | null => {
  const text = readTextId(revised)?.text ?? '';
  const id = text.includes('/') ? text.slice(0, text.indexOf('/')) : '';
  return readMeetings(context.library).find((meeting) => meeting.id === id) ?? null;
};

const factsOfMeeting = (meeting: Meeting | null, today: string, language: UiLanguage): Fillings => {
  if (meeting === null) return {};
  const words = WORDS[language];
  const { name, body, place, start, end, contributionsDue } = meeting;
  const whole = words.assemblies[body ?? ''] ?? words.other;
  const isMonths = start !== null && start.length < 10;
  const [from, to] = start === null || end === null ? ['', ''] : dayRange(start, end, language);
  const when =
    start === null || end === null || start === end
      ? start && longDay(start, language)
      : put(words.range[isMonths ? 'months' : 'days'], { from, to });
  const due = contributionsDue === null ? undefined : longDay(contributionsDue, language);
  const isPast = contributionsDue !== null && contributionsDue < today;
  return {
    meeting: name[language],
    assembly: put(whole, { meeting: name[language] }),
    place: place?.[language],
    ...(when === null ? {} : { when }),
    ...(due === undefined ? {} : { [isPast ? 'overdue' : 'due']: due }),
  };
};

const salutationOf = (to: string | undefined, { greeted, greeting, salutation }: LetterWords): string => {
  const [first = ''] = /^\p{L}+/u.exec(to ?? '') ?? [];
  return to !== undefined && greeted.includes(first) ? put(greeting, { to }) : salutation;
};

const factsOfConcerns = (concerns: readonly Concern[], { resolution }: LetterWords): Fillings => {
  const name = ({ number, title }: Concern): string =>
    number === null ? title : put(resolution, { number });
  const whole = (concern: Concern): string =>
    concern.number === null || concern.title === '' ? name(concern) : `${name(concern)} (${concern.title})`;
  const told = concerns.slice(0, MOST_CONCERNS);
  return {
    texts: [...new Set(told.map(whole))].join('; '),
    concerns: told.map((concern) => `${name(concern)}, ${concern.path}: ${concern.words}`),
  };
};

/**
 * The letter asking a government for an open national consultation, as Markdown: for a meeting, from all its
 * reviews; for a comparison, from its notes and grave flags. What nobody said stays as `[name]`.
 */
export async function writeLetter(
  meetingOrBase: string,
  revised: string | undefined,
  { country, to, from, template, today }: LetterFacts,
  context: Context,
): Promise<string> {
  const { uiLanguage: language } = context;
  const words = WORDS[language];
  const meeting = revised === undefined ? findMeeting(meetingOrBase, context) : meetingOf(revised, context);
  const concerns =
    revised === undefined
      ? concernsOfMeeting(meetingOrBase, context)
      : await concernsOfComparison(meetingOrBase, revised, context);
  return fillTemplate(template ?? words.template, {
    ...factsOfMeeting(meeting, today, language),
    ...factsOfConcerns(concerns, words),
    country,
    to,
    from,
    salutation: salutationOf(to, words),
    today: longDay(today, language),
  });
}

/** A template of the user's own; a UserError when it cannot be read. */
export function readTemplate(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`no template ${path}`, { hint: 'name a Markdown file', cause });
  }
}
