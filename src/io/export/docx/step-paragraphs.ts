import type { Span } from '../../../core/model/change.ts';
import { FOOTNOTE_MARK, type Footnotes } from './footnotes.ts';
import { markedRuns, textRun, track, trackedBy, type Tracker, type Tracking } from './runs.ts';
import { settleBreaks } from './settle-breaks.ts';
import type { TextItem } from './text-items.ts';
import type { Step } from './weave.ts';

/** What the paragraphs of one redline share. */
export interface Redline {
  readonly tracker: Tracker;
  readonly footnotes: Footnotes;
}

/** What hangs on a step: comments by number, counter-texts as runs. */
export interface Attached {
  readonly ids: readonly number[];
  readonly counterTexts: readonly string[];
}

const NOTHING: Attached = { ids: [], counterTexts: [] };

const TRACKINGS: Readonly<Record<Step['kind'], Readonly<Record<Span['op'], Tracking>>>> = {
  kept: { equal: [], delete: ['del'], insert: ['ins'] },
  gone: { equal: ['del'], delete: ['del'], insert: ['del'] },
  come: { equal: ['ins'], delete: ['ins'], insert: ['ins'] },
  movedFrom: { equal: ['moveFrom'], delete: ['moveFrom'], insert: ['moveFrom'] },
  // What was struck on the way stands in neither text here: the base's words stand where they moved from.
  movedTo: { equal: ['moveTo'], delete: ['moveTo', 'del'], insert: ['ins'] },
};

/** A stretch of one side's text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The spans of one side with their offsets in its text. */
const placesOf = (spans: readonly Span[], without: Span['op']): (Span & Stretch)[] => {
  let at = 0;
  return spans
    .filter(({ op }) => op !== without)
    .map((span) => ({ ...span, start: at, end: (at += span.text.length) }));
};

/** What may not be cut in two: ends of paragraphs and the marks of footnotes. */
const wholes = ({ text, breaks }: TextItem): readonly Stretch[] => [
  ...breaks,
  ...[...text.matchAll(FOOTNOTE_MARK)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  })),
];

/**
 * True when the end of a paragraph that goes or comes would leave its trace in pandoc: that puts a blank for it where
 * the text has none (Chinese), and sets what stood before it into a footnote that follows.
 */
const leavesTrace = (spans: readonly Span[], base: TextItem, revised: TextItem): boolean => {
  let isAfter = false;
  let [oldAt, newAt] = [0, 0];
  for (const { op, text } of spans) {
    const [item, start] = op === 'insert' ? [revised, newAt] : [base, oldAt];
    const [other, at] = op === 'insert' ? [base.text, oldAt] : [revised.text, newAt];
    const isEnd = item.breaks.some((one) => one.start >= start && one.end <= start + text.length);
    if (isEnd && op !== 'equal' && /^\S\S/u.test(other.slice(Math.max(0, at - 1), at + 1))) return true;
    if (isEnd) isAfter = op !== 'equal';
    if (isAfter && text.search(FOOTNOTE_MARK) >= 0) return true;
    if (op !== 'insert') oldAt += text.length;
    if (op !== 'delete') newAt += text.length;
  }
  return false;
};

/** True when the spans are of these texts, cut nothing that is whole, and keep no paragraph's end on one side alone. */
const isSound = (spans: readonly Span[], base: TextItem, revised: TextItem): boolean => {
  const sides = [
    { item: base, places: placesOf(spans, 'insert') },
    { item: revised, places: placesOf(spans, 'delete') },
  ];
  const isWhole = sides.every(
    ({ item, places }) =>
      places.map(({ text }) => text).join('') === item.text &&
      wholes(item).every(({ start, end }) =>
        places.some((place) => place.start <= start && place.end >= end),
      ),
  );
  // The ends of paragraphs inside kept words, by the place of those words among all that was kept.
  const [was, now] = sides.map(({ item, places }) => {
    const kept = places.filter(({ op }) => op === 'equal');
    return kept.flatMap((place, at) =>
      item.breaks
        .filter(({ start, end }) => place.start <= start && place.end >= end)
        .map(({ start, end }) => `${at} ${start - place.start} ${end - place.start}`),
    );
  });
  return isWhole && was?.join() === now?.join() && !leavesTrace(spans, base, revised);
};

/** The marks that Word wants in this order: ins, del, moveFrom, moveTo. */
const MARK_ORDER = ['ins', 'del', 'moveFrom', 'moveTo'] as const;

