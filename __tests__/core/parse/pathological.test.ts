import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { writeMarkdown } from '../../../src/core/parse/write-markdown.ts';
import { bareTree } from './tree-shape.ts';

/** Shapes known to drive Markdown readers into deep recursion or quadratic time, after cmark's own list. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'nested strong': (size) => `${'*a **a '.repeat(size)}b${' a** a*'.repeat(size)}`,
  'emphasis that never closes': (size) => 'a_ '.repeat(size),
  'emphasis that never opens': (size) => '_a '.repeat(size),
  'links that never close': (size) => '[a](b'.repeat(size),
  'links that never open': (size) => 'a]'.repeat(size),
  'nested brackets': (size) => `${'['.repeat(size)}a${']'.repeat(size)}`,
  'nested quotes': (size) => `${'> '.repeat(size)}a`,
  'deep lists': (size) => Array.from({ length: size }, (_, at) => `${'  '.repeat(at)}* a`).join('\n'),
  'unclosed footnotes': (size) => '[^'.repeat(size),
  'growing backticks': (size) => Array.from({ length: size }, (_, at) => `e${'`'.repeat(at)}`).join(''),
  'comments that never close': (size) => '<!--'.repeat(size),
  'one long line': (size) => 'a, '.repeat(size * 20),
  'one long line of labels': (size) => 'a) b; 1 to '.repeat(size * 5),
  'white space alone': (size) => `a${' '.repeat(size * 20)}b`,
  'many lines in one paragraph': (size) => 'that lamps matter\n'.repeat(size * 10),
  'labels alone': (size) => 'a)\n\n'.repeat(size),
  brackets: (size) => `${'('.repeat(size * 20)}2012`,
  'numbers and dots': (size) => '1.'.repeat(size * 20),
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  it('is read and loses no letter', () => {
    const source = shape(400);
    const held = JSON.stringify(bareTree(parseMarkdown(source)));
    const letters = (text: string) => (text.match(/[ab]/g) ?? []).length;
    expect(letters(held)).toBeGreaterThanOrEqual(letters(source));
  });

  it('is read in time that does not explode', () => {
    const took = (size: number): number => {
      const source = shape(size);
      const start = performance.now();
      parseMarkdown(source);
      return performance.now() - start;
    };
    took(100);
    // Forty times the size may take forty times the time and some; quadratic growth would take 1600 times.
    expect(took(4000)).toBeLessThan(4000);
  });
});

it('writes what it read of a tangled text so that it reads the same', () => {
  const tree = parseMarkdown(`*resolves*\n\n1 ${'*a **a '.repeat(60)}`, { language: 'en' });
  expect(bareTree(parseMarkdown(writeMarkdown(tree), { language: 'en' }))).toEqual(bareTree(tree));
});

it('says that a text nested too far was read line by line', () => {
  const { messages } = parseMarkdown(`${'> '.repeat(500)}a`);
  expect(messages.map(({ code }) => code)).toContain('read-as-plain');
});
