import type { Element } from 'hast';
import { h } from 'hastscript';
import type { UiLanguage } from '../../../core/model/language.ts';
import { DRAFTING_GROUP } from '../../../core/negotiate/attribute.ts';
import type { Fate, Outcome } from '../../../core/negotiate/build-outcome.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitiseLine } from '../../../core/text/sanitise.ts';
import { htmlPage } from '../html/html-page.ts';
import { inLanguage, spanElement } from '../html/span-elements.ts';
import { gradeOf } from '../tell-flag.ts';
import { exportWords } from '../words.ts';

const head = (...names: readonly string[]): Element =>
  h('thead', h('tr', ...names.map((name) => h('th', { scope: 'col' }, name))));

const scroll = (label: string, table: Element): Element =>
  h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: label }, table);

/** Whose words were adopted, as one web page that needs nothing else and runs nothing. */
export function outcomeHtml(outcome: Outcome, language: UiLanguage): string {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { base, adopted, insertions, deletions, sponsors } = outcome;
  const text = inLanguage(adopted.resolution.language);
  const named = (sources: readonly string[]): string =>
    sanitiseLine(sources.map((one) => (one === DRAFTING_GROUP ? say('outcome.drafting') : one)).join(', '));
  const phrases = (
    title: string,
    op: 'insert' | 'delete',
    list: readonly { readonly at: string; readonly text: string; readonly sources: readonly string[] }[],
  ): Element[] =>
    list.length === 0
      ? []
      : [
          h('h2', title),
          scroll(
            title,
            h(
              'table',
              head(words('column.path'), words('column.words'), words('column.sources')),
              h(
                'tbody',
                ...list.map((one) =>
                  h(
                    'tr',
                    h('th', { scope: 'row' }, h('bdi', sanitiseLine(one.at))),
                    h('td.words', text, spanElement({ op, text: one.text })),
                    h('td', named(one.sources)),
                  ),
                ),
              ),
            ),
          ),
        ];
  const count = (fates: readonly Fate[], gained: Fate['gained']): string =>
    String(fates.filter((fate) => fate.gained === gained).length);
  const row = (...cells: readonly string[]): Element => {
    const [name = '', ...numbers] = cells;
    return h(
      'tr',
      h('th', { scope: 'row' }, sanitiseLine(name)),
      ...numbers.map((cell) => h('td.number', cell)),
    );
  };
  const flags = sponsors.flatMap(({ name, flags: own }) =>
    own
      .filter(({ isRealised }) => isRealised)
      .map(({ flag }) => {
        const path = [...flag.revised, ...flag.base][0] ?? '';
        const label = labelWords(language, flag.label);
        return h(
          'li',
          h(`span.badge.${flag.polarity === 'green' ? 'green' : flag.severity}`, gradeOf(flag, report)),
          ` ${sanitiseLine(say('outcome.flagTrue', { name, label, path }))}`,
        );
      }),
  );
  const title = sanitiseLine(say('outcome.title', { adopted: adopted.facts.name }));
  return htmlPage({
    title,
    language,
    body: [
      h(
        'header',
        h('h1', title),
        h('p', sanitiseLine(adopted.resolution.title || base.resolution.title)),
        ...(base.facts.isModel ? [h('p.model', say('matrix.model'))] : []),
      ),
      h(
        'main',
        h('h2', say('outcome.sponsors')),
        scroll(
          say('outcome.sponsors'),
          h(
            'table',
            head(
              words('column.sponsor'),
              say('outcome.gained'),
              say('outcome.part'),
              say('outcome.lost'),
              words('column.wordsTaken'),
            ),
            h(
              'tbody',
              ...sponsors.map(({ name, action, fates, adoptedWords }) =>
                row(
                  `${name} (${action})`,
                  count(fates, 'all'),
                  count(fates, 'part'),
                  count(fates, 'none'),
                  String(adoptedWords),
                ),
              ),
              row(say('outcome.drafting'), '', '', '', String(outcome.draftingWords)),
            ),
          ),
        ),
        ...(insertions.length === 0 ? [h('p', say('outcome.none'))] : []),
        ...phrases(say('outcome.insertions'), 'insert', insertions),
        ...phrases(say('outcome.deletions'), 'delete', deletions),
        h('h2', say('outcome.flags')),
        flags.length === 0 ? h('p', say('outcome.noFlags')) : h('ul.plain', ...flags),
      ),
      h('footer', h('p', words('html.madeBy'))),
    ],
  });
}
