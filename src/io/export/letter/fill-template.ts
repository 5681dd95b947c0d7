import { sanitiseLine } from '../../../core/text/sanitise.ts';

/** What a template is filled with: a text, or a list that becomes bullets; what is not known is not there. */
export type Fillings = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A value as Markdown shows it and never obeys it. */
const plain = (text: string): string =>
  sanitiseLine(text)
    .trim()
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/:\/\//g, '\\://')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+=-]/, '\\$&');

const valueOf = (fillings: Fillings, name: string): string | readonly string[] | undefined => {
  const value = Object.hasOwn(fillings, name) ? fillings[name] : undefined;
  return value === undefined || value.length === 0 ? undefined : value;
};

/**
 * A template with `{name}` filled in: `[name]` where nothing is known, a list as bullets, and paragraphs that
 * begin with `{?name}` only where that is known. What is filled in stands as plain text, whatever it holds.
 */
export function fillTemplate(template: string, fillings: Fillings): string {
  const lines = template.split('\n').flatMap((line) => {
    const asked = /^\{\?(\w+)\}/.exec(line);
    if (asked !== null && valueOf(fillings, asked[1] ?? '') === undefined) return [];
    return [line.slice(asked?.[0].length ?? 0)];
  });
  const filled = lines.join('\n').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = valueOf(fillings, name);
    if (value === undefined) return `[${name}]`;
    return typeof value === 'string' ? plain(value) : value.map((item) => `- ${plain(item)}`).join('\n');
  });
  return `${filled.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
