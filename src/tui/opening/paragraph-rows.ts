import type { PlainParagraph } from '../../app/apart/answers.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { GUTTER_COLUMNS } from '../document/gutter.ts';
import type { Row } from '../layout/row.ts';
import { wrapPieces } from '../layout/wrap.ts';

/** What stands before the words of a clause, for the eye alone; the parser knows better a moment later. */
const LABEL = /^(\(?(?:[a-z]{1,4}|\d{1,3}(?:bis|ter)?)[).]?|[–—•-])\s+(?=\S)/u;
const LABEL_COLUMNS = 4;
/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100;

const withLabel = (text: string): readonly [label: string, words: string] => {
  const found = LABEL.exec(text);
  const label = found?.[1] ?? '';
  // A short first word is no label; one letter or number, or one with a bracket, is.
  if (found === null || (/^[a-z]{2,}$/u.test(label) && label.length > 1)) return ['', text];
  return [label, text.slice(found[0].length)];
};

/** The rows of a paragraph where the comparison will have it: behind the gutter, under its label. */
export function paragraphRows({ text, isHeading }: PlainParagraph, columns: number): readonly Row[] {
  const gutter = ' '.repeat(GUTTER_COLUMNS);
  const width = Math.min(WIDEST, columns - GUTTER_COLUMNS - 1);
  const clean = sanitiseLine(text);
  if (isHeading) {
    const rows = wrapPieces([{ text: clean, style: 'heading' }], width, null);
    return rows.map((row) => [{ text: gutter, style: 'plain' }, ...row]);
  }
  const [label, words] = withLabel(clean);
  return wrapPieces([{ text: words, style: 'plain' }], width - LABEL_COLUMNS, null).map((row, nth) => [
    { text: gutter + (nth === 0 ? label : '').padEnd(LABEL_COLUMNS), style: 'strong' },
    ...row,
  ]);
}
