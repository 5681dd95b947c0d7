import type { Reference } from '../../core/model/reference.ts';
import { hang, safe, type Style } from './style.ts';

/** A reference text, paragraph by paragraph, each with the number it is cited by. */
export function renderReference(reference: Reference, style: Style): string {
  const lines = [style.bold(safe(reference.title)), ''];
  let heading = '';
  for (const paragraph of reference.paragraphs) {
    if (paragraph.heading !== heading) {
      heading = paragraph.heading;
      lines.push(style.bold(safe(heading)));
    }
    lines.push(hang(`§${paragraph.number}`, safe(paragraph.text), 2, style));
  }
  return `${lines.join('\n')}\n`;
}
