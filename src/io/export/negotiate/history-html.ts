import type { Element } from 'hast';
import { h } from 'hastscript';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { History, Life } from '../../../core/negotiate/build-history.ts';
import { LADDER_TOP, MEASURES, driftOf, meanOf } from '../../../core/negotiate/drift.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { htmlPage } from '../html/html-page.ts';
import { inLanguage } from '../html/span-elements.ts';
import { exportWords } from '../words.ts';
import { barChart, lineChart } from './drift-chart.ts';

type Measure = (typeof MEASURES)[number];

/**
 * The history of a resolution as one web page that needs nothing else and runs nothing: the drift of the mandate as
 * charts, every clause with the year of each phrase, what is gone, what came back, safeguards by revision.
 */
export function historyHtml(history: History, name: string, language: UiLanguage): string {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { revisions, lives } = history;
  const years = revisions.map(({ year }) => year);
  const yearOf = (at: number): string => String(years[at] ?? '');
  const last = revisions.length - 1;
  const text = inLanguage(revisions[last]?.text.resolution.language ?? 'en');
  const drift = driftOf(history);
  const told = (values: readonly (number | null)[]): string =>
    values.map((value, at) => `${yearOf(at)}: ${value === null || value < 0 ? '–' : value}`).join(', ');
  const highest = (values: readonly (number | null)[]): number =>
    Math.max(1, ...values.map((value) => value ?? 0));
  const chart = (measure: Measure): Element => {
    const values = meanOf(drift, measure);
    const top =
      measure === 'force' || measure === 'task' ? LADDER_TOP[measure] : Math.ceil(1.15 * highest(values));
    const title = say(`history.${measure}`);
    return h(
      'figure',
      h('figcaption', title),
      lineChart({ label: `${title}. ${told(values)}`, years, values, top }),
    );
  };
  const topOf = (measure: Measure): number =>
    measure === 'force' || measure === 'task'
      ? LADDER_TOP[measure]
      : highest(drift.flatMap((row) => row[measure]));
  const driftTable = h(
    'div.scroll',
    { tabIndex: 0, role: 'region', ariaLabel: say('history.drift') },
    h(
      'table',
      h(
        'thead',
        h(
          'tr',
          h('th', { scope: 'col' }, words('column.path')),
          ...MEASURES.map((measure) => h('th', { scope: 'col' }, say(`history.${measure}`))),
        ),
      ),
      h(
        'tbody',
        ...drift.map((row) =>
          h(
            'tr',
            h('th', { scope: 'row' }, h('bdi', sanitiseLine(row.life.unit.path))),
            ...MEASURES.map((measure) =>
              h(
                'td',
                barChart({ label: told(row[measure]), years, values: row[measure], top: topOf(measure) }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  const lifeArticle = ({ unit, since, stages, runs }: Life): Element => {
    const turns = stages
      .filter(({ kind }) => kind !== 'first' && kind !== 'unchanged')
      .map(({ revision, kind }) => `${yearOf(revision)} ${report(`kind.${kind}`)}`);
    return h(
      'article',
      h(
        'header',
        h('h3', h('bdi', text, sanitiseLine(unit.path))),
        h('span.kind', [say('history.since', { year: yearOf(since) }), ...turns].join(' · ')),
      ),
      h(
        'p.words',
        text,
        ...runs.flatMap(({ text: own, origin }) => [h('span.year', yearOf(origin)), sanitise(own)]),
      ),
    );
  };
  const gone = lives.filter(({ until }) => until !== last);
  const section = (title: string, items: readonly Element[]): Element[] =>
    items.length === 0 ? [] : [h('h2', title), h('ul.plain', ...items)];
  const safeguards = history.safeguards.map((one) =>
    h(
      'tr',
      h('th', { scope: 'row' }, h('bdi', sanitise(one.text))),
      ...one.held.map((paths) => h('td', sanitiseLine(paths.length === 0 ? '–' : paths.join(', ')))),
    ),
  );
  const title = sanitiseLine(say('history.title', { resolution: name, count: revisions.length }));
  return htmlPage({
    title,
    language,
    body: [
      h(
        'header',
        h('h1', title),
        h('p', sanitiseLine(revisions[last]?.text.resolution.title ?? '')),
        ...(revisions.some((one) => one.text.facts.isModel) ? [h('p.model', say('matrix.model'))] : []),
      ),
      h(
        'main',
        h('h2', words('history.chart')),
        h('p.by', words('history.chartNote'), ' ', say('history.driftNote')),
        h('div.charts', ...MEASURES.map(chart)),
        driftTable,
        h('h2', say('history.lives')),
        ...lives.filter(({ until }) => until === last).map(lifeArticle),
        ...section(
          say('history.gone'),
          gone.map(({ unit, since, until }) =>
            h(
              'li',
              sanitiseLine(
                `${say('history.goneLine', { path: unit.path, from: yearOf(since), until: yearOf(until) })}: `,
              ),
              h('del', text, sanitise(unit.text)),
            ),
          ),
        ),
        ...section(
          say('history.returned'),
          history.returned.map(({ path, text: own, first, lost, back }) =>
            h(
              'li',
              sanitiseLine(
                `${say('history.returnedLine', { path, first: yearOf(first), lost: yearOf(lost), back: yearOf(back) })}: `,
              ),
              h('ins', text, sanitise(own)),
            ),
          ),
        ),
        ...(safeguards.length === 0
          ? []
          : [
              h('h2', say('history.safeguards')),
              h(
                'div.scroll',
                { tabIndex: 0, role: 'region', ariaLabel: say('history.safeguards') },
                h(
                  'table',
                  h(
                    'thead',
                    h(
                      'tr',
                      h('th', { scope: 'col' }, words('column.words')),
                      ...years.map((year) => h('th', { scope: 'col' }, String(year))),
                    ),
                  ),
                  h('tbody', ...safeguards),
                ),
              ),
            ]),
      ),
      h('footer', h('p', words('html.madeBy'))),
    ],
  });
}
