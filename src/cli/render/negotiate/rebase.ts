import type { UiLanguage } from '../../../core/model/language.ts';
import type { MovedNote, Rebase, RebasedChange } from '../../../core/negotiate/rebase.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';
import { hang, safe, type Style } from '../style.ts';

/** What became of one change, in one line. */
export function rebaseLine(
  { kind, base, revised, fit, reason, onto }: RebasedChange,
  say: Say,
  report: Say,
): string {
  const place = (base.length > 0 ? base : revised).join(', ');
  return `${say(`rebase.${fit}`)}: ${report(`kind.${kind}`)} ${place} (${say(`rebase.reason.${reason}`, { path: onto.join(', ') })})`;
}

/** Where a note went and what it says, in one line; a note without a place says so. */
export function movedNoteLine(
  { was, path, isOrphan, stance, comment }: MovedNote,
  say: Say,
  report: Say,
): string {
  const where = isOrphan ? say('rebase.orphan') : (path ?? say('rebase.onProposal'));
  const said = [stance === null ? '' : report(`stance.${stance}`), comment].filter((one) => one !== '');
  return `${was} → ${where}${said.length === 0 ? '' : ` · ${said.join(': ')}`}`;
}

/** Every proposal on the new base, as plain text. */
export function renderRebase(
  { onto, proposals }: Rebase,
  say: Say,
  language: UiLanguage,
  style: Style,
): string {
  const report = reportWords(language);
  const lines = [style.bold(safe(say('rebase.title', { onto: onto.facts.name })))];
  for (const { name, action, fit, changes, notes } of proposals) {
    lines.push('', safe(`${style.bold(name)} (${action}): ${say(`rebase.${fit}`)}`));
    for (const change of changes) {
      const line = hang('', safe(rebaseLine(change, say, report)), 2, style);
      lines.push(change.fit === 'conflicting' ? style.red(line) : line);
    }
    if (notes.length > 0) lines.push(`  ${say('rebase.notes', { count: notes.length })}`);
    for (const note of notes) {
      const line = hang('', safe(movedNoteLine(note, say, report)), 4, style);
      lines.push(note.isOrphan ? style.red(line) : line);
    }
  }
  return `${lines.join('\n')}\n`;
}
