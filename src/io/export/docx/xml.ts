import { sanitise } from '../../../core/text/sanitise.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * A text as it may stand in XML, in an element or an attribute: markup escaped, control characters and
 * characters that hide or reorder text shown and never obeyed, what XML cannot hold replaced.
 */
export function xmlText(text: string): string {
  return sanitise(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** An XML file: its declaration and its root. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The namespace every part of a Word file is written in. */
export const W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
