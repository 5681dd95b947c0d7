import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UiLanguage } from '../core/model/language.ts';
import { readYaml } from '../io/library/front-matter.ts';
import { shippedFolder, type Library } from '../io/library/library.ts';

/** A word in the languages the program speaks; what is missing is taken from the other. */
export type Names = Readonly<Record<UiLanguage, string>>;

/** Days as written: `2024-09-16`, or a month alone, `2024-08`. */
export interface Gathering {
  readonly name: Names;
  readonly organization: Names | null;
  readonly place: Names | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly isUnconfirmed: boolean;
}

/** What `meetings.yaml` tells of a meeting. */
export interface Meeting extends Gathering {
  readonly id: string;
  readonly body: string | null;
  readonly year: number | null;
  /** The day contributions are due; null when it is not known. */
  readonly contributionsDue: string | null;
  readonly preparatory: readonly Gathering[];
}

type Keys = Readonly<Record<string, unknown>>;

const LARGEST = 1024 * 1024;

const keysOf = (value: unknown): Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keys) : {};

const key = (keys: Keys, name: string): unknown => (Object.hasOwn(keys, name) ? keys[name] : undefined);

const text = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

const names = (value: unknown): Names | null => {
  if (typeof value === 'string') return { en: value, fr: value };
  const [en, fr] = [text(key(keysOf(value), 'en')), text(key(keysOf(value), 'fr'))];
  const either = en ?? fr;
  return either === null ? null : { en: en ?? either, fr: fr ?? either };
};

const day = (value: unknown): string | null => {
  const written = text(value);
  return written !== null && /^\d{4}-\d\d(-\d\d)?$/.test(written) ? written : null;
};

const gathering = (keys: Keys, dates: Keys, fallback: string): Gathering => ({
  name: names(key(keys, 'names')) ?? names(key(keys, 'name')) ?? { en: fallback, fr: fallback },
  organization: names(key(keys, 'organization')),
  place: names(key(keys, 'place')),
  start: day(key(dates, 'start')),
  end: day(key(dates, 'end')),
  isUnconfirmed:
    key(keys, 'unconfirmed') === true ||
    key(keys, 'source') === 'unconfirmed' ||
    key(dates, 'source') === 'unconfirmed',
});

const toMeeting = (id: string, keys: Keys): Meeting => {
  const prepared = key(keys, 'preparatory');
  const year = key(keys, 'year');
  return {
    id,
    ...gathering(keys, keysOf(key(keys, 'dates')), id),
    body: text(key(keys, 'body')),
    year: typeof year === 'number' ? year : null,
    contributionsDue: day(key(keys, 'contributions-due')),
    preparatory: (Array.isArray(prepared) ? prepared : []).map((one: unknown) =>
      gathering(keysOf(one), keysOf(one), id),
    ),
  };
};

/** The meetings of the library, its own before those that ship, in the order they are written. */
export function readMeetings(library: Library): readonly Meeting[] {
  const found = new Map<string, Meeting>();
  for (const folder of [library.root, shippedFolder()]) {
    const path = join(folder, 'meetings.yaml');
    if (!existsSync(path)) continue;
    for (const [id, value] of Object.entries(keysOf(readYaml(readFileSync(path, 'utf8'), path, LARGEST)))) {
      if (id !== 'sources' && !found.has(id)) found.set(id, toMeeting(id, keysOf(value)));
    }
  }
  return [...found.values()];
}

/** Days from one day to another, negative when it has passed; null for a month alone. */
export function daysUntil(date: string, today: string): number | null {
  if (date.length < 10) return null;
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}
