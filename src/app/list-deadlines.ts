import type { Library } from '../io/library/library.ts';
import { daysUntil, readMeetings, type Gathering, type Names } from './letter-meetings.ts';

/** A preparatory meeting and how far away it is; `daysLeft` is null where only a month is known. */
export interface Preparation {
  readonly name: Names;
  readonly organization: Names | null;
  readonly place: Names | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly unconfirmed: boolean;
  readonly daysLeft: number | null;
}

/** What must be ready when, for one meeting; days are counted from today, negative when past. */
export interface Deadlines {
  readonly id: string;
  readonly name: Names;
  readonly contributionsDue: string | null;
  readonly daysLeft: number | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly daysToStart: number | null;
  readonly preparatory: readonly Preparation[];
}

const daysTo = (date: string | null, today: string): number | null =>
  date === null ? null : daysUntil(date, today);

const preparation = (gathering: Gathering, today: string): Preparation => {
  const { name, organization, place, start, end, isUnconfirmed } = gathering;
  return {
    name,
    organization,
    place,
    start,
    end,
    unconfirmed: isUnconfirmed,
    daysLeft: daysTo(start, today),
  };
};

/** The deadlines of all meetings that have a date, in the order of the library. `today` is an ISO day. */
export function listDeadlines(library: Library, today: string): readonly Deadlines[] {
  return readMeetings(library)
    .filter(({ contributionsDue, start }) => contributionsDue !== null || start !== null)
    .map(({ id, name, contributionsDue, start, end, preparatory }) => ({
      id,
      name,
      contributionsDue,
      daysLeft: daysTo(contributionsDue, today),
      start,
      end,
      daysToStart: daysTo(start, today),
      preparatory: preparatory.map((one) => preparation(one, today)),
    }));
}
