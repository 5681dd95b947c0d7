import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMarkdown, readMarkdown } from '../../../src/core/parse/parse-markdown.ts';

const TEXT = '# RESOLUTION 1\n\n*resolves*\n\n1 that lamps matter;\n\n2 to go on.\n';

it('reads the tree that parseMarkdown reads, and the lines it was made of', () => {
  const { document, resolution } = readMarkdown(TEXT);
  expect(resolution).toEqual(parseMarkdown(TEXT));
  expect(document.lines.map(({ text }) => text)).toEqual([
    'RESOLUTION 1',
    'resolves',
    '1 that lamps matter;',
    '2 to go on.',
  ]);
});

it('agrees with parseMarkdown on any text', () => {
  const line = fc.constantFrom(
    '*resolves*',
    '1 to go on;',
    '- a',
    '> q',
    '# A',
    'that lamps',
    '',
    'a)',
    '|x|',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const source = lines.join('\n');
      expect(readMarkdown(source).resolution).toEqual(parseMarkdown(source));
    }),
    { numRuns: 200 },
  );
});

it('reads a text that is nested too far line by line, with its lines', () => {
  const { document, resolution } = readMarkdown(`${'> '.repeat(3_000)}a`);
  expect(resolution.messages[0]?.code).toBe('read-as-plain');
  expect(document.lines.length).toBeGreaterThan(0);
});
