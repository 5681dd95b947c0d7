import type { Mark } from '../../../core/model/resolution.ts';
import { xmlText } from './xml.ts';

/** What tracked changes say of a run: nothing, or one or two of Word's elements, the outer one first. */
export type Tracking = readonly ('ins' | 'del' | 'moveFrom' | 'moveTo')[];

/** Gives tracked changes their author and their numbers, each its own. */
export interface Tracker {
  readonly author: string;
  readonly nextId: () => number;
}

/** The attributes of a tracked change: no date, for nobody knows when the proposal's words were written. */
export function trackedBy({ author, nextId }: Tracker): string {
  return `w:id="${nextId()}" w:author="${xmlText(author)}"`;
}

/** Wraps runs in the elements of a tracked change. */
export function track(runs: string, tracking: Tracking, tracker: Tracker): string {
  return runs === ''
    ? ''
    : tracking.reduceRight((inner, name) => `<w:${name} ${trackedBy(tracker)}>${inner}</w:${name}>`, runs);
}

const piece = (text: string, isDeleted: boolean): string =>
  text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === '') return '';
      if (part === '\t') return '<w:tab/>';
      if (part === '\n') return '<w:br/>';
      const name = isDeleted ? 'w:delText' : 'w:t';
      return `<${name} xml:space="preserve">${xmlText(part)}</${name}>`;
    })
    .join('');

/** A run of text; struck text is written as such. */
export function textRun(text: string, tracking: Tracking = [], properties = ''): string {
  if (text === '') return '';
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}${piece(text, tracking.includes('del'))}</w:r>`;
}

/** A stretch of a text as runs that are set as its marks say; `start` is its offset in the marked text. */
export function markedRuns(text: string, start: number, marks: readonly Mark[], tracking: Tracking): string {
  const end = start + text.length;
  const own = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [...new Set([start, end, ...own.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((from, at) => {
      const to = cuts[at + 1] ?? end;
      const kinds = own.filter((mark) => mark.start <= from && mark.end >= to).map(({ kind }) => kind);
      const look = `${kinds.includes('strong') ? '<w:b/>' : ''}${kinds.includes('emphasis') ? '<w:i/>' : ''}`;
      return textRun(text.slice(from - start, to - start), tracking, look);
    })
    .join('');
}
