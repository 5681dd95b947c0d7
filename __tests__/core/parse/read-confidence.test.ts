import { expect, it } from '@jest/globals';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';

const text = (body: string, number = '# RESOLUTION 9 (Rev. Geneva, 2022)'): string =>
  `${number}

## Lamps

The World Telecommunication Standardization Assembly (Geneva, 2022),

${body}
`;

const confidenceOf = (source: string) => parseMarkdown(source, { language: 'en' }).confidence;

const WHOLE = '*considering*\n\nthat lamps matter,\n\n*resolves*\n\n1 to study;\n\n2 to report.';

it('trusts a text with nothing odd in it', () => {
  expect(confidenceOf(text(WHOLE))).toBe('high');
});

it.each([
  ['an unknown heading', text(`*lamping*\n\na) that;\n\n${WHOLE}`)],
  ['a gap in the labels', text(WHOLE.replace('2 to', '3 to'))],
  ['no number line', text(WHOLE, '')],
  ['two years', text(WHOLE, '# RESOLUTION 9 (Rev. Dubai, 2012)')],
])('trusts a text less for %s', (_, source) => {
  expect(confidenceOf(source)).toBe('medium');
});

it('does not trust a text without headings or frame', () => {
  expect(confidenceOf(text('a) one;\n\nb) two,\n\na) three;\n\nb) four.', ''))).toBe('low');
  expect(confidenceOf('Lamps are useful.')).toBe('low');
});
