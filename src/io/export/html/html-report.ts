import type { Element } from 'hast';
import { h } from 'hastscript';
import { SEVERITIES, type Flag } from '../../../core/model/flag.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { ComparedText, Report } from '../../../core/model/report.ts';
import type { PartName } from '../../../core/model/resolution.ts';
import { countClauses, countFlags, standingFlags } from '../../../core/report/counts.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { layOut, type Entry, type LaidOut } from '../lay-out.ts';
import { exportWords } from '../words.ts';
import { gradeOf } from '../tell-flag.ts';
import { entryArticle, noteItem, type Desk } from './entry-article.ts';
import { htmlPage } from './html-page.ts';
import { PAGE_SCRIPT } from './page-script.ts';

const PARTS: readonly PartName[] = ['frame', 'preamble', 'operative', 'annex'];

const headTerms = (name: 'base' | 'revised', { facts, resolution }: ComparedText, desk: Desk): Element[] => {
  const told = [facts.name, facts.sponsor, facts.symbol, facts.action, resolution.language].filter(
    (one) => one !== undefined,
  );
  return [
    h('dt', desk.say(`header.${name}`)),
    h(
      'dd',
      sanitiseLine(told.join(' · ')),
      ...(facts.isModel ? [' ', h('span.model', `(${desk.say('model')})`)] : []),
    ),
  ];
};

const choice = (
  type: 'checkbox' | 'radio',
  name: string,
  value: string,
  words: string,
  isOn = false,
): Element => h('label', h('input', { type, name, value, checked: isOn }), ` ${words}`);

const group = (title: string, choices: readonly Element[]): Element[] =>
  choices.length < 2 ? [] : [h('fieldset', h('legend', title), ...choices)];

const filterForm = ({ entries }: LaidOut, desk: Desk): Element => {
  const { say, words, language } = desk;
  const flags = entries.flatMap((entry) => entry.flags);
  const severities = [...SEVERITIES]
    .reverse()
    .filter((one) => flags.some(({ severity, polarity }) => polarity === 'red' && severity === one));
  const greens = flags.some(({ polarity }) => polarity === 'green') ? ['green'] : [];
  const gradeWords = (grade: string): string => {
    if (grade === 'none') return words('html.none');
    return say(grade === 'green' ? 'polarity.green' : `severity.${grade}`);
  };
  const labels = [...new Set(flags.map(({ label }) => label))].sort();
  const parts = PARTS.filter((part) => entries.some(({ change }) => change.part === part));
  const shows = ['all', 'changed', ...(flags.length > 0 ? ['flagged'] : [])];
  if (entries.some(({ notes }) => notes.length > 0)) shows.push('noted');
  return h(
    'form',
    { hidden: true, ariaLabel: words('html.filters') },
    ...group(words('html.view'), [
      choice('radio', 'view', 'side', words('html.view.side'), true),
      choice('radio', 'view', 'inline', words('html.view.inline')),
    ]),
    ...group(
      words('html.filter.show'),
      shows.map((show) => choice('radio', 'show', show, words(`html.filter.${show}`), show === 'changed')),
    ),
    h(
      'details',
      h('summary', words('html.filters')),
      ...group(
        words('html.filter.severity'),
        [...severities, ...greens, 'none'].map((one) => choice('checkbox', 'severity', one, gradeWords(one))),
      ),
      ...group(
        words('html.filter.part'),
        parts.map((part) => choice('checkbox', 'part', part, say(`part.${part}`))),
      ),
      ...group(
        words('html.filter.label'),
        labels.map((label) =>
          choice(
            'checkbox',
            'label',
            sanitiseLine(label).replace(/\s+/g, '-'),
            sanitiseLine(labelWords(language, label)),
          ),
        ),
      ),
      h('button', { type: 'reset' }, words('html.reset')),
    ),
    h('p.by', {
      role: 'status',
      dataWords: words('html.shown', { shown: '{shown}', total: '{total}' }),
    }),
  );
};

