import type { Span } from '../../../core/model/change.ts';
import { safe, type Style } from '../style.ts';

/** A word diff as one line of text: removed and added words set apart. */
export function renderSpans(spans: readonly Span[], style: Style): string {
  return spans
    .map(({ op, text }) => {
      const flat = safe(text).replace(/\s+/g, ' ');
      if (op === 'equal' || flat.trim() === '') return flat;
      const [, lead = '', own = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(flat) ?? [];
      return lead + (op === 'delete' ? style.deleted(own) : style.inserted(own)) + tail;
    })
    .join('');
}
