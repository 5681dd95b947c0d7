import { diffWords } from '../../../core/diff/diff-words.ts';
import type { Resolution } from '../../../core/model/resolution.ts';
import { textRun, track, type Tracker, type Tracking } from './runs.ts';
import { xmlText } from './xml.ts';

/** Which of the two texts a footnote mark stands in. */
type Side = 'both' | 'base' | 'revised';

export interface Footnotes {
  /** The run that refers to the footnote of this label; null when there is none, or it was referred to before. */
  readonly refer: (label: string, side: Side) => string | null;
  /** All footnotes that were referred to, as the part's inner XML. */
  readonly xml: () => string;
}

/** `[^1]`: the mark of a footnote in a text. */
export const FOOTNOTE_MARK = /\[\^([^\]\s]{1,20})\]/gu;

const paragraphs = (runs: readonly string[]): string =>
  runs.map((run) => `<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${run}</w:p>`).join('');

/** The footnotes of two texts, numbered as they are referred to; where one was reworded its words are tracked. */
export function collectFootnotes(base: Resolution, revised: Resolution, tracker: Tracker): Footnotes {
  const texts = (resolution: Resolution) =>
    new Map(resolution.footnotes.map(({ label, text }) => [label, text] as const));
  const [was, now] = [texts(base), texts(revised)];
  const found: string[] = [];
  const known = new Set<string>();
  const plain = (text: string): string => paragraphs(text.split('\n\n').map((line) => textRun(line)));
  const contents = (label: string, side: Side): string | null => {
    const [before, after] = [was.get(label), now.get(label)];
    if (side === 'base') return before === undefined ? null : plain(before);
    if (side === 'revised') return after === undefined ? null : plain(after);
    if (before === undefined || after === undefined) return null;
    if (before === after) return plain(after);
    const flat = (text: string): string => text.replace(/\n\n/g, '\n');
    const runs = diffWords(flat(before), flat(after), revised.language).spans.map(({ op, text }) => {
      const tracking: Tracking = op === 'equal' ? [] : [op === 'delete' ? 'del' : 'ins'];
      return track(textRun(text, tracking), tracking, tracker);
    });
    return paragraphs([runs.join('')]);
  };
  return {
    refer: (label, side) => {
      const inner = contents(label, side);
      // Word takes one reference a footnote, and a reader of one side must meet each label once.
      const sides = side === 'both' ? ['base', 'revised'] : [side];
      if (inner === null || sides.some((one) => known.has(`${one}\n${label}`))) return null;
      for (const one of sides) known.add(`${one}\n${label}`);
      const id = found.length + 1;
      found.push(`<w:footnote w:id="${id}">${inner}</w:footnote>`);
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${xmlText(label)}</w:t></w:r>`;
    },
    xml: () => found.join(''),
  };
}
