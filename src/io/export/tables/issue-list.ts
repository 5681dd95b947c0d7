import type { Change, Unit } from '../../../core/model/change.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { Report } from '../../../core/model/report.ts';
import type { Note } from '../../../core/model/review.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitise } from '../../../core/text/sanitise.ts';
import { isQuiet, layOut, type Entry } from '../lay-out.ts';
import { decisionOn, tellDecision } from '../tell-flag.ts';
import { tellReference } from '../tell-reference.ts';
import { exportWords } from '../words.ts';

/** A table: a row of names, then rows of texts and numbers. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const COLUMNS = [
  'path',
  'was',
  'kind',
  'part',
  'flags',
  'severity',
  'points',
  'decision',
  'base',
  'revised',
  'references',
  'stance',
  'comment',
  'counter',
  'author',
] as const;

const textOf = (units: readonly Unit[]): string =>
  units.map(({ label, text }) => (label === null ? text : `${label} ${text}`)).join('\n');

const isTold = ({ change, flags, notes }: Entry): boolean =>
  !isQuiet(change) || flags.length > 0 || notes.length > 0;

/**
 * The issues of a comparison as a table for coordination: a row a changed clause, and a row more for each
 * further note on it; notes without a clause stand last.
 */
export function issueList(report: Report, language: UiLanguage): Table {
  const [say, words] = [reportWords(language), exportWords(language)];
  const { entries, orphans } = layOut(report);
  const noteCells = (note: Note | undefined): string[] =>
    note === undefined
      ? ['', '', '', '']
      : [
          note.stance === null ? '' : say(`stance.${note.stance}`),
          note.comment,
          note.counterText ?? '',
          note.author,
        ];
  const kindOf = ({ kind, moved }: Change): string =>
    moved && kind !== 'moved' ? `${say(`kind.${kind}`)}, ${say('kind.moved')}` : say(`kind.${kind}`);
  const rows: (string | number)[][] = [];
  for (const entry of entries.filter(isTold)) {
    const { change, flags, severity, notes, path, was, references } = entry;
    const reds = flags.filter(({ polarity }) => polarity === 'red');
    const decided = flags.flatMap((flag) => {
      const decision = decisionOn(flag, report.decisions);
      return decision === null
        ? []
        : [`${labelWords(language, flag.label)}: ${tellDecision(decision, words)}`];
    });
    const own = [
      path,
      was,
      kindOf(change),
      say(`part.${change.part}`),
      [...new Set(flags.map(({ label }) => labelWords(language, label)))].join('; '),
      severity !== null ? say(`severity.${severity}`) : flags.length > 0 ? say('polarity.green') : '',
      reds.length === 0 ? '' : Math.max(...reds.map(({ score }) => score)),
      decided.join('\n'),
      textOf(change.base),
      textOf(change.revised),
      references.map((finding) => tellReference(finding, say)).join('\n'),
    ];
    for (const note of notes.length === 0 ? [undefined] : notes) rows.push([...own, ...noteCells(note)]);
  }
  for (const note of orphans) {
    const { side, path, quote } = note.anchor;
    const texts = side === 'base' ? [quote, ''] : ['', quote];
    rows.push([path, '', '', '', '', '', '', '', ...texts, '', ...noteCells(note)]);
  }
  return {
    columns: COLUMNS.map((name) => words(`column.${name}`)),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? sanitise(cell) : cell))),
  };
}
