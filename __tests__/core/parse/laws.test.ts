import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildResolution } from '../../../src/core/parse/build-resolution.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { writeMarkdown } from '../../../src/core/parse/write-markdown.ts';
import { anyDocument, anyMarkdown, words } from './arbitraries.ts';
import { allText, bareTree } from './tree-shape.ts';

/** `RUNS=5000` for a long run. */
const numRuns = Number(process.env.RUNS ?? 150);

/** How often each letter occurs; labels have a canonical form, so letters of other forms count as plain ones. */
const lettersOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const plain = text.normalize('NFKC').replace(/с/gu, 'c');
  for (const [letter] of plain.matchAll(/\p{L}/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** Letters of the source that are not in the tree. Not words: `[t](u)that` is one word in one and two in the other. */
const missing = (source: string, held: string): string[] => {
  const there = lettersOf(held);
  return [...lettersOf(source)]
    .filter(([letter, count]) => (there.get(letter) ?? 0) < count)
    .map(([letter]) => letter);
};

describe('writing and reading', () => {
  it('gives any tree back as it was', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const tree = buildResolution(document, { language: 'en' });
        const written = writeMarkdown(tree);
        expect(bareTree(parseMarkdown(written, { language: 'en' }))).toEqual(bareTree(tree));
      }),
      { numRuns },
    );
  });

  it('gives canonical text back byte for byte, whatever text it came from', () => {
    fc.assert(
      fc.property(
        anyMarkdown,
        fc.constantFrom('en' as const, 'ru' as const, 'zh' as const),
        (source, language) => {
          const tree = parseMarkdown(source, { language });
          const written = writeMarkdown(tree);
          const reread = parseMarkdown(written, { language });
          expect(bareTree(reread)).toEqual(bareTree(tree));
          expect(writeMarkdown(reread)).toBe(written);
        },
      ),
      { numRuns },
    );
  });
});

describe('reading', () => {
  it('loses no word of any text', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        const plain = source
          .replace(/&amp;/g, '&')
          .replace(/<!-- clause/g, '<!-- klause')
          .replace(/^---/, '- -');
        // A link set on a heading is dropped with the heading's other marks.
        expect(missing(plain.replaceAll('](u)', ''), allText(parseMarkdown(plain)))).toEqual([]);
      }),
      { numRuns: numRuns * 2 },
    );
  });

  it('loses no word of plain lines', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 15 }), (texts) => {
        const lines = texts.map((text, at) => ({
          kind: 'paragraph' as const,
          style: null,
          label: null,
          level: 0,
          line: at + 1,
          text,
          marks: [],
        }));
        expect(missing(texts.join('\n'), allText(buildResolution({ lines, footnotes: [] })))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('never throws on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
        expect(parseMarkdown(source).type).toBe('resolution');
      }),
      { numRuns },
    );
  });
});
