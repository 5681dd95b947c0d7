import type { RootContent } from 'mdast';
import type { Flag } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import { describeInstrument } from '../../core/report/instruments.ts';
import { reportWords } from '../../core/report/strings.ts';
import { bullets, heading, strong, words } from './markdown.ts';
import { exportWords } from './words.ts';

/** " (Rests on: …)", by the names of the instruments alone; empty when a flag rests on none. */
export function citedAside({ basis }: Flag, language: UiLanguage): string {
  if (basis.length === 0) return '';
  const names = basis.map((id) => describeInstrument(id, language).citation).join('; ');
  return ` (${reportWords(language)('flag.basis')}: ${names})`;
}

/** The instruments that flags rest on, each once, with its gist and whether it was checked in the source. */
export function citedInstruments(flags: readonly Flag[], language: UiLanguage): RootContent[] {
  const tell = exportWords(language);
  const ids = [...new Set(flags.flatMap(({ basis }) => basis))].sort();
  if (ids.length === 0) return [];
  const items = ids.map((id) => {
    const { citation, gist, isChecked } = describeInstrument(id, language);
    const doubt = isChecked ? '' : ` (${tell('brief.unchecked')})`;
    return [strong(citation), words(`${gist === null ? '' : `: ${gist}`}${doubt}`)];
  });
  return [heading(2, tell('brief.instruments')), bullets(items)];
}

/** What ends every document on a comparison: paragraphs of reference texts that were cited, and what was not checked. */
export function closingBlocks({ citations = [], notChecked }: Report, language: UiLanguage): RootContent[] {
  const say = reportWords(language);
  const blocks: RootContent[] = [];
  if (citations.length > 0) {
    const items = citations.map(({ reference, title, paragraph, text }) => [
      strong(`${reference} §${paragraph}`),
      words(` (${title}): ${text}`),
    ]);
    blocks.push(heading(2, say('citations.title')), bullets(items));
  }
  if (notChecked.length > 0) {
    const items = notChecked.map(({ what, reason }) => [words(`${what}: ${reason}`)]);
    blocks.push(heading(2, say('notChecked.title')), bullets(items));
  }
  return blocks;
}
