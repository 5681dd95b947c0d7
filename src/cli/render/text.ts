import type { ComparedText } from '../../core/model/report.ts';
import type { Clause } from '../../core/model/resolution.ts';
import type { Say } from '../../core/text/speak.ts';
import { hang, safe, type Style } from './style.ts';

/** The first lines on any text: number, title, where it comes from, whether the wording is official. */
export function renderHead({ facts, resolution }: ComparedText, say: Say, style: Style): string[] {
  const frame = resolution.children.find((part) => part.name === 'frame');
  const number = frame?.children.find(({ name }) => name === 'number')?.text ?? facts.name;
  const told = [safe(facts.name), say(`kind.${facts.kind}`), facts.symbol, facts.action, resolution.language]
    .filter((one) => one !== undefined)
    .join(' · ');
  const { confidence } = resolution;
  return [
    style.bold(safe(number)),
    ...(resolution.title === '' ? [] : [hang('', safe(resolution.title), 0, style)]),
    style.dim(told),
    ...(facts.isModel ? [style.dim(`(${say('model')})`)] : []),
    // A text read without doubt from Markdown needs no word about it.
    ...(confidence === undefined || (confidence === 'high' && facts.source === 'markdown')
      ? []
      : [
          style.dim(
            say('readFrom', {
              source: say(`source.${facts.source ?? 'text'}`),
              confidence: say(`confidence.${confidence}`),
            }),
          ),
        ]),
  ];
}

/** One text, clause by clause. */
export function renderText(text: ComparedText, say: Say, style: Style): string {
  const { resolution } = text;
  const lines = [...renderHead(text, say, style), ''];
  const addClause = (clause: Clause): void => {
    lines.push(hang(clause.label ?? '', safe(clause.text), 2 + 4 * (clause.depth - 1), style));
    clause.children.forEach(addClause);
  };
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const line of part.children)
        if (line.name === 'opening') lines.push(hang('', safe(line.text), 0, style), '');
      continue;
    }
    for (const section of part.children) {
      if (section.text !== '') lines.push(style.bold(hang('', safe(section.text), 0, style)));
      for (const block of section.blocks)
        if (block.after === null) lines.push(hang('', safe(block.text), 2, style));
      section.children.forEach(addClause);
      lines.push('');
    }
  }
  if (resolution.footnotes.length > 0) {
    lines.push(style.bold(say('footnotes.title')));
    for (const note of resolution.footnotes) lines.push(hang(safe(note.label), safe(note.text), 2, style));
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
