import type { Reference } from '../model/reference.ts';

/** Characters that Markdown would take for its own at the start of a line or inside a word. */
const escape = (text: string): string => text.replace(/([\\`*_[\]<>#|~])/gu, '\\$1');

/** A reference as Markdown: its title, its headings, and each paragraph with its number. */
export function writeReference(reference: Reference): string {
  const lines = [`# ${escape(reference.title)}`];
  let heading = reference.title;
  for (const paragraph of reference.paragraphs) {
    if (paragraph.heading !== '' && paragraph.heading !== heading) {
      heading = paragraph.heading;
      lines.push(`## ${escape(heading)}`);
    }
    lines.push(`${paragraph.number}. ${escape(paragraph.text)}`);
  }
  return `${lines.join('\n\n')}\n`;
}
