import type { Span } from '../../../core/model/change.ts';
import type { Break, TextItem } from './text-items.ts';

/** What changed at one place: what went, then what came, with where each begins in its text. */
interface Edit {
  readonly gone: string;
  readonly come: string;
  readonly goneAt: number;
  readonly comeAt: number;
}

const firstBreak = ({ breaks }: TextItem, at: number, text: string): Break | undefined =>
  breaks.find(({ start, end }) => start >= at && end <= at + text.length);

/** A text cut where a paragraph may end: behind all of it when a blank or nothing follows, else behind its last blank. */
const cutLate = (text: string, next: string): readonly [string, string] => {
  const [head = ''] = /^\S/u.test(next) ? (/^[^]*\s/u.exec(text) ?? []) : [text];
  return [head, text.slice(head.length)];
};

const orderEdit = (
  { gone, come, goneAt, comeAt }: Edit,
  next: string,
  base: TextItem,
  revised: TextItem,
): Span[] => {
  const [ended, begun] = [firstBreak(base, goneAt, gone), firstBreak(revised, comeAt, come)];
  const del = (text: string): Span => ({ op: 'delete', text });
  const ins = (text: string): Span => ({ op: 'insert', text });
  if (ended !== undefined && begun === undefined) {
    const [before, after] = cutLate(come, next);
    const cut = ended.start - goneAt;
    return [del(gone.slice(0, cut)), ins(before), del(gone.slice(cut)), ins(after)];
  }
  if (begun !== undefined && ended === undefined) {
    const [before, after] = cutLate(gone, next);
    return [del(before), ins(come), del(after)];
  }
  return [del(gone), ins(come)];
};

/**
 * The same spans, each edit in the order in which a paragraph's end may go or come without gluing words: what
 * replaces ";¶" stands before the mark up to its last blank. Readers differ in what they put for a mark that goes
 * (pandoc a blank, Word nothing); with a blank there already they agree.
 * Law: what is kept and gone, and what is kept and come, are the texts they were.
 */
export function settleBreaks(spans: readonly Span[], base: TextItem, revised: TextItem): readonly Span[] {
  const settled: Span[] = [];
  let [oldAt, newAt] = [0, 0];
  let [gone, come] = ['', ''];
  const flush = (next: string): void => {
    const edit = { gone, come, goneAt: oldAt - gone.length, comeAt: newAt - come.length };
    settled.push(...orderEdit(edit, next, base, revised).filter(({ text }) => text !== ''));
    [gone, come] = ['', ''];
  };
  for (const span of spans) {
    const { op, text } = span;
    if (op === 'equal') {
      flush(text);
      settled.push(span);
    } else if (op === 'delete') gone += text;
    else come += text;
    if (op !== 'insert') oldAt += text.length;
    if (op !== 'delete') newAt += text.length;
  }
  flush('');
  return settled;
}
