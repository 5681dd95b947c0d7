import type { UiLanguage } from '../core/model/language.ts';

const isDay = (date: string): boolean => date.length === 10;

const say = (date: string, language: UiLanguage, parts: Intl.DateTimeFormatOptions): string => {
  const time = new Date(`${isDay(date) ? date : `${date}-01`}T00:00:00Z`);
  const told = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', { ...parts, timeZone: 'UTC' });
  // French has an ordinal for the first day of a month alone.
  return told.format(time).replace(/^1(?= |$)/u, parts.day !== undefined && language === 'fr' ? '1er' : '1');
};

/** A day, or a month alone, as letters write it: `2024-09-16` is "16 September 2024". */
export function longDay(date: string, language: UiLanguage): string {
  const month = { month: 'long', year: 'numeric' } as const;
  return say(date, language, isDay(date) ? { day: 'numeric', ...month } : month);
}

/** The two ends of a meeting, the month and year said once where they are the same: "15", "24 October 2024". */
export function dayRange(start: string, end: string, language: UiLanguage): readonly [string, string] {
  const isSameMonth = isDay(start) && isDay(end) && start.slice(0, 7) === end.slice(0, 7);
  const first = isSameMonth ? say(start, language, { day: 'numeric' }) : longDay(start, language);
  return [first, longDay(end, language)];
}
