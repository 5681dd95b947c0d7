import type { UiLanguage } from '../core/model/language.ts';
import { markdownDocx } from '../io/export/docx/markdown-docx.ts';

/** A letter or brief written in Markdown, as a Word file; its title is its first heading, or its subject. */
export function letterDocx(markdown: string, language: UiLanguage): Uint8Array {
  return markdownDocx(markdown, /^(?:# |\*\*)(.+?)(?:\*\*)?$/m.exec(markdown)?.[1] ?? '', language);
}
