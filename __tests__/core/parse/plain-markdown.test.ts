import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markdownLines } from '../../../src/core/parse/markdown-lines.ts';
import { readPlainMarkdown } from '../../../src/core/parse/plain-markdown.ts';
import { resolutionSyntax } from '../../../src/core/parse/resolution-plugin.ts';

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(resolutionSyntax)
  .freeze();

const WRITTEN = [
  '# RESOLUTION 1 (Rev. Geneva, 2022)',
  '## Lamps',
  '*(Geneva, 2022)*',
  '*considering*',
  'a) that lamps[^1] give light;',
  '1 to light them;',
  '– in harbours;',
  '[^1]: Of any kind.',
  '*à la Commission d’études 2*',
];
/** What makes Markdown of a line, put where a text may have it. */
const PIECES = ['*', '_', '[', '](x)', '`', '<b>', '&amp;', '\\', '~~', '|', '    ', '\t', '- ', '1. ', '2) ', '> ', '# ', ' #', '---', '![^1]', '[^1]:', '[^1](', 'a@b.int', 'www.itu.int', 'https://itu.int', '\n', '\n\n', '\r', ' ', '\u00a0', '\u2028', '\ufeff', '\u0000', '😀', ' *x* ', '***']; // prettier-ignore

const source = fc
  .tuple(
    fc.array(fc.constantFrom(...WRITTEN), { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.nat()), { maxLength: 2 }),
  )
  .map(([lines, damage]) =>
    damage.reduce((text, [piece, at]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place);
    }, lines.join('\n\n')),
  );

test('what is read fast is what the reader of Markdown gives, positions included', () => {
  fc.assert(
    fc.property(source, (text) => {
      const plain = readPlainMarkdown(text);
      if (plain !== null) expect(plain).toEqual(markdownLines(markdown.parse(text), text));
    }),
    { numRuns: 400 },
  );
});

test('a text as the writer makes it is read fast', () => {
  expect(readPlainMarkdown(WRITTEN.join('\n\n'))?.lines.map(({ style }) => style)).toEqual([
    'number',
    'title',
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test.each([
  '- a list',
  '> a quote',
  '1. an item',
  'a *part*',
  'an address: www.itu.int',
  'two\nlines',
  '[x](y)',
])('Markdown is left to its reader: %j', (text) => {
  expect(readPlainMarkdown(text)).toBeNull();
});
