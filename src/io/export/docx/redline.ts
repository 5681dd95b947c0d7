import { instrumentWords } from '../../../core/report/instruments.ts';
import { sanitiseLine } from '../../../core/text/sanitise.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { Report } from '../../../core/model/report.ts';
import type { Note } from '../../../core/model/review.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { layOut } from '../lay-out.ts';
import { decisionOn, gradeOf, tellDecision } from '../tell-flag.ts';
import { tellReference } from '../tell-reference.ts';
import { exportWords } from '../words.ts';
import { collectFootnotes } from './footnotes.ts';
import { wordFile } from './package.ts';
import { writeStep, type Attached, type Redline } from './step-paragraphs.ts';
import { textRun, track } from './runs.ts';
import { textItems } from './text-items.ts';
import { weave, type Step } from './weave.ts';
import { xmlText } from './xml.ts';

interface Comment {
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
}

const commentXml = ({ author, date, text }: Comment, id: number): string => {
  const when =
    date !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(date) ? ` w:date="${date.slice(0, 19)}Z"` : '';
  const lines = text
    .split('\n')
    .map((line) => `<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${textRun(line)}</w:p>`);
  return `<w:comment w:id="${id}" w:author="${xmlText(author)}"${when}>${lines.join('')}</w:comment>`;
};

/** The step that shows a change best: where its revised words stand, else where the base's stood. */
const stepOfChange = (steps: readonly Step[]): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  for (const [at, { change, revised }] of steps.entries()) {
    const known = steps[places.get(change) ?? -1];
    if (known === undefined || (known.revised === null && revised !== null)) places.set(change, at);
  }
  return places;
};

/**
 * The comparison as a Word file: the base in the styles of ITU with tracked changes, flags and notes as
 * comments, each counter-text as an insertion of its author that is struck at once, so that it is seen and yet
 * belongs to neither text.
 * Law: rejecting every change gives the base, accepting every change gives the revised text (characters that
 * hide or reorder text are shown by their numbers in both). The same report gives the same bytes.
 */
export function redlineDocx(report: Report, language: UiLanguage): Uint8Array {
  const { base, revised, comparison } = report;
  const [say, words] = [reportWords(language), exportWords(language)];
  let id = 100;
  const { facts } = revised;
  const tracker = { author: facts.symbol ?? facts.sponsor ?? facts.name, nextId: () => ++id };
  const footnotes = collectFootnotes(base.resolution, revised.resolution, tracker);
  const redline: Redline = { tracker, footnotes };
  const steps = weave(comparison, textItems(base.resolution), textItems(revised.resolution));
  const places = stepOfChange(steps);
  const comments: Comment[] = [];
  const attached = new Map<number, { ids: number[]; counterTexts: string[] }>();
  const attach = (at: number, comment: Comment, counterText = ''): void => {
    const own = attached.get(at) ?? { ids: [], counterTexts: [] };
    own.ids.push(comments.push(comment) - 1);
    if (counterText !== '') own.counterTexts.push(counterText);
    attached.set(at, own);
  };
  const attachNote = (at: number, note: Note, lead: string): void => {
    const { stance, comment, counterText, author, created } = note;
    const lines = [
      lead,
      stance === null ? '' : say(`stance.${stance}`),
      comment,
      counterText === undefined ? '' : words('docx.counter', { text: counterText }),
    ];
    const insertion =
      counterText === undefined || lead !== ''
        ? ''
        : track(textRun(` [${counterText.replace(/\s+/g, ' ')}]`, ['ins', 'del']), ['ins', 'del'], {
            ...tracker,
            author,
          });
    attach(at, { author, date: created, text: lines.filter((line) => line !== '').join('\n') }, insertion);
  };
  if (base.facts.isModel || facts.isModel)
    attach(0, { author: 'Clausewatch', date: null, text: words('docx.model') });
  const { entries, orphans } = layOut(report);
  const told = new Set<string>();
  for (const { index, flags, notes, references } of entries) {
    const at = places.get(index) ?? 0;
    for (const flag of flags) {
      if (told.has(flag.fingerprint)) continue;
      told.add(flag.fingerprint);
      const head = words('docx.flag', {
        grade: gradeOf(flag, say),
        label: labelWords(language, flag.label),
        points: flag.polarity === 'green' ? 0 : flag.score,
        message: flag.message[language],
      });
      const cure = flag.polarity === 'green' ? [] : [`${say('flag.cure')}: ${flag.cure[language]}`];
      const basis =
        flag.basis.length === 0 ? [] : [`${say('flag.basis')}: ${instrumentWords(flag.basis, language)}`];
      const decision = decisionOn(flag, report.decisions);
      const decided = decision === null ? [] : [`${tellDecision(decision, words)}.`];
      attach(at, {
        author: 'Clausewatch',
        date: null,
        text: [head, ...decided, flag.why[language], ...cure, ...basis].join('\n'),
      });
    }
    for (const finding of references)
      attach(at, { author: 'Clausewatch', date: null, text: tellReference(finding, say) });
    for (const note of notes) attachNote(at, note, '');
  }
  for (const note of orphans)
    attachNote(0, note, words('note.orphaned', { path: note.anchor.path, quote: note.anchor.quote }));
  const none: Attached = { ids: [], counterTexts: [] };
  const body = steps.map((step, at) => writeStep(step, attached.get(at) ?? none, redline)).join('');
  const last = steps.at(-1)?.kind;
  return wordFile({
    title: sanitiseLine(revised.resolution.title || base.resolution.title),
    language: revised.resolution.language,
    // The last mark of a document cannot be tracked: one that stays stands after it.
    body: last === 'kept' || last === undefined ? body : `${body}<w:p/>`,
    footnotes: footnotes.xml(),
    comments: comments.map(commentXml).join(''),
    header: base.facts.isModel || facts.isModel ? words('docx.model') : '',
  });
}
