import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../core/text/sanitise.ts';
import { layOut } from './lay-out.ts';
import { decisionOn, gradeOf, tellDecision } from './tell-flag.ts';
import { exportWords } from './words.ts';

/** The notes of a report as plain text, clause by clause in reading order; those without a clause last. */
export function notesText(
  report: Report,
  language: UiLanguage,
  { withIds = false }: { readonly withIds?: boolean } = {},
): string {
  const [say, words] = [reportWords(language), exportWords(language)];
  const { entries, orphans } = layOut(report);
  const tell = (note: Note, path: string): string[] => {
    const { stance, comment, counterText, author, created, resolved } = note;
    const head = [
      withIds ? note.id : null,
      path,
      stance === null ? null : say(`stance.${stance}`),
      author,
      created.slice(0, 10),
    ];
    if (resolved === true) head.push(words('note.resolved'));
    const indent = (text: string): string => sanitise(text).replace(/^/gm, '    ');
    return [
      sanitiseLine(head.filter((one) => one !== null).join(' · ')),
      ...(comment === '' ? [] : [indent(comment)]),
      ...(counterText === undefined ? [] : [indent(`${say('notes.counterText')}: ${counterText}`)]),
      '',
    ];
  };
  const lines = entries.flatMap(({ notes, path }) => notes.flatMap((note) => tell(note, path)));
  if (orphans.length > 0) {
    lines.push(words('html.orphans'), '');
    for (const note of orphans)
      lines.push(...tell(note, words('note.orphaned', { path: note.anchor.path, quote: note.anchor.quote })));
  }
  if (lines.length === 0) return `${say('notes.none')}\n`;
  return `${[say('notes.title'), '', ...lines].join('\n').trimEnd()}\n`;
}

/** What reviewers decided on the flags, one a line; empty while nothing was. */
export function decisionsText(report: Report, language: UiLanguage): string {
  const [say, words] = [reportWords(language), exportWords(language)];
  const lines = report.flags.flatMap((flag) => {
    const decision = decisionOn(flag, report.decisions);
    if (decision === null) return [];
    const places = (flag.revised.length > 0 ? flag.revised : flag.base).join(', ');
    const label = `${gradeOf(flag, say)}: ${labelWords(language, flag.label)}`;
    return [`${sanitiseLine(`${places} · ${label}`)}\n    ${sanitiseLine(tellDecision(decision, words))}`];
  });
  return lines.length === 0 ? '' : `${words('decisions.title')}\n\n${lines.join('\n\n')}\n`;
}
