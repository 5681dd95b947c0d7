import { linesOf, readSource } from '../../io/import/read-source.ts';
import { partFrontMatter } from '../../io/library/front-matter.ts';
import type { Context } from '../context.ts';
import { fetchText } from '../fetch-text.ts';
import type { PlainParagraph, PlainText } from './answers.ts';

const HEADING = /^#{1,6}\s+(.*)$/su;
const EMPHASISED = /^(\*{1,2}|_{1,2})(?![\s*_])([^*_]+)\1$/su;

/** Markdown as plain paragraphs, for the eye alone: nothing is understood yet. */
export function plainParagraphs(markdown: string): readonly PlainParagraph[] {
  return markdown
    .split(/\r?\n(?:[ \t]*\r?\n)+/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      const heading = HEADING.exec(block)?.[1] ?? EMPHASISED.exec(block)?.[2];
      const text = (heading ?? block).replace(/\s*\r?\n\s*/gu, ' ');
      return { text, isHeading: heading !== undefined };
    });
}

/**
 * The text under review as it stands, read as fast as can be and in the language the comparison will take. Throws
 * what opening the text throws.
 */
export async function plainText(
  base: string,
  revised: string | undefined,
  context: Context,
): Promise<PlainText> {
  const preferred = revised === undefined ? undefined : (await fetchText(base, context)).language;
  const fetched = await fetchText(revised ?? base, context, preferred);
  const name = revised ?? base;
  const source = await readSource(fetched.bytes, fetched.file, context);
  if (source.format === 'markdown') {
    return { name, paragraphs: plainParagraphs(partFrontMatter(source.text, fetched.file).body) };
  }

  const { lines } = await linesOf(source, 'accept');
  return {
    name,
    paragraphs: lines
      .map(({ text, label, style }) => ({
        text: label === null ? text : `${label} ${text}`,
        isHeading: style !== null,
      }))
      .filter(({ text }) => text.trim() !== ''),
  };
}
