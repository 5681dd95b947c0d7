import type { RootContent } from 'mdast';
import type { UiLanguage } from '../../../core/model/language.ts';
import { compositeLines } from '../../../core/negotiate/composite-lines.ts';
import type { Composite } from '../../../core/negotiate/composite-types.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { bullets, emphasis, heading, paragraph, words, writeBlocks } from '../markdown.ts';

/** The consolidated text as Markdown, ready for a drafting group. */
export function compositeMarkdown(composite: Composite, language: UiLanguage): string {
  const say = negotiationWords(language);
  const { base, sponsors } = composite;
  const blocks: RootContent[] = [
    heading(1, say('composite.title', { base: base.facts.name })),
    ...(base.facts.isModel ? [paragraph(words(say('matrix.model')))] : []),
    paragraph(words(say('composite.note'))),
    paragraph(words(`${say('composite.sponsors')}:`)),
    bullets(
      sponsors.map(({ name, action, text }) => [
        words([name, action, text.facts.symbol ?? ''].join(' ').trim()),
      ]),
    ),
  ];
  for (const { unit, text } of compositeLines(composite, say)) {
    blocks.push(unit === 'heading' ? paragraph(emphasis(text)) : paragraph(words(text)));
  }
  return writeBlocks(blocks);
}