/** The paragraphs of one step, with what happened to their words and to their marks. */
export function writeStep(step: Step, attached: Attached, redline: Redline): string {
  const { kind, base, revised } = step;
  const spans =
    step.spans !== null && base !== null && revised !== null ? settleBreaks(step.spans, base, revised) : null;
  const isBoth = spans !== null && base !== null && revised !== null && isSound(spans, base, revised);
  if (kind === 'kept' && !isBoth) {
    const old = writeStep({ ...step, kind: 'gone', revised: null, spans: null }, NOTHING, redline);
    return old + writeStep({ ...step, kind: 'come', base: null, spans: null }, attached, redline);
  }
  const { tracker, footnotes } = redline;
  const tracking = TRACKINGS[kind];
  const isOld = kind === 'gone' || kind === 'movedFrom';
  const [was, now] = isBoth ? [base, revised] : isOld ? [base, null] : [null, revised];
  const own: readonly Span[] = isBoth ? spans : [{ op: 'equal', text: (was ?? now)?.text ?? '' }];

  const paragraphs: string[] = [];
  let runs = '';
  let [oldStyle, newStyle] = [was?.style ?? null, now?.style ?? null];
  const add = (text: string, how: Tracking): void => {
    runs += track(textRun(text, how), how, tracker);
  };
  const addLabels = (before: string | null, after: string | null, op: Span['op']): void => {
    if (op === 'equal' && was !== null && now !== null && before !== after) {
      if (before !== null && after !== null) {
        add(before, tracking.delete);
        add(after, tracking.insert);
        add('\t', tracking.equal);
      } else if (before !== null) add(`${before}\t`, tracking.delete);
      else add(`${after ?? ''}\t`, tracking.insert);
      return;
    }
    const label = op === 'delete' ? before : (after ?? before);
    if (label !== null) add(`${label}\t`, tracking[op]);
  };
  const close = (op: Span['op']): void => {
    const style = (op === 'delete' ? oldStyle : newStyle) ?? oldStyle ?? 'Normal';
    const marks = MARK_ORDER.filter((name) => tracking[op].includes(name)).map(
      (name) => `<w:${name} ${trackedBy(tracker)}/>`,
    );
    const isRestyled = kind === 'kept' && op === 'equal' && oldStyle !== null && oldStyle !== style;
    const change = isRestyled
      ? `<w:pPrChange ${trackedBy(tracker)}><w:pPr><w:pStyle w:val="${oldStyle ?? ''}"/></w:pPr></w:pPrChange>`
      : '';
    const look = marks.length === 0 ? '' : `<w:rPr>${marks.join('')}</w:rPr>`;
    paragraphs.push(`<w:p><w:pPr><w:pStyle w:val="${style}"/>${look}${change}</w:pPr>${runs}</w:p>`);
    runs = '';
  };

  const write = (text: string, start: number, op: Span['op']): void => {
    const how = tracking[op];
    const marks = (op === 'delete' ? was : (now ?? was))?.marks ?? [];
    // The two ends of a move are two places, each with its own footnote.
    const isOfBase = op === 'delete' || now === null;
    const isOfRevised = op === 'insert' || was === null || kind === 'movedTo';
    const side = isOfBase ? 'base' : isOfRevised ? 'revised' : 'both';
    let at = 0;
    for (const found of text.matchAll(FOOTNOTE_MARK)) {
      const reference = how.length > 1 ? null : footnotes.refer(found[1] ?? '', side);
      if (reference === null) continue;
      runs += track(markedRuns(text.slice(at, found.index), start + at, marks, how), how, tracker);
      runs += track(
        how.includes('del') ? reference.replace(/<(\/?)w:t>/g, '<$1w:delText>') : reference,
        how,
        tracker,
      );
      at = found.index + found[0].length;
    }
    runs += track(markedRuns(text.slice(at), start + at, marks, how), how, tracker);
  };

  addLabels(was?.label ?? null, now?.label ?? null, 'equal');
  let [oldAt, newAt] = [0, 0];
  for (const { op, text } of own) {
    const isOfBase = op === 'delete' || now === null;
    const start = isOfBase ? oldAt : newAt;
    const ends = (isOfBase ? was : now)?.breaks ?? [];
    let at = start;
    for (const end of ends.filter((one) => one.start >= start && one.end <= start + text.length)) {
      write(text.slice(at - start, end.start - start), at, op);
      close(op);
      const other =
        op === 'equal' ? was?.breaks.find((one) => one.start - oldAt === end.start - start) : undefined;
      if (op !== 'insert') oldStyle = (other ?? end).style;
      if (op !== 'delete') newStyle = end.style;
      addLabels((other ?? end).label, end.label, op);
      at = end.end;
    }
    write(text.slice(at - start), at, op);
    if (op !== 'insert') oldAt += text.length;
    if (op !== 'delete') newAt += text.length;
  }
  runs += attached.counterTexts.join('');
  close('equal');
  return withMoveRange(step, withComments(paragraphs, attached), tracker).join('');
}

const insertAtStart = (paragraph: string, xml: string): string =>
  paragraph.replace('</w:pPr>', () => `</w:pPr>${xml}`);
const insertAtEnd = (paragraph: string, xml: string): string =>
  `${paragraph.slice(0, -'</w:p>'.length)}${xml}</w:p>`;

const around = (paragraphs: readonly string[], start: string, end: string): string[] =>
  paragraphs.map((paragraph, at) => {
    let whole = paragraph;
    if (at === 0) whole = insertAtStart(whole, start);
    if (at === paragraphs.length - 1) whole = insertAtEnd(whole, end);
    return whole;
  });

const withComments = (paragraphs: readonly string[], { ids }: Attached): readonly string[] => {
  if (ids.length === 0) return paragraphs;
  const start = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
  const end = ids
    .map(
      (id) =>
        `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    )
    .join('');
  return around(paragraphs, start, end);
};

/** Word joins the two ends of a move by the name of their ranges. */
const withMoveRange = (
  { kind, move }: Step,
  paragraphs: readonly string[],
  tracker: Tracker,
): readonly string[] => {
  if (kind !== 'movedFrom' && kind !== 'movedTo') return paragraphs;
  const name = kind === 'movedFrom' ? 'moveFrom' : 'moveTo';
  const id = tracker.nextId();
  const [, author = ''] = /w:author="([^"]*)"/.exec(trackedBy(tracker)) ?? [];
  return around(
    paragraphs,
    `<w:${name}RangeStart w:id="${id}" w:author="${author}" w:name="move${move}"/>`,
    `<w:${name}RangeEnd w:id="${id}"/>`,
  );
};
