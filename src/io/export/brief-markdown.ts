import type { RootContent } from 'mdast';
import type { Flag } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { standingFlags } from '../../core/report/counts.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { citedInstruments, citedAside, closingBlocks } from './cited-markdown.ts';
import { layOut, type Entry } from './lay-out.ts';
import { bullets, heading, paragraph, quote, strong, words, writeBlocks } from './markdown.ts';
import { exportWords } from './words.ts';

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
  const standing = new Set(standingFlags(report));
  const openFlags = (entry: Entry) => entry.flags.filter((flag) => standing.has(flag));
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
  const cited: Flag[] = [];
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
            words(` ${flag.why[language]}${citedAside(flag, language)}`),
          ]),
        ),
      );
    cited.push(...flags);
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
  children.push(...citedInstruments(cited, language), ...closingBlocks(report, language));
  return writeBlocks(children);
}
