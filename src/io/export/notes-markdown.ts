import { citeInstrument } from '../../core/report/instruments.ts';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Change } from '../../core/model/change.ts';
import type { Flag } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Citation, ComparedText, Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { countClauses, countFlags } from '../../core/report/counts.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { sanitise } from '../../core/text/sanitise.ts';

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*' });

/** Words of a document as one text node: the writer escapes whatever Markdown would take for its own. */
const words = (text: string): PhrasingContent => ({
  type: 'text',
  value: sanitise(text).replace(/\n+/g, ' '),
});
const strong = (text: string): PhrasingContent => ({ type: 'strong', children: [words(text)] });
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: [words(text)],
});
const bullets = (items: readonly PhrasingContent[][]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  })),
});

/** Removed words struck, added ones bold; white space stays outside the marks, where Markdown wants it. */
const spanNodes = (change: Change): PhrasingContent[] =>
  change.spans.flatMap(({ op, text }): PhrasingContent[] => {
    const [, lead = '', own = '', tail = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
    if (op === 'equal' || own === '') return [words(text)];
    const inner = words(own);
    const marked: PhrasingContent =
      op === 'delete' ? { type: 'delete', children: [inner] } : { type: 'strong', children: [inner] };
    return [words(lead), marked, words(tail)].filter((node) => !('value' in node) || node.value !== '');
  });

const pathOf = (change: Change): string =>
  (change.revised.length > 0 ? change.revised : change.base).map(({ path }) => path).join(', ');

const concerns = (change: Change, base: readonly string[], revised: readonly string[]): boolean =>
  change.base.some(({ path }) => base.includes(path)) ||
  change.revised.some(({ path }) => revised.includes(path));

/**
 * The review of a comparison as a Markdown document: what was compared, the flags, and clause by clause the
 * words that changed with the reviewer's notes. Changed clauses without flag or note are only counted.
 */
export function notesMarkdown(report: Report, language: UiLanguage): string {
  const say = reportWords(language);
  const head = (name: string, { facts, resolution }: ComparedText): PhrasingContent[] => {
    const told = [facts.name, facts.symbol, facts.action, resolution.language].filter(
      (one) => one !== undefined,
    );
    return [
      strong(`${say(name)}:`),
      words(` ${told.join(' · ')}${facts.isModel ? ` (${say('model')})` : ''}`),
    ];
  };
  const flagLine = (flag: Flag): PhrasingContent[] => [
    strong(
      flag.polarity === 'green'
        ? `${say('polarity.green')}: ${labelWords(language, flag.label)}`
        : `${say(`severity.${flag.severity}`)}: ${labelWords(language, flag.label)}`,
    ),
    words(
      ` — ${flag.message[language]} ${flag.why[language]}${flag.polarity === 'green' ? '' : ` ${say('flag.cure')}: ${flag.cure[language]}`}`,
    ),
    ...(flag.basis.length === 0
      ? []
      : [words(` (${say('flag.basis')}: ${flag.basis.map(citeInstrument).join('; ')})`)]),
  ];
  const noteNodes = (note: Note): RootContent[] => {
    const said = words(`${note.comment} (${note.author}, ${note.created.slice(0, 10)})`);
    const lines = [
      note.stance === null
        ? paragraph(said)
        : paragraph(strong(say(`stance.${note.stance}`)), words(' — '), said),
    ];
    if (note.counterText !== undefined)
      lines.push(paragraph(strong(`${say('notes.counterText')}:`), words(` ${note.counterText}`)));
    return [{ type: 'blockquote', children: lines as never }];
  };

  const { base, revised, comparison, flags, notes, notChecked } = report;
  const counts = countClauses(comparison);
  const children: RootContent[] = [
    heading(1, say('notes.exported', { revised: `${revised.resolution.title} (${revised.facts.name})` })),
    bullets([head('header.base', base), head('header.revised', revised)]),
    paragraph(
      words(
        `${say('changes.summary', counts)}; ${say('flags.summary', { red: countFlags(flags, 'red'), green: countFlags(flags, 'green') })}.`,
      ),
    ),
  ];
  const placed = new Set<Note>();
  for (const change of comparison.changes) {
    const own = flags.filter((flag) => concerns(change, flag.base, flag.revised));
    const mine = notes.filter(({ anchor }) =>
      (anchor.side === 'base' ? change.base : change.revised).some(({ path }) => path === anchor.path),
    );
    // A single clause has the path of its heading: what is said of it stands with the clause.
    const isBareHeading =
      change.unit === 'heading' && (change.kind === 'unchanged' || change.kind === 'renumbered');
    if (change.unit === 'frame' || isBareHeading || (own.length === 0 && mine.length === 0)) continue;
    mine.forEach((note) => placed.add(note));
    children.push(
      heading(2, `${pathOf(change)} (${say(`kind.${change.kind}`)})`),
      paragraph(...spanNodes(change)),
    );
    if (own.length > 0) children.push(bullets(own.map(flagLine)));
    children.push(...mine.flatMap(noteNodes));
  }
  const lost = notes.filter((note) => !placed.has(note));
  if (lost.length > 0) {
    children.push(heading(2, say('notes.title')));
    for (const note of lost)
      children.push(paragraph(words(say('notes.on', { path: note.anchor.path }))), ...noteNodes(note));
  }
  if (notes.length === 0 && flags.length === 0) children.push(paragraph(words(say('notes.none'))));
  if (notChecked.length > 0) {
    children.push(
      heading(2, say('notChecked.title')),
      bullets(notChecked.map(({ what, reason }) => [words(`${what}: ${reason}`)])),
    );
  }
  if (report.citations !== undefined && report.citations.length > 0) {
    const cite = ({ title, reference, paragraph, text }: Citation): PhrasingContent[] => [
      strong(`${reference} §${paragraph}`),
      words(` (${title}): ${text}`),
    ];
    children.push(heading(2, say('citations.title')), bullets(report.citations.map(cite)));
  }
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}
