import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Span } from '../../../core/model/change.ts';
import type { Language } from '../../../core/model/language.ts';
import { sanitise } from '../../../core/text/sanitise.ts';

/** `lang` and `dir` of a text, so that browsers lay it out and screen readers speak it rightly. */
export function inLanguage(language: Language): { readonly lang: Language; readonly dir: 'rtl' | 'ltr' } {
  return { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}

/** A stretch of a text as the page shows it: kept words bare, removed and added ones marked. */
export function spanElement({ op, text }: Span): ElementContent {
  const shown = sanitise(text);
  return op === 'equal' ? { type: 'text', value: shown } : h(op === 'delete' ? 'del' : 'ins', shown);
}
