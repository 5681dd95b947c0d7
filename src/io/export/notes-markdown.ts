import type { PhrasingContent, RootContent } from 'mdast';
import type { Flag } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { ComparedText, Report } from '../../core/model/report.ts';
import type { Note } from '../../core/model/review.ts';
import { countClauses, countFlags, standingFlags } from '../../core/report/counts.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { citedInstruments, citedAside, closingBlocks } from './cited-markdown.ts';
import { layOut } from './lay-out.ts';
import {
  bullets,
  code,
  emphasis,
  heading,
  paragraph,
  spanNodes,
  strong,
  words,
  writeBlocks,
} from './markdown.ts';
import { decisionOn, gradeOf, tellDecision } from './tell-flag.ts';
import { tellReference } from './tell-reference.ts';
import { exportWords } from './words.ts';

/**
 * The review of a comparison as a Markdown document: what was compared, and clause by clause the words that
 * changed with their flags, what was decided on them, and the reviewer's notes. Changed clauses of which nothing
 * is said are only counted.
 */
export function notesMarkdown(report: Report, language: UiLanguage): string {
  const [say, tell] = [reportWords(language), exportWords(language)];
  const head = (name: string, { facts, resolution }: ComparedText): PhrasingContent[] => {
    const told = [facts.symbol, facts.action, resolution.language].filter((one) => one !== undefined);
    const model = facts.isModel ? ` (${say('model')})` : '';
    return [strong(`${say(name)}:`), words(' '), code(facts.name), words(` · ${told.join(' · ')}${model}`)];
  };
  const flagItem = (flag: Flag): PhrasingContent[] => {
    const cure = flag.polarity === 'green' ? '' : ` ${say('flag.cure')}: ${flag.cure[language]}`;
    const decision = decisionOn(flag, report.decisions);
    return [
      strong(`${gradeOf(flag, say)}: ${labelWords(language, flag.label)}`),
      words(` — ${flag.message[language]} ${flag.why[language]}${cure}${citedAside(flag, language)}`),
      ...(decision === null ? [] : [words(' '), strong(`${tellDecision(decision, tell)}.`)]),
    ];
  };
  const noteNodes = (note: Note): RootContent[] => {
    const { stance, comment, counterText, author, created, resolved } = note;
    const settled = resolved === true ? `, ${tell('note.resolved')}` : '';
    const said = words(`${comment} (${author}, ${created.slice(0, 10)}${settled})`.trim());
    const lines = [
      stance === null ? paragraph(said) : paragraph(strong(say(`stance.${stance}`)), words(' — '), said),
    ];
    if (counterText !== undefined)
      lines.push(paragraph(strong(`${say('notes.counterText')}:`), words(` ${counterText}`)));
    return [{ type: 'blockquote', children: lines as never }];
  };

  const { base, revised, comparison, flags, notes } = report;
  const standing = standingFlags(report);
  const counts = `${say('changes.summary', countClauses(comparison))}; ${say('flags.summary', { red: countFlags(standing, 'red'), green: countFlags(standing, 'green') })}${tell('flags.dismissed', { count: flags.length - standing.length })}.`;
  const { entries, orphans } = layOut(report);
  const blocks: RootContent[] = [
    heading(1, say('notes.exported', { revised: revised.resolution.title || revised.facts.name })),
    bullets([head('header.base', base), head('header.revised', revised)]),
    paragraph(words(counts)),
  ];
  for (const entry of entries) {
    const { change, path, was, flags: own, notes: mine, references } = entry;
    if (own.length + mine.length + references.length === 0) continue;
    const kind = say(`kind.${change.kind}`);
    const from = was === '' ? '' : `, ${say('was', { path: was })}`;
    blocks.push(heading(2, `${path} (${kind}${from})`), paragraph(...spanNodes(change.spans)));
    if (own.length > 0) blocks.push(bullets(own.map(flagItem)));
    for (const finding of references) blocks.push(paragraph(emphasis(tellReference(finding, say))));
    blocks.push(...mine.flatMap(noteNodes));
  }
  if (orphans.length > 0) blocks.push(heading(2, tell('html.orphans')));
  for (const note of orphans) {
    const { path, quote } = note.anchor;
    blocks.push(paragraph(words(tell('note.orphaned', { path, quote }))), ...noteNodes(note));
  }
  if (notes.length === 0 && flags.length === 0) blocks.push(paragraph(words(say('notes.none'))));
  blocks.push(...citedInstruments(standing, language), ...closingBlocks(report, language));
  return writeBlocks(blocks);
}
