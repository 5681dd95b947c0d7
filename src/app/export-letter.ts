import type { UiLanguage } from '../core/model/language.ts';
import type { Report } from '../core/model/report.ts';
import { briefMarkdown } from '../io/export/brief-markdown.ts';
import { markdownDocx } from '../io/export/docx/markdown-docx.ts';

/** The position brief as a Word file. */
export function briefDocx(report: Report, language: UiLanguage): Uint8Array {
  return letterDocx(briefMarkdown(report, language), language);
}

/** A letter or brief written in Markdown, as a Word file; its title is its first heading, or its subject. */
export function letterDocx(markdown: string, language: UiLanguage): Uint8Array {
  return markdownDocx(markdown, /^(?:# |\*\*)(.+?)(?:\*\*)?$/m.exec(markdown)?.[1] ?? '', language);
}
