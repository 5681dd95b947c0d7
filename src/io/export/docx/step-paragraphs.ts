import type { Span } from '../../../core/model/change.ts';
import { FOOTNOTE_MARK, type Footnotes } from './footnotes.ts';
import { markedRuns, textRun, track, trackedBy, type Tracker, type Tracking } from './runs.ts';
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

const TRACKINGS: Readonly<Record<Step['kind'], Readonly<Record<Span['op'], Tracking>>>> = {
  kept: { equal: [], delete: ['del'], insert: ['ins'] },
  gone: { equal: ['del'], delete: ['del'], insert: ['del'] },
  come: { equal: ['ins'], delete: ['ins'], insert: ['ins'] },
  movedFrom: { equal: ['moveFrom'], delete: ['moveFrom'], insert: ['moveFrom'] },
  // What was struck on the way stands in neither text here: the base's words stand where they moved from.
  movedTo: { equal: ['moveTo'], delete: ['moveTo', 'del'], insert: ['ins'] },
};

/** True when no span cuts a paragraph break or a footnote's mark in two. */
const isWhole = (spans: readonly Span[], base: TextItem, revised: TextItem): boolean => {
  const own = (without: Span['op']): readonly string[] =>
    spans.filter(({ op }) => op !== without).map(({ text }) => text);
  const counts = (texts: readonly string[], item: TextItem): string =>
    [item.breakAt, FOOTNOTE_MARK]
      .map((sign) => texts.reduce((sum, text) => sum + (text.match(sign)?.length ?? 0), 0))
      .join();
  return (
    counts(own('insert'), base) === counts([base.text], base) &&
    counts(own('delete'), revised) === counts([revised.text], revised) &&
    own('insert').join('') === base.text &&
    own('delete').join('') === revised.text
  );
};

const styleAt = (item: TextItem | null, at: number): string | null =>
  item === null ? null : (item.styles[Math.min(at, item.styles.length - 1)] ?? 'Normal');

/** The marks that Word wants in this order: ins, del, moveFrom, moveTo. */
const MARK_ORDER = ['ins', 'del', 'moveFrom', 'moveTo'] as const;

/** The paragraphs of one step, with what happened to their words and to their marks. */
export function writeStep(step: Step, attached: Attached, redline: Redline): string {
  const { kind, base, revised, spans } = step;
  if (
    kind === 'kept' &&
    base !== null &&
    revised !== null &&
    spans !== null &&
    !isWhole(spans, base, revised)
  ) {
    const old = writeStep(
      { ...step, kind: 'gone', revised: null, spans: null },
      { ids: [], counterTexts: [] },
      redline,
    );
    return old + writeStep({ ...step, kind: 'come', base: null, spans: null }, attached, redline);
  }
  const { tracker, footnotes } = redline;
  const tracking = TRACKINGS[kind];
  const only = base ?? revised;
  const isSound = spans !== null && base !== null && revised !== null && isWhole(spans, base, revised);
  const item = kind === 'movedTo' ? revised : only;
  const own: readonly Span[] = isSound ? spans : [{ op: 'equal', text: item?.text ?? '' }];
  const [was, now] = isSound
    ? [base, revised]
    : kind === 'gone' || kind === 'movedFrom'
      ? [base, null]
      : [null, revised];

  const paragraphs: string[] = [];
  let runs = '';
  let [oldAt, newAt] = [0, 0];
  const close = (mark: Tracking, op: Span['op']): void => {
    const [before, after] = [styleAt(was, oldAt), styleAt(now, newAt)];
    const style = after ?? before ?? 'Normal';
    const marks = MARK_ORDER.filter((name) => mark.includes(name)).map(
      (name) => `<w:${name} ${trackedBy(tracker)}/>`,
    );
    const changed =
      op === 'equal' && before !== null && after !== null && before !== after && kind === 'kept'
        ? `<w:pPrChange ${trackedBy(tracker)}><w:pPr><w:pStyle w:val="${before}"/></w:pPr></w:pPrChange>`
        : '';
    const look = marks.length === 0 ? '' : `<w:rPr>${marks.join('')}</w:rPr>`;
    paragraphs.push(`<w:p><w:pPr><w:pStyle w:val="${style}"/>${look}${changed}</w:pPr>${runs}</w:p>`);
    runs = '';
    if (op !== 'insert') oldAt++;
    if (op !== 'delete') newAt++;
  };
  const add = (text: string, how: Tracking): void => {
    runs += track(textRun(text, how), how, tracker);
  };
  const label = (of: TextItem | null): string => of?.label ?? '';
  const [oldLabel, newLabel] = [label(was), label(now)];
  if (was === null || now === null || oldLabel === newLabel) {
    if (oldLabel || newLabel) add(`${oldLabel || newLabel}\t`, tracking.equal);
  } else if (oldLabel && newLabel) {
    add(oldLabel, tracking.delete);
    add(newLabel, tracking.insert);
    add('\t', tracking.equal);
  } else {
    if (oldLabel) add(`${oldLabel}\t`, tracking.delete);
    if (newLabel) add(`${newLabel}\t`, tracking.insert);
  }

  const write = (text: string, start: number, op: Span['op']): void => {
    const how = tracking[op];
    const marks = (op === 'delete' ? was : (now ?? was))?.marks ?? [];
    // The two ends of a move are two places, each with its own footnote.
    const [isOld, isNew] = [op === 'delete' || now === null, op === 'insert' || was === null];
    const side = isOld ? 'base' : isNew || kind === 'movedTo' ? 'revised' : 'both';
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

  let [oldOffset, newOffset] = [0, 0];
  const breakAt = (now ?? was)?.breakAt ?? /\n\n/g;
  for (const { op, text } of own) {
    const start = op === 'delete' || now === null ? oldOffset : newOffset;
    let at = 0;
    for (const found of text.matchAll(breakAt)) {
      write(text.slice(at, found.index), start + at, op);
      close(tracking[op], op);
      at = found.index + found[0].length;
    }
    write(text.slice(at), start + at, op);
    if (op !== 'insert') oldOffset += text.length;
    if (op !== 'delete') newOffset += text.length;
  }
  runs += attached.counterTexts.join('');
  close(tracking.equal, 'equal');
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