/** The clauses with flags that stand, the gravest first, each a link. */
const flagList = ({ entries }: LaidOut, standing: ReadonlySet<Flag>, desk: Desk): Element[] => {
  const weigh = (flags: readonly Flag[]): number =>
    Math.max(...flags.map(({ polarity, score }) => (polarity === 'red' ? 1000 : 0) + score));
  const found = entries
    .map((entry) => ({ entry, flags: entry.flags.filter((flag) => standing.has(flag)) }))
    .filter(({ flags }) => flags.length > 0)
    .sort((a, b) => weigh(b.flags) - weigh(a.flags));
  if (found.length === 0) return [h('p', desk.say('flags.none'))];
  const items = found.map(({ entry, flags }) =>
    h(
      'li',
      h('a', { href: `#change-${entry.index + 1}` }, h('bdi', sanitiseLine(entry.path))),
      h(
        'ul.tags',
        ...flags.map((flag) =>
          h(
            'li',
            h(`span.badge.${flag.polarity === 'green' ? 'green' : flag.severity}`, gradeOf(flag, desk.say)),
            ` ${sanitiseLine(labelWords(desk.language, flag.label))}`,
          ),
        ),
      ),
    ),
  );
  return [h('ol.worst', ...items)];
};

const partSections = ({ entries }: LaidOut, desk: Desk): Element[] => {
  const sections: Element[] = [];
  let own: Entry[] = [];
  const flush = (): void => {
    const part = own[0]?.change.part;
    if (part === undefined) return;
    sections.push(
      h(
        'section',
        { dataPart: part },
        h('h2', desk.say(`part.${part}`)),
        ...own.map((entry) => entryArticle(entry, desk)),
      ),
    );
    own = [];
  };
  for (const entry of entries) {
    if (own.length > 0 && own[0]?.change.part !== entry.change.part) flush();
    own.push(entry);
  }
  flush();
  return sections;
};

const section = (title: string, items: readonly Element[], list = 'ul.plain'): Element[] =>
  items.length === 0 ? [] : [h('section', h('h2', title), h(list, ...items))];

/**
 * The report as one web page that needs nothing else: no request leaves it, its only script and style are named
 * by their hashes in the policy. Every text stands as text: markup in a clause or a note is shown, never obeyed.
 */
export function htmlReport(report: Report, language: UiLanguage): string {
  const { base, revised, comparison, flags } = report;
  const desk: Desk = {
    say: reportWords(language),
    words: exportWords(language),
    language,
    texts: { base: base.resolution.language, revised: revised.resolution.language },
    decisions: report.decisions ?? [],
  };
  const { say, words } = desk;
  const laidOut = layOut(report);
  const title = sanitiseLine(
    words('html.title', { title: revised.resolution.title || base.resolution.title || revised.facts.name }),
  );
  const standing = standingFlags(report);
  const counts = `${say('changes.summary', countClauses(comparison))}; ${say('flags.summary', { red: countFlags(standing, 'red'), green: countFlags(standing, 'green') })}${words('flags.dismissed', { count: flags.length - standing.length })}.`;
  const warnings = report.messages.map(({ message }) => h('li', sanitise(message)));
  return htmlPage({
    title,
    language,
    script: PAGE_SCRIPT,
    body: [
      h('a.skip', { href: '#changes' }, words('html.skip')),
      h(
        'header',
        h('h1', title),
        h('dl.head', ...headTerms('base', base, desk), ...headTerms('revised', revised, desk)),
        h('p.counts', counts),
      ),
      h(
        'main',
        h('section', h('h2', words('html.worst')), ...flagList(laidOut, new Set(standing), desk)),
        h('div', { id: 'changes', tabIndex: -1 }, filterForm(laidOut, desk), ...partSections(laidOut, desk)),
        ...section(
          words('html.orphans'),
          laidOut.orphans.map((note) => noteItem(note, desk, true)),
          'ul.notes',
        ),
        ...section(
          say('notChecked.title'),
          report.notChecked.map(({ what, reason }) => h('li', sanitise(`${what}: ${reason}`))),
        ),
        ...section(
          say('citations.title'),
          (report.citations ?? []).map((one) =>
            h('li', sanitise(`${one.reference} §${one.paragraph} (${one.title}): ${one.text}`)),
          ),
        ),
        ...section(say('messages.title'), warnings),
      ),
      h('footer', h('p', words('html.madeBy'))),
    ],
  });
}
