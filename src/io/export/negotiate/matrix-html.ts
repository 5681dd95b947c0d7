import type { Element } from 'hast';
import { h } from 'hastscript';
import type { UiLanguage } from '../../../core/model/language.ts';
import { countMatrix } from '../../../core/negotiate/matrix-counts.ts';
import type { Matrix, Row } from '../../../core/negotiate/matrix-types.ts';
import { cellCode, marksOf, resultsOf, type RowResult } from '../../../core/negotiate/row-results.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { htmlPage } from '../html/html-page.ts';
import { inLanguage, spanElement } from '../html/span-elements.ts';
import { gradeOf } from '../tell-flag.ts';
import { exportWords } from '../words.ts';
import { MATRIX_SCRIPT } from './matrix-script.ts';
import { rowName, toldRows } from './row-name.ts';

/** What a row is shown under: all, and whether it has red flags, conflicts, agreements. */
const kindsOf = ({ cells, conflicts, agreements }: Row): string =>
  [
    [...cells.values()].some(({ flags }) => flags.some(({ polarity }) => polarity === 'red'))
      ? 'flagged'
      : '',
    conflicts.length > 0 ? 'clash' : '',
    agreements.length > 0 ? 'agreed' : '',
  ]
    .filter((kind) => kind !== '')
    .join(' ');

/**
 * The matrix as one web page that needs nothing else: a column each proposal, and every touched clause with the words
 * of each result; proposals and kinds of rows can be picked.
 */
export function matrixHtml(matrix: Matrix, language: UiLanguage): string {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { base, columns } = matrix;
  const text = inLanguage(base.resolution.language);
  const rows = toldRows(matrix);
  // Names of sponsors are anybody's words: the script knows them by their place.
  const keyOf = (name: string): string => `p${columns.findIndex((column) => column.name === name) + 1}`;
  const cellOf = (row: Row, name: string): Element => {
    const cell = row.cells.get(name);
    if (cell === undefined) return h('td', { dataWho: keyOf(name) });
    const { isAgreed, isClashing } = marksOf(row, name);
    const isRed = cell.flags.some(({ polarity }) => polarity === 'red');
    const looks = [isClashing ? 'clash' : isAgreed ? 'agreed' : '', isRed ? 'flagged' : ''];
    const code = `${cellCode(cell)}${isAgreed ? ' =' : ''}${isClashing ? ' x' : ''}`;
    return h(
      'td',
      { dataWho: keyOf(name), dataTold: '', className: looks.filter((look) => look !== '') },
      code,
    );
  };
  const table = h(
    'div.scroll',
    { tabIndex: 0, role: 'region', ariaLabel: words('matrix.table') },
    h(
      'table',
      h(
        'thead',
        h(
          'tr',
          h('th', { scope: 'col' }, words('column.path')),
          ...columns.map(({ name, action }) =>
            h('th', { scope: 'col', dataWho: keyOf(name) }, sanitiseLine(`${name} (${action})`)),
          ),
        ),
      ),
      h(
        'tbody',
        ...rows.map((row, at) =>
          h(
            'tr',
            { dataRow: kindsOf(row) },
            h(
              'th',
              { scope: 'row' },
              h('a', { href: `#row-${at + 1}` }, h('bdi', sanitiseLine(rowName(row, say)))),
            ),
            ...columns.map(({ name }) => cellOf(row, name)),
          ),
        ),
      ),
    ),
  );
  const result = ({ sponsors, cell }: RowResult): Element => {
    const stance =
      cell.stance === null ? '' : ` · ${say('matrix.stance', { stance: report(`stance.${cell.stance}`) })}`;
    const moved = cell.moved ? ` · ${say('matrix.moved', { path: cell.revised.join(', ') })}` : '';
    const flags = [
      ...new Map(cell.flags.map((flag) => [`${flag.polarity} ${flag.label}`, flag] as const)).values(),
    ];
    return h(
      'div',
      { dataWho: sponsors.map(keyOf).join(' '), dataTold: '' },
      h(
        'p.by',
        h('strong', sanitiseLine(sponsors.join(', '))),
        sanitiseLine(` · ${report(`kind.${cell.kind}`)}${moved}${stance}`),
      ),
      h('p.words', text, ...cell.change.spans.map(spanElement)),
      ...(flags.length === 0
        ? []
        : [
            h(
              'ul.tags',
              ...flags.map((flag) =>
                h(
                  'li',
                  h(
                    `span.badge.${flag.polarity === 'green' ? 'green' : flag.severity}`,
                    gradeOf(flag, report),
                  ),
                  ` ${sanitiseLine(labelWords(language, flag.label))}`,
                ),
              ),
            ),
          ]),
    );
  };
  const details = rows.map((row, at) => {
    const clashes = [
      ...row.conflicts.map(({ between: [one, other], reason }) =>
        say(`matrix.conflict.${reason}`, { one, other }),
      ),
      ...row.meets.map(({ between: [one, other] }) => say('matrix.meets', { one, other })),
    ];
    return h(
      'article',
      { id: `row-${at + 1}`, tabIndex: -1, dataRow: kindsOf(row) },
      h('header', h('h3', h('bdi', text, sanitiseLine(rowName(row, say))))),
      ...resultsOf(row)
        .filter(({ cell }) => cell.kind !== 'renumbered')
        .map(result),
      ...(clashes.length === 0 ? [] : [h('ul.plain', ...clashes.map((clash) => h('li', sanitise(clash))))]),
    );
  });
  const choice = (
    type: 'checkbox' | 'radio',
    name: string,
    value: string,
    told: string,
    isOn = false,
  ): Element => h('label', h('input', { type, name, value, checked: isOn }), ` ${told}`);
  const form = h(
    'form',
    { hidden: true, ariaLabel: words('html.filters') },
    h(
      'fieldset',
      h('legend', words('html.filter.show')),
      ...['all', 'flagged', 'clash', 'agreed'].map((show) =>
        choice('radio', 'show', show, words(`matrix.show.${show}`), show === 'all'),
      ),
    ),
    h(
      'fieldset',
      h('legend', say('composite.sponsors')),
      ...columns.map(({ name }) => choice('checkbox', 'who', keyOf(name), sanitiseLine(name))),
    ),
  );
  const title = sanitiseLine(say('matrix.title', { count: columns.length, base: base.facts.name }));
  return htmlPage({
    title,
    language,
    script: MATRIX_SCRIPT,
    body: [
      h(
        'header',
        h('h1', title),
        h('p', sanitiseLine(base.resolution.title)),
        ...(base.facts.isModel ? [h('p.model', say('matrix.model'))] : []),
        h('p.counts', say('matrix.summary', { ...countMatrix(matrix) })),
      ),
      h(
        'main',
        form,
        h('h2', words('matrix.table')),
        table,
        h('p.by', say('matrix.legend')),
        h('h2', words('matrix.rows')),
        ...details,
      ),
      h('footer', h('p', words('html.madeBy'))),
    ],
  });
}
