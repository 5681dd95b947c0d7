import { sanitiseLine } from '../../core/text/sanitise.ts';

/** A date of a calendar: whole days, the end included; `2024-08` is the whole month. */
export interface CalendarDay {
  /** Stable name of the event: the same in every export. */
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly description: string;
  /** Days before which calendars should remind; 0 for none. */
  readonly remindBefore: number;
}

const escape = (text: string): string => sanitiseLine(text).replace(/([\\;,])/g, '\\$1');

/** Lines of at most 75 bytes, as RFC 5545 wants them, never cut inside a character. */
const fold = (line: string): string => {
  const pieces: string[] = [];
  let [piece, size] = ['', 0];
  for (const char of line) {
    const bytes = Buffer.byteLength(char);
    if (size + bytes > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      [piece, size] = ['', 0];
    }
    piece += char;
    size += bytes;
  }
  return [...pieces, piece].join('\r\n ');
};

const compact = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');

/** First day, and the day after the last one. */
const range = (start: string, end: string): readonly [string, string] => {
  const from = new Date(`${start.length < 10 ? `${start}-01` : start}T00:00:00Z`);
  const to = new Date(`${end.length < 10 ? `${end}-01` : end}T00:00:00Z`);
  if (end.length < 10) to.setUTCMonth(to.getUTCMonth() + 1);
  else to.setUTCDate(to.getUTCDate() + 1);
  return [compact(from), compact(to)];
};

/** The days as an iCalendar file (RFC 5545): whole-day events, the same bytes for the same days. */
export function calendarFile(days: readonly CalendarDay[]): string {
  const events = days.flatMap(({ id, title, start, end, place, description, remindBefore }) => {
    const [from, to] = range(start, end);
    return [
      'BEGIN:VEVENT',
      `UID:${escape(id)}@clausewatch`,
      `DTSTAMP:${from}T000000Z`,
      `DTSTART;VALUE=DATE:${from}`,
      `DTEND;VALUE=DATE:${to}`,
      `SUMMARY:${escape(title)}`,
      ...(place === '' ? [] : [`LOCATION:${escape(place)}`]),
      ...(description === '' ? [] : [`DESCRIPTION:${escape(description)}`]),
      'TRANSP:TRANSPARENT',
      ...(remindBefore === 0
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            `DESCRIPTION:${escape(title)}`,
            `TRIGGER:-P${remindBefore}D`,
            'END:VALARM',
          ]),
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clausewatch//EN', ...events, 'END:VCALENDAR'];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
