import fc from 'fast-check';
import type { Mark, MarkedText } from '../../../src/core/model/resolution.ts';
import type { Placement, SourceDocument, SourceLine } from '../../../src/core/model/source.ts';

/** Words and signs that mean something to Markdown, to labels, to headings or to frames. */
const PIECES = [
  'that', 'lamps', 'matter', 'UIT‑T', 'États', 'l’eau', 'a)', 'b)', '1', '1.', '12)', 'i)', 'bbis)', '–', '•', '-',
  '*', '**', '_x_', '[', ']', '(a)', '[^1]', '[^9]', '<!-- clause 1 -->', '<!--', '-->', '#', '##', '>', '`', '```', '~~',
  '\\', '|', '| a | b |', '&amp;', '&', 'https://www.itu.int/a_b', 'a@b.org', 'www.itu.int', 'resolves', 'considering',
  'instructs the Director', 'RESOLUTION 64', '(Rev. Dubai, 2012)', '(Dubai, 2012)', 'ANNEX 1', 'SECTION 2', 'Reasons:',
  'MOD EUR/45A12/1', 'The Council,', ';', ',', '.', ':', '; and', '2016', '5G', '考虑到', '决定', 'учитывая', 'с)', 'ﻫ )',
  '\u00A0', '\t', '!', '![x](y)', '[t](u)', '[x]', '===', '---', '+', '=', '{', '"', "'", 'countries1', '70/125.',
]; // prettier-ignore

export const words: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '', '  ')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((pieces) =>
    pieces
      .map(([word, space]) => word + space)
      .join('')
      .trim(),
  )
  .filter((text) => text !== '');

const markOn = (text: string): fc.Arbitrary<Mark[]> =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom<Mark['kind']>('emphasis', 'strong', 'delete', 'link'),
        a: fc.nat(text.length),
        b: fc.nat(text.length),
      })
      .map(({ kind, a, b }): Mark => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        return kind === 'link' ? { kind, start, end, url: 'https://example.org/x' } : { kind, start, end };
      }),
    { maxLength: 2 },
  );

export const plainText: fc.Arbitrary<MarkedText> = words.map((text) => ({ text, marks: [] }));

export const markedText: fc.Arbitrary<MarkedText> = words.chain((text) =>
  markOn(text).map((marks) => ({ text, marks })),
);

export const labels = fc.constantFrom(
  'a)', 'b)', 'c)', 'bbis)', 'b)bis', 'h)', 'i)', 'ii)', 'iii)', 'j)', 'v)', '1', '2', '3', '1bis', '1ter', '191bis', '1.1',
  '1.2', '1.11.2', '1bis.1.1', '1)', '2)', '–', '•', 'A)', 'B)', 'I)', 'أ)', 'ب)', 'ه)', 'а)', 'б)', '一)', '二)', 'a.', "'1'",
); // prettier-ignore

const placedLine = (
  placed: Placement,
  text: fc.Arbitrary<MarkedText>,
  kind: SourceLine['kind'] = 'paragraph',
): fc.Arbitrary<SourceLine> =>
  text.map((marked) => ({ kind, style: null, label: null, level: 0, line: 0, ...marked, placed }));

const clause = fc
  .record({ depth: fc.integer({ min: 1, max: 4 }), label: fc.option(labels, { freq: 4 }) })
  .chain(({ depth, label }) => placedLine({ role: 'clause', depth, label }, markedText));

const heading = fc
  .record({
    part: fc.constantFrom<'preamble' | 'operative' | 'annex'>('preamble', 'operative', 'annex'),
    isDivision: fc.boolean(),
  })
  .chain(({ part, isDivision }) =>
    placedLine(
      { role: 'heading', part, isDivision: isDivision && part !== 'preamble' },
      fc
        .oneof(
          fc.constantFrom(
            'considering',
            'resolves',
            'instructs the Director of TSB',
            'ANNEX 1',
            'SECTION 2bis',
            '',
          ),
          words,
        )
        .map((text) => ({ text, marks: [] })),
    ),
  );

const bodyLine: fc.Arbitrary<SourceLine> = fc.oneof(
  { weight: 6, arbitrary: clause },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: placedLine({ role: 'paragraph' }, markedText) },
  { weight: 1, arbitrary: placedLine({ role: 'block' }, plainText) },
  { weight: 1, arbitrary: placedLine({ role: 'block' }, plainText, 'picture') },
  { weight: 1, arbitrary: placedLine({ role: 'block' }, plainText, 'table') },
);

const frameLine = (name: 'number' | 'title' | 'history' | 'opening', usual: string) =>
  fc.option(
    placedLine(
      { role: 'frame', name },
      fc.oneof({ weight: 3, arbitrary: fc.constant({ text: usual, marks: [] }) }, markedText),
    ),
    { freq: 4 },
  );

/** A document in which every line says what it is: any tree at all. */
export const anyDocument: fc.Arbitrary<SourceDocument> = fc
  .record({
    cover: fc.array(placedLine({ role: 'block' }, plainText), { maxLength: 2 }),
    number: frameLine('number', 'RESOLUTION 64 (Rev. Geneva, 2022)'),
    title: frameLine('title', 'Lamps'),
    history: frameLine('history', '(Dubai, 2012; Geneva, 2022)'),
    opening: frameLine('opening', 'The World Telecommunication Standardization Assembly (Geneva, 2022),'),
    first: heading,
    body: fc.array(bodyLine, { maxLength: 12 }),
    footnotes: fc.uniqueArray(
      fc.record({ label: fc.constantFrom('1', '2', '9', 'a', 'Note'), text: markedText }),
      { selector: ({ label }) => label, maxLength: 2 },
    ),
  })
  .map(({ cover, number, title, history, opening, first, body, footnotes }) => ({
    lines: [...cover, ...[number, title, history, opening].filter((line) => line !== null), first, ...body],
    footnotes: footnotes.map(({ label, text }) => ({ label, ...text, line: 0 })),
  }));

/** Text in which anything may stand beside anything: lines of the pieces, with any number of line feeds between. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(fc.tuple(words, fc.constantFrom('\n', '\n\n', '\n\n', '\n    ', '\n- ', '\n1. ', '\n> ', '\n# ')), {
    maxLength: 12,
  })
  .map((lines) => lines.map(([text, end]) => text + end).join(''));
