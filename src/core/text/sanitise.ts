/** C0, DEL and C1 but for line feed and tab; a lone half of a surrogate pair cannot be written either. */
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Cs}/gu;
/** Characters that reorder or hide what stands around them: shown by their number, never obeyed. */
const DECEIVING =
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Direction marks are part of correct Arabic and Hebrew; in other texts they are as good as hidden. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LINE_ENDS = /\r\n|[\u2028\u2029]/gu;
/** Most texts hold nothing but these and pass untouched. */
const HARMLESS = /^[\n\t\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u052F\u2010-\u2027\u202F-\u205E]*$/u;

const byNumber = (char: string): string =>
  `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * The text as it may be written to a terminal: control characters become U+FFFD (line feed and tab stay),
 * bidi controls and other characters one cannot see are shown as `⟨U+202E⟩`. For everything that comes from
 * outside: clauses, notes, names of files and authors. Law: the result holds no C0, DEL or C1 but `\n`, `\t`,
 * and cleaning it again changes nothing.
 */
export function sanitise(text: string): string {
  if (HARMLESS.test(text)) return text;
  const shown = text.replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '\uFFFD').replace(DECEIVING, byNumber);
  return RIGHT_TO_LEFT.test(shown) ? shown : shown.replace(DIRECTION_MARKS, byNumber);
}

/** Like {@link sanitise}, on one line: line feeds and tabs become spaces. For names, titles, table cells. */
export function sanitiseLine(text: string): string {
  return sanitise(text).replace(/[\n\t]+/gu, ' ');
}
