import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import instruments from '../../../data/instruments.yaml';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { sanitise } from '../../core/text/sanitise.ts';
import { layOut, type Entry } from './lay-out.ts';
import { exportWords } from './words.ts';

interface Instrument {
  readonly citation: string;
  readonly status: string;
  readonly gist?: Readonly<Record<UiLanguage, string>>;
  readonly url?: string;
}

const INSTRUMENTS = instruments as Readonly<Record<string, Instrument>>;

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*' })
  .freeze();

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
const quote = (text: string): RootContent => ({
  type: 'blockquote',
  children: sanitise(text)
    .split(/\n+/)
    .map((line) => ({ type: 'paragraph' as const, children: [words(line)] })),
});
const bullets = (items: readonly PhrasingContent[][]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({
    type: 'listItem' as const,
    spread: false,
    children: [{ type: 'paragraph' as const, children }],
  })),
});

/**
 * The position brief as Markdown: for each clause with a stance what we hold, why, and what we would write
 * instead, with the instruments that its flags rest on; then the flags nobody took a position on.
 */
export function briefMarkdown(report: Report, language: UiLanguage): string {
  const [say, tell] = [reportWords(language), exportWords(language)];
  const { base, revised } = report;
  const { entries, orphans } = layOut(report);
  const children: RootContent[] = [
    heading(1, tell('brief.title', { title: revised.resolution.title || base.resolution.title })),
    bullets([
      [
        words(
          tell('brief.on', {
            name: [revised.facts.symbol, revised.facts.name].filter((one) => one !== undefined).join(' · '),
          }),
        ),
      ],
      [words(tell('brief.against', { name: base.facts.name }))],
      ...(base.facts.isModel || revised.facts.isModel ? [[strong(say('model'))]] : []),
    ]),
  ];
  const dismissed = new Set(
    (report.decisions ?? []).filter(({ decision }) => decision === 'dismissed').map(({ flag }) => flag),
  );
  const openFlags = (entry: Entry) => entry.flags.filter(({ fingerprint }) => !dismissed.has(fingerprint));
  const taken = entries.filter(({ notes }) => notes.some(({ stance }) => stance !== null));
  const open = entries.filter(
    (entry) => !taken.includes(entry) && openFlags(entry).some(({ polarity }) => polarity === 'red'),
  );
  const stances = entries.flatMap(({ notes }) => notes.map(({ stance }) => stance));
  const count = (stance: Note['stance']): number => stances.filter((one) => one === stance).length;
  children.push(
    paragraph(
      words(
        `${tell('brief.summary', { support: count('support'), oppose: count('oppose'), amend: count('amend'), watch: count('watch'), open: open.length })}.`,
      ),
    ),
  );
  if (taken.length === 0) children.push(paragraph(words(tell('brief.none'))));
  const cited = new Set<string>();
  const position = (note: Note): RootContent[] => [
    paragraph(
      ...(note.stance === null ? [] : [strong(`${tell(`brief.stance.${note.stance}`)}.`)]),
      words(note.stance === null ? note.comment : ` ${note.comment}`),
    ),
    ...(note.counterText === undefined
      ? []
      : [paragraph(strong(`${tell('brief.text')}:`)), quote(note.counterText)]),
  ];
  for (const entry of taken) {
    const { change, path, notes } = entry;
    children.push(heading(2, `${path} (${say(`kind.${change.kind}`)})`));
    children.push(...notes.flatMap(position));
    for (const [side, units] of [
      ['header.base', change.base],
      ['header.revised', change.revised],
    ] as const)
      if (units.length > 0)
        children.push(paragraph(strong(`${say(side)}:`)), quote(units.map(({ text }) => text).join('\n')));
    const flags = openFlags(entry);
    if (flags.length > 0)
      children.push(
        bullets(
          flags.map((flag) => [
            strong(`${labelWords(language, flag.label)}:`),
            words(` ${flag.why[language]}`),
            ...(flag.basis.length === 0
              ? []
              : [
                  words(
                    ` (${tell('brief.cites')}: ${flag.basis.map((id) => INSTRUMENTS[id]?.citation ?? id).join('; ')})`,
                  ),
                ]),
          ]),
        ),
      );
    for (const id of flags.flatMap(({ basis }) => basis)) cited.add(id);
  }
  if (open.length > 0) {
    children.push(heading(2, tell('brief.open')));
    children.push(
      bullets(
        open.map((entry) => [
          strong(`${entry.path}:`),
          words(
            ` ${[...new Set(openFlags(entry).map(({ label }) => labelWords(language, label)))].join('; ')}`,
          ),
        ]),
      ),
    );
  }
  if (orphans.length > 0)
    children.push(
      heading(2, tell('html.orphans')),
      ...orphans.flatMap((note) => [
        paragraph(words(tell('note.orphaned', { path: note.anchor.path, quote: note.anchor.quote }))),
        ...position(note),
      ]),
    );
  if (cited.size > 0) {
    children.push(heading(2, tell('brief.instruments')));
    children.push(
      bullets(
        [...cited].sort().map((id) => {
          const known = Object.hasOwn(INSTRUMENTS, id) ? INSTRUMENTS[id] : undefined;
          if (known === undefined) return [words(id)];
          const gist = known.gist?.[language];
          const doubt = known.status === 'checked' ? '' : ` (${tell('brief.unchecked')})`;
          return [strong(known.citation), words(`${gist === undefined ? '' : `: ${gist}`}${doubt}`)];
        }),
      ),
    );
  }
  if ((report.citations ?? []).length > 0)
    children.push(
      heading(2, say('citations.title')),
      bullets(
        (report.citations ?? []).map(({ reference, title, paragraph: number, text }) => [
          strong(`${reference} §${number}`),
          words(` (${title}): ${text}`),
        ]),
      ),
    );
  if (report.notChecked.length > 0)
    children.push(
      heading(2, say('notChecked.title')),
      bullets(report.notChecked.map(({ what, reason }) => [words(`${what}: ${reason}`)])),
    );
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}
