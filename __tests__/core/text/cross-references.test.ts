import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../../src/core/model/language.ts';
import { findReferences, labelKey } from '../../../src/core/text/cross-references.ts';

const HEADINGS = ['instructs the director of the bureau'];

/** A text's references as one would read them out: `recognizing: d above`. */
const read = (text: string, language: Language): string[] =>
  findReferences(text, language, HEADINGS).map(({ heading, labels, direction, isSure }) => {
    const paths = labels.map(({ path }) => path.join('>')).join(' ');
    return `${heading ?? '-'}: ${paths}${direction === null ? '' : ` ${direction}`}${isSure ? '' : '?'}`;
  });

const CASES: readonly (readonly [Language, string, readonly string[]])[] = [
  ['en', 'the organizations mentioned in recognizing d) above', ['recognizing: d above']],
  ['en', 'considering e), f) and h) above', ['considering: e f h above']],
  ['en', 'considering b)bis and (c)', ['considering: bbis c']],
  ['en', 'under resolves 3, the Director', ['resolves: 3']],
  ['en', 'pursuant to resolves 2 ii) and iii)', ['resolves: 2>ii 2>iii']],
  ['en', 'items 1 and 2 above', ['-: 1 2 above']],
  ['en', 'paragraph 2 below', ['-: 2 below']],
  ['en', 'paragraphs a) to d) above', ['-: a d above']],
  ['en', 'items a) and b) of resolves 2 above', ['resolves: 2>a 2>b above']],
  [
    'en',
    'resolves 3 above, of recognizing b) and d) and of Resolutions 47',
    ['resolves: 3 above', 'recognizing: b d'],
  ],
  ['en', 'in considering further b)', ['considering further: b']],
  ['en', 'in instructs the Director of the Bureau 3', ['instructs the director of the bureau: 3']],
  ['en', 'the replies received under item 3;', ['-: 3?']],
  ['en', 'in resolves 3 of this resolution', ['resolves: 3']],
  ['fr', 'la reconnaissant b)', ['reconnaissant: b']],
  ['fr', 'au point 3 du décide', ['decide: 3']],
  ['fr', 'au décide 1 ci-dessus', ['decide: 1 above']],
  [
    'fr',
    'du point 2 du décide ci-dessus, et au b) du reconnaissant, de',
    ['decide: 2 above', 'reconnaissant: b'],
  ],
  ['fr', 'aux points 1 à 4 ci-dessus, pour', ['-: 1 4 above']],
  ['fr', 'l’alinéa c) du considérant en outre', ['considerant en outre: c']],
  ['es', 'el resuelve 2', ['resuelve: 2']],
  ['es', 'en el punto 2 anterior, con', ['-: 2 above']],
  ['es', 'del punto 4 del resuelve anterior, en lo', ['resuelve: 4 above']],
  ['ru', 'в пункте b) раздела признавая', ['признавая: b']],
  ['ru', 'пункте 1 раздела решает, выше, и с', ['решает: 1 above']],
  ['ru', 'в пунктах 1 и 2, выше', ['-: 1 2 above']],
  ['ar', 'في الفقرة ب) من إذ تدرك أعلاه', ['اذ تدرك: ب above']],
  ['ar', 'البندين 1 و2 أعلاه', ['-: 1 2 above']],
  ['zh', '考虑到a)和b)', ['考虑到: a b']],
  ['zh', '做出决议第1段', ['做出决议: 1']],
  ['zh', '上述第2段', ['-: 2 above']],
];

const NONE: readonly (readonly [Language, string])[] = [
  ['en', 'resolves 3 of Resolution 101 (Rev. Dubai, 2012)'],
  ['en', 'Resolution 101 (Rev. Busan, 2014), resolves 3'],
  ['en', 'in its resolves 3'],
  ['en', 'paragraphs 35 (a) and 69 of the Tunis Agenda'],
  ['en', 'item 3 of the agenda'],
  ['en', 'that the group resolves 3 disputes a year'],
  ['en', 'Study Groups 2 and 3, each according to its mandate'],
  ['en', 'noting (Geneva, 2022) the 35 replies'],
  ['fr', 'point 3 du décide de la Résolution 101'],
  ['fr', 'les paragraphes 35 a) et 69 de l’Agenda de Tunis'],
  ['es', 'el párrafo 29 de la Agenda de Túnez'],
  ['ru', 'о пункте 29 Тунисской программы'],
  ['ar', 'الفقرة 35 من برنامج عمل تونس'],
  ['zh', '第101号决议做出决议3'],
  ['zh', '《突尼斯议程》第35段'],
  ['zh', '请3个研究组'],
  ['zh', '责成第2研究组'],
];

describe('findReferences', () => {
  it.each(CASES)('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });

  it.each(NONE)('%s: %s is no reference to this text', (language, text) => {
    expect(read(text, language)).toEqual([]);
  });

  it('gives offsets of the text as it stands, whatever its spaces and accents', () => {
    const text = 'visés  au\u00A0point  3 du  décide ci‑dessus, etc.';
    const [found] = findReferences(text, 'fr');
    expect(text.slice(found?.start, found?.end)).toBe('point  3 du  décide ci‑dessus');
    expect(found?.labels.map(({ start, end }) => text.slice(start, end))).toEqual(['3']);
  });

  it('reads labels alike however they are written', () => {
    expect(['b)', '(b)', 'b.', 'В)'.toLowerCase(), '1bis', 'b)bis'].map(labelKey)).toEqual([
      'b', 'b', 'b', 'в', '1bis', 'bbis',
    ]); // prettier-ignore
    expect(labelKey('с)')).toBe('c');
  });

  it('takes linear time on hostile text', () => {
    const text = 'resolves 1, 2, 3, a) and '.repeat(4000);
    const started = Date.now();
    findReferences(text, 'en');
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

describe('data/languages/references.yaml', () => {
  const file = parse(readFileSync('data/languages/references.yaml', 'utf8')) as Record<string, object>;
  it.each(LANGUAGES)('has every list for %s', (language) => {
    expect(Object.keys(file[language] ?? {})).toEqual([
      'items', 'above', 'below', 'and', 'to', 'links', 'before', 'of', 'own', 'foreign', 'counters',
    ]); // prettier-ignore
  });
});
