import type { Report } from '../../core/model/report.ts';
import type { Place } from '../../core/model/review.ts';
import { changePlace } from '../../core/review/selectors.ts';
import type { OpeningState } from './opening-state.ts';

/** Enough of a clause to know it by. */
const ENOUGH = 60;

const key = (text: string): string =>
  text
    .replace(/[*_\\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The clause that stood on top when the comparison came, where the reader had gone to it; null for none. */
export function placeOfText(report: Report, { text, top, hasMoved }: OpeningState): Place | null {
  if (!hasMoved) return null;
  for (const paragraph of text.paragraphs.slice(top.item, top.item + 20)) {
    if (paragraph.isHeading) continue;
    const words = key(paragraph.text);
    for (const change of report.comparison.changes) {
      if (change.unit !== 'clause') continue;
      const [unit] = change.revised;
      const start = unit ? key(unit.text).slice(0, ENOUGH) : '';
      if (start !== '' && words.includes(start)) return changePlace(change);
    }
  }
  return null;
}
