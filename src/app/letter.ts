import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../data/letters/consultation.en.yaml';
import french from '../../data/letters/consultation.fr.yaml';
import { LANGUAGES, type UiLanguage } from '../core/model/language.ts';
import type { Note } from '../core/model/review.ts';
import { labelWords } from '../core/report/strings.ts';
import { layOut } from '../io/export/lay-out.ts';
import { fillTemplate, type Fillings } from '../io/export/letter/fill-template.ts';
import { readJson } from '../io/reviews/json-file.ts';
import { readReview } from '../io/reviews/review-file.ts';
import { readTextId } from '../io/library/text-id.ts';
import { UserError } from '../io/user-error.ts';
import { compareTexts } from './compare-texts.ts';
import type { Context } from './context.ts';
import { findMeeting } from './export-calendar.ts';
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

const TEMPLATES = { en: english, fr: french } as Readonly<Record<UiLanguage, { readonly template: string }>>;

/** A letter names what matters most, not everything. */
const MOST_CONCERNS = 12;

const isConcern = ({ stance, resolved }: Note): boolean =>
  (stance === 'oppose' || stance === 'amend') && resolved !== true;

const longDay = (day: string | null, language: UiLanguage): string | undefined => {
  if (day === null) return undefined;
  const date = new Date(`${day.length < 10 ? `${day}-01` : day}T00:00:00Z`);
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(
    language === 'en' ? 'en-GB' : 'fr-FR',
    day.length < 10 ? style : { ...style, day: 'numeric' },
  ).format(date);
};

const titleOf = (id: string, { library, uiLanguage }: Context): string => {
  const name = readTextId(id)?.resolution ?? id;
  const titles = library.resolutions.find((one) => one.id === name)?.titles ?? {};
  const title = titles[uiLanguage] ?? titles.en ?? Object.values(titles)[0];
  return title === undefined ? name : `${title} (${name})`;
};

const concernOf = (title: string, { anchor, comment, counterText }: Note): string =>
  `${title}, ${anchor.path}: ${comment === '' ? (counterText ?? anchor.quote) : comment}`;

/** What is opposed or amended in all reviews of proposals to a meeting. */
const concernsOfMeeting = (meeting: string, context: Context): string[] => {
  const folder = context.library.reviews;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const head = readJson(join(folder, name, 'review.json')) as Readonly<Record<string, unknown>> | null;
      const language = LANGUAGES.find((one) => one === head?.language);
      const { base, revised } = head ?? {};
      if (typeof base !== 'string' || typeof revised !== 'string' || language === undefined) return [];
      if (!revised.includes(`@${meeting}/`)) return [];
      const { notes } = readReview(folder, base, revised, language);
      return notes.filter(isConcern).map((note) => concernOf(titleOf(revised, context), note));
    });
};

/** What is opposed or amended in a comparison, and the grave flags nobody has spoken to yet. */
const concernsOfComparison = async (base: string, revised: string, context: Context): Promise<string[]> => {
  const report = await compareTexts(base, revised, context);
  const title = report.revised.resolution.title || titleOf(revised, context);
  const noted = report.notes.filter(isConcern).map((note) => concernOf(title, note));
  const dismissed = new Set(
    (report.decisions ?? []).filter(({ decision }) => decision === 'dismissed').map(({ flag }) => flag),
  );
  const { uiLanguage: language } = context;
  const flagged = layOut(report).entries.flatMap(({ flags, notes, path }) => {
    if (notes.length > 0) return [];
    const grave = flags.find(
      ({ polarity, severity, fingerprint }) =>
        polarity === 'red' &&
        (severity === 'critical' || severity === 'serious') &&
        !dismissed.has(fingerprint),
    );
    return grave === undefined
      ? []
      : [`${title}, ${path}: ${labelWords(language, grave.label)}. ${grave.message[language]}`];
  });
  return [...noted, ...flagged];
};

const meetingOf = (revised: string, context: Context): Meeting | null => {
  const text = readTextId(revised)?.text ?? '';
  const id = text.includes('/') ? text.slice(0, text.indexOf('/')) : '';
  return readMeetings(context.library).find((meeting) => meeting.id === id) ?? null;
};

const factsOfMeeting = (meeting: Meeting | null, language: UiLanguage): Fillings => {
  const [start, end] = [longDay(meeting?.start ?? null, language), longDay(meeting?.end ?? null, language)];
  const range =
    language === 'en' ? `from ${start ?? ''} to ${end ?? ''}` : `du ${start ?? ''} au ${end ?? ''}`;
  return {
    meeting: meeting?.name[language],
    place: meeting?.place?.[language],
    when: start === undefined || end === undefined ? start : range,
    due: longDay(meeting?.contributionsDue ?? null, language),
  };
};

/**
 * The letter asking a government for an open national consultation, as Markdown: for a meeting, from all its
 * reviews; for a comparison, from its notes and grave flags. What nobody said stays as `[name]`.
 */
export async function writeLetter(
  meetingOrBase: string,
  revised: string | undefined,
  facts: LetterFacts,
  context: Context,
): Promise<string> {
  const { uiLanguage: language } = context;
  const meeting = revised === undefined ? findMeeting(meetingOrBase, context) : meetingOf(revised, context);
  const concerns =
    revised === undefined
      ? concernsOfMeeting(meetingOrBase, context)
      : await concernsOfComparison(meetingOrBase, revised, context);
  const { country, to, from, today } = facts;
  return fillTemplate(facts.template ?? TEMPLATES[language].template, {
    ...factsOfMeeting(meeting, language),
    country,
    to,
    from,
    today: longDay(today, language),
    concerns: concerns.slice(0, MOST_CONCERNS),
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
