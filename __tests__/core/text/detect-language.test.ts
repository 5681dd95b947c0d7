import { expect, it } from '@jest/globals';
import type { Language } from '../../../src/core/model/language.ts';
import { detectLanguage } from '../../../src/core/text/detect-language.ts';

it.each<[Language, string, string]>([
  ['en', 'considering', 'that the lamps of the bridges are useful,'],
  ['fr', 'considérant', 'que les lampes des ponts sont utiles,'],
  ['es', 'considerando', 'que las lámparas de los puentes son útiles,'],
  ['ru', 'учитывая', 'что лампы МСЭ-T (ITU-T) полезны,'],
  ['ar', 'إذ تضع في اعتبارها', 'أن المصابيح (ITU-T) مفيدة،'],
  ['zh', '考虑到', '灯具 ITU-T 很有用,'],
])('%s is told by its headings or its script', (language, heading, clause) => {
  expect(detectLanguage([heading, clause])).toEqual({ language, isSure: true });
});

it.each<[Language, string]>([
  ['en', 'The lamps of the bridges and the names that are used for the roads'],
  ['fr', 'Les lampes des ponts et les noms que la ville donne aux rues'],
  ['es', 'Las lámparas de los puentes y los nombres que la ciudad da a las calles'],
])('%s is told by its common words', (language, line) => {
  expect(detectLanguage([line]).language).toBe(language);
});

it('says when nothing told the languages apart', () => {
  expect(detectLanguage([]).isSure).toBe(false);
  expect(detectLanguage(['123 456']).isSure).toBe(false);
});
