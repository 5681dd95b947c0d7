import { expect, it } from '@jest/globals';
import type { Language } from '../../../src/core/model/language.ts';
import type { ComparedText } from '../../../src/core/model/report.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';

const text = (number: string, opening: string, language: Language = 'en'): ComparedText => ({
  facts: { name: `${number}.md`, kind: 'draft', isModel: false },
  resolution: parseMarkdown(
    `# RESOLUTION ${number} (Rev. Geneva, 2022)\n\n## Lamps\n\n${opening}\n\n*noting*\n\na) that lamps matter,\n\n*resolves*\n\n1 to go on.\n`,
    { language },
  ),
});

const WTSA = 'The World Telecommunication Standardization Assembly (Geneva, 2022),';
const PP = 'The Plenipotentiary Conference of the International Telecommunication Union (Geneva, 2022),';

const codes = (base: ComparedText, revised: ComparedText): string[] =>
  buildReport(base, revised, CORE_PACK, []).messages.map(({ code }) => code);

it('warns when two different resolutions are compared', () => {
  expect(codes(text('64', WTSA), text('64', WTSA))).toEqual([]);
  expect(codes(text('64', WTSA), text('47', WTSA))).toEqual(['two-resolutions']);
  expect(codes(text('64', WTSA), text('64', PP))).toEqual(['two-resolutions']);
  const { messages } = buildReport(text('64', WTSA), text('47', WTSA), CORE_PACK, []);
  expect(messages[0]?.message).toMatch(/64.*47/u);
});

it('warns when the language named for a text is plainly not its own', () => {
  const as = (language: Language): string[] =>
    text('64', WTSA, language).resolution.messages.map(({ code }) => code);
  expect(as('en')).toEqual([]);
  expect(as('fr')).toContain('language-contradicted');
  expect(as('ru')).toContain('language-contradicted');
});

it('takes the word of who names the language of a text that does not tell', () => {
  const { messages } = parseMarkdown('lamps\n\n1 burn\n', { language: 'fr' });
  expect(messages.map(({ code }) => code)).not.toContain('language-contradicted');
});
