import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { Composite } from '../../../core/negotiate/composite-types.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { htmlPage } from '../html/html-page.ts';
import { inLanguage } from '../html/span-elements.ts';
import { exportWords } from '../words.ts';
import { compositeParagraphs, type CompositeToken } from './composite-paragraphs.ts';

const tokenElement = ({ kind, text }: CompositeToken): ElementContent => {
  if (kind === 'words') return { type: 'text', value: sanitise(text) };
  return h(kind === 'bracket' ? 'span.bracket' : 'span.who', sanitise(text));
};

/** The consolidated text as one web page that needs nothing else and runs nothing. */
export function compositeHtml(composite: Composite, language: UiLanguage): string {
  const [say, words] = [negotiationWords(language), exportWords(language)];
  const { base, sponsors } = composite;
  const text = inLanguage(base.resolution.language);
  const title = sanitiseLine(say('composite.title', { base: base.facts.name }));
  const body = compositeParagraphs(composite, language).map(({ row, label, tokens }) => {
    const own = tokens.map(tokenElement);
    if (row.unit === 'heading') return h('h2.words', text, ...own);
    return h('p.words', text, ...(label === null ? [] : [h('span.label', sanitiseLine(label))]), ...own);
  });
  return htmlPage({
    title,
    language,
    body: [
      h(
        'header',
        h('h1', title),
        ...(base.facts.isModel ? [h('p.model', say('matrix.model'))] : []),
        h('p', say('composite.note')),
        h('p', `${say('composite.sponsors')}:`),
        h(
          'ul.plain',
          ...sponsors.map(({ name, action, text: { facts } }) =>
            h('li', sanitiseLine([name, action, facts.symbol ?? ''].join(' ').trim())),
          ),
        ),
      ),
      h('main.composite', ...body),
      h('footer', h('p', words('html.madeBy'))),
    ],
  });
}
