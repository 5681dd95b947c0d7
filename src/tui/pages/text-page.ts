import type { ComparedText } from '../../core/model/report.ts';
import type { Clause } from '../../core/model/resolution.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Read } from '../../app/pages-session.ts';
import { footnoted } from '../document/change-pieces.ts';
import { shortName } from '../screens/header-row.ts';
import { heading, paragraph, plainPage, words } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import type { Block, Page, PageRequest } from './page.ts';
import { NO_SUBJECT, readId } from './subject.ts';

const LABEL_COLUMNS = 4;

const clauseBlocks = ({ path, label, depth, text, children }: Clause): Block[] => {
  const name = sanitiseLine(label ?? '');
  const lead = name === '' ? ' '.repeat(LABEL_COLUMNS) : `${name.padEnd(LABEL_COLUMNS - 1)} `;
  // The label keeps its place before the words: its spaces may not break.
  const own = paragraph(
    path,
    [
      { text: lead.replaceAll(' ', '\u00A0'), style: 'strong' },
      { text: footnoted(text), style: 'plain' },
    ],
    { indent: 1 + Math.min(4, depth - 1) * 3, hang: LABEL_COLUMNS, find: `${path} ${text}` },
  );
  return [own, ...children.flatMap(clauseBlocks)];
};

/** One text, clause by clause, with what the reader of it should know. */
export function textPage(
  desk: PagesDesk,
  request: Extract<PageRequest, { kind: 'text' }>,
  { data, messages }: Read<ComparedText>,
): Page {
  const { resolution, facts } = data;
  const blocks: Block[] = [];
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const { name, text } of part.children)
        blocks.push(words(name, text, name === 'number' || name === 'title' ? 'heading' : 'plain'));
      continue;
    }
    for (const section of part.children) {
      if (section.text !== '') blocks.push(heading(section.text, `s ${section.path}`));
      for (const clause of section.children) blocks.push(...clauseBlocks(clause));
      for (const [nth, block] of section.blocks.entries())
        blocks.push(words(`b ${section.path} ${nth}`, block.text, 'dim', { indent: 3 }));
    }
  }
  if (resolution.footnotes.length > 0) blocks.push(heading(desk.report('footnotes.title')));
  for (const { label, text } of resolution.footnotes)
    blocks.push(words(`[^${label}]`, `[${label}] ${text}`, 'plain', { hang: 4 }));
  if (resolution.messages.length > 0) blocks.push(heading(desk.report('messages.title')));
  for (const [nth, { message, line }] of resolution.messages.entries()) {
    const place = line === undefined ? '' : ` (${desk.report('line', { line })})`;
    blocks.push(words(`m${nth}`, `${message}${place}`, 'warning', { hang: 2 }));
  }
  const id = readId(facts.name);
  return plainPage({
    kind: 'text',
    title: `${shortName(data)}  ${sanitiseLine(resolution.title)}`,
    facts: resolution.language,
    isModel: facts.isModel,
    blocks,
    start: request.at ?? {},
    subject: (block) => ({
      ...NO_SUBJECT,
      resolution: id?.resolution ?? null,
      meeting: id?.meeting ?? null,
      text: id?.text ?? null,
      path: block?.key ?? null,
      basePath: facts.kind === 'adopted' ? (block?.key ?? null) : null,
      language: resolution.language,
    }),
    language: resolution.language,
    messages,
  });
}
