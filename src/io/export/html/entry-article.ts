import type { Element, ElementContent } from 'hast';
import { sumWords } from '../../../core/report/sum-words.ts';
import { h } from 'hastscript';
import type { Change, Unit } from '../../../core/model/change.ts';
import type { Flag } from '../../../core/model/flag.ts';
import type { Language, UiLanguage } from '../../../core/model/language.ts';
import type { FlagDecision, Note } from '../../../core/model/review.ts';
import { instrumentWords } from '../../../core/report/instruments.ts';
import { signsLine, signsTitle } from '../../../core/report/rule-words.ts';
import { labelWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import type { Say } from '../../../core/text/speak.ts';
import { isQuiet, type Entry } from '../lay-out.ts';
import { decisionOn, gradeOf, tellDecision } from '../tell-flag.ts';
import { tellReference } from '../tell-reference.ts';
import { inLanguage, spanElement } from './span-elements.ts';

/** What drawing an entry needs besides the entry. */
export interface Desk {
  readonly say: Say;
  readonly words: Say;
  readonly language: UiLanguage;
  /** Languages of the two texts. */
  readonly texts: Readonly<Record<'base' | 'revised', Language>>;
  readonly decisions: readonly FlagDecision[];
}

const labelNode = (label: string | null): ElementContent[] =>
  label === null || label === '' ? [] : [h('span.label', sanitiseLine(label))];

/** Where each further clause of a side begins in its joined text, with its label. */
const startsOf = (units: readonly Unit[]): ReadonlyMap<number, string | null> => {
  let at = 0;
  return new Map(
    units.map(({ text, label }) => {
      const start = at;
      at += text.length + 1;
      return [start, label] as const;
    }),
  );
};

/** The words of a change, marked, each clause of `side` behind its label; the first label is the caller's. */
const marked = (
  change: Change,
  side: 'base' | 'revised',
  without: 'insert' | 'delete' | null,
): ElementContent[] => {
  const starts = startsOf(change[side]);
  const other = side === 'base' ? 'insert' : 'delete';
  let at = 0;
  return change.spans
    .filter(({ op }) => op !== without)
    .flatMap(({ op, text }) => {
      const parts: ElementContent[] = [];
      const add = (words: string): void => {
        if (words !== '') parts.push(spanElement({ op, text: words }));
      };
      if (op === other) {
        add(text);
        return parts;
      }
      let from = 0;
      for (const [start, label] of starts) {
        if (start <= at || start > at + text.length) continue;
        add(text.slice(from, start - at));
        parts.push(...labelNode(label));
        from = start - at;
      }
      add(text.slice(from));
      at += text.length;
      return parts;
    });
};

const firstLabel = (units: readonly Unit[]): string => sanitiseLine(units[0]?.label ?? '');

const column = (change: Change, side: 'base' | 'revised', desk: Desk): Element => {
  const units = change[side];
  const title = h('p.which', desk.say(`header.${side}`));
  if (units.length === 0) return h('div.cell', title, h('p.absent', desk.words('html.absent')));
  const words = marked(change, side, side === 'base' ? 'insert' : 'delete');
  return h(
    'div.cell',
    title,
    h('p.words', inLanguage(desk.texts[side]), ...labelNode(firstLabel(units)), ...words),
  );
};

const inline = (change: Change, desk: Desk): Element => {
  const [was, now] = [firstLabel(change.base), firstLabel(change.revised)];
  const side = change.revised.length > 0 ? 'revised' : 'base';
  const label: ElementContent[] =
    was === now || change.base.length === 0 || change.revised.length === 0
      ? labelNode(now || was)
      : [h('span.label', ...(was ? [h('del', was)] : []), ' ', ...(now ? [h('ins', now)] : []))];
  return h('div.inline', h('p.words', inLanguage(desk.texts[side]), ...label, ...marked(change, side, null)));
};

const term = (name: string, value: string): Element[] =>
  value === '' ? [] : [h('dt', name), h('dd', sanitise(value))];

/** A flag with its explanation, as an item of a list. */
const flagItem = (flag: Flag, desk: Desk): Element => {
  const { say, words, language } = desk;
  const decision = decisionOn(flag, desk.decisions);
  const look = flag.polarity === 'green' ? 'green' : flag.severity;
  return h(
    `li.${look}`,
    h(`span.badge.${look}`, `${gradeOf(flag, say)} · ${sanitiseLine(labelWords(language, flag.label))}`),
    h('p', sanitise(flag.message[language])),
    ...(decision === null ? [] : [h('p.by', sanitise(tellDecision(decision, words)))]),
    h(
      'details',
      h('summary', say('flag.why')),
      h(
        'dl',
        ...term(say('flag.why'), flag.why[language]),
        ...(flag.polarity === 'green'
          ? []
          : [
              ...term(say('flag.charitable'), flag.charitable[language]),
              ...term(say('flag.cure'), flag.cure[language]),
              ...term(say('flag.sum'), sumWords(flag, language)),
              ...(flag.signs === undefined
                ? []
                : term(signsTitle(language), signsLine(flag.signs, language))),
            ]),
        ...term(say('flag.basis'), instrumentWords(flag.basis, language)),
        ...term(say('flag.agreeing'), flag.agreeing.join(', ')),
      ),
    ),
  );
};

/** A note as an item of a list: stance, comment, counter-text, who and when. */
export function noteItem(note: Note, desk: Desk, isOrphan = false): Element {
  const { say, words } = desk;
  const { anchor } = note;
  return h(
    'li',
    ...(note.stance === null ? [] : [h('span.badge', say(`stance.${note.stance}`))]),
    ...(isOrphan
      ? [h('p.by', sanitise(words('note.orphaned', { path: anchor.path, quote: anchor.quote })))]
      : []),
    h('p', sanitise(note.comment)),
    ...(note.counterText === undefined
      ? []
      : [
          h('p.by', say('notes.counterText')),
          h('blockquote', inLanguage(desk.texts.revised), sanitise(note.counterText)),
        ]),
    h(
      'p.by',
      sanitiseLine(words('note.by', { author: note.author, date: note.created.slice(0, 10) })) +
        (note.resolved === true ? ` · ${words('note.resolved')}` : ''),
    ),
  );
}

/** Words by which the page's filters know an entry. */
const filterData = ({ change, flags, notes }: Entry) => ({
  dataPart: change.part,
  dataSeverity:
    flags.length === 0
      ? 'none'
      : [...new Set(flags.map(({ polarity, severity }) => (polarity === 'green' ? 'green' : severity)))].join(
          ' ',
        ),
  dataLabels: [...new Set(flags.map(({ label }) => sanitiseLine(label).replace(/\s+/g, '-')))].join(' '),
  dataShow: [
    ...(isQuiet(change) ? [] : ['changed']),
    ...(flags.length > 0 ? ['flagged'] : []),
    ...(notes.length > 0 ? ['noted'] : []),
  ].join(' '),
});

/** One change as an article of the page: what happened, both wordings, flags and notes beside them. */
export function entryArticle(entry: Entry, desk: Desk): Element {
  const { change, path, was, flags, notes, references, index } = entry;
  const { say, words } = desk;
  const unit = change.unit === 'clause' ? '' : ` · ${words(change.unit)}`;
  const from = was === '' ? '' : say('was', { path: was });
  const told = [
    ...references.map((finding) => h('p.by', sanitise(tellReference(finding, say)))),
    ...(flags.length === 0 ? [] : [h('ul.flags', ...flags.map((flag) => flagItem(flag, desk)))]),
    ...(notes.length === 0 ? [] : [h('ul.notes', ...notes.map((note) => noteItem(note, desk)))]),
  ];
  return h(
    'article',
    {
      id: `change-${index + 1}`,
      tabIndex: -1,
      className: isQuiet(change) ? ['quiet'] : [],
      ...filterData(entry),
    },
    h(
      'header',
      h('h3', h('bdi', inLanguage(desk.texts.revised), sanitiseLine(path))),
      h(
        'span.kind',
        `${say(`kind.${change.kind}`)}${change.moved && change.kind !== 'moved' ? ` · ${say('kind.moved')}` : ''}${unit}`,
      ),
      ...(from === '' ? [] : [h('span.was', sanitiseLine(from))]),
    ),
    h(
      `div.body${told.length === 0 ? '' : '.told'}`,
      h(
        'div.texts',
        h('div.side', column(change, 'base', desk), column(change, 'revised', desk)),
        inline(change, desk),
      ),
      ...(told.length === 0 ? [] : [h('div.margin', ...told)]),
    ),
  );
}
