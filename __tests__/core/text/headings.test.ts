import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../../../src/core/model/language.ts';
import {
  leadingVerbPart,
  matchAnnex,
  matchHeading,
  matchNumberedSection,
} from '../../../src/core/text/headings.ts';
import { languageTable } from '../../../src/core/text/language-table.ts';

const HEADINGS: readonly (readonly [Language, string, 'preamble' | 'operative', string, string | null])[] = [
  ['en', 'considering further', 'preamble', 'consider', null],
  ['en', 'noting with satisfaction', 'preamble', 'note', null],
  ['en', 'recognizing also', 'preamble', 'recognize', null],
  ['en', 'taking into account', 'preamble', 'account', null],
  ['en', 'having considered', 'preamble', 'consider', null],
  ['en', 'resolves', 'operative', 'resolve', null],
  [
    'en',
    'resolves to instruct ITU-T Study Group 16 and other relevant study groups',
    'operative',
    'instruct',
    'ITU-T Study Group 16 and other relevant study groups',
  ],
  ['en', 'calls upon Member States', 'operative', 'call', 'Member States'],
  ['en', 'is of the opinion', 'operative', 'opine', null],
  ['fr', 'ayant à l’esprit', 'preamble', 'account', null],
  ['fr', 'considérant en outre', 'preamble', 'consider', null],
  ['fr', 'décide de charger le Directeur du TSB', 'operative', 'instruct', 'le Directeur du TSB'],
  ['fr', 'prie instamment les Etats Membres', 'operative', 'urge', 'les Etats Membres'],
  ['fr', "est d'avis", 'operative', 'opine', null],
  ['es', 'teniendo en cuenta', 'preamble', 'account', null],
  ['es', 'reconociendo además', 'preamble', 'recognize', null],
  ['es', 'considerando ademas', 'preamble', 'consider', null],
  ['es', 'resuelve encargar al Director de la TSB', 'operative', 'instruct', 'al Director de la TSB'],
  ['ru', 'учитывая,', 'preamble', 'consider', null],
  ['ru', 'отмечая далее', 'preamble', 'note', null],
  ['ru', 'настоятельно призывает Государства-Члены', 'operative', 'urge', 'Государства-Члены'],
  ['ar', 'إذ تضع في اعتبارها', 'preamble', 'consider', null],
  ['ar', 'وإذ يذكّر', 'preamble', 'recall', null],
  ['ar', 'تقـرر', 'operative', 'resolve', null],
  ['ar', 'تكلف مدير مكتب تقييس الاتصالات', 'operative', 'instruct', 'مدير مكتب تقييس الاتصالات'],
  ['zh', '进一步认识到', 'preamble', 'recognize', null],
  ['zh', '做出决议', 'operative', 'resolve', null],
  ['zh', '责成电信标准化局主任', 'operative', 'instruct', '电信标准化局主任'],
];

describe('matchHeading', () => {
  it.each(HEADINGS)('%s: %j', (language, line, part, verb, addressee) => {
    expect(matchHeading(line, languageTable(language))).toEqual({
      part,
      verb,
      addressee,
      isWhole: addressee === null,
    });
  });

  it.each<[Language, string]>([
    ['en', 'a) considering'],
    ['en', 'that lamps matter'],
    ['en', 'considering that lamps matter;'],
    ['en', 'notinghill'],
    ['fr', 'de charger le Directeur'],
    ['ru', 'что лампы полезны'],
  ])('%s: %j is none, or no whole one', (language, line) => {
    expect(matchHeading(line, languageTable(language))?.isWhole ?? false).toBe(false);
  });

  it('knows every phrase of its own tables', () => {
    for (const language of LANGUAGES) {
      const table = languageTable(language);
      for (const { key } of table.operative) expect(matchHeading(key, table)).not.toBeNull();
      for (const { key } of table.preamble) expect(matchHeading(key, table)?.part).toBe('preamble');
    }
  });
});

describe('divisions', () => {
  it.each<[Language, string, string | null]>([
    ['en', 'ANNEX 1', '1'],
    ['en', 'Annex 2 (to Resolution 9)', '2'],
    ['en', 'ANNEX A – Terms of reference', 'A'],
    ['en', 'ATTACHMENT', null],
    ['fr', 'APPENDICE II', 'II'],
    ['es', 'ANEXO 1', '1'],
    ['ru', 'ПРИЛОЖЕНИЕ 1', '1'],
    ['ar', 'الملحق 1', '1'],
    ['zh', '附件1', '1'],
  ])('%s: %j opens an annex', (language, line, number) => {
    expect(matchAnnex(line, languageTable(language))).toEqual({ number });
  });

  it.each(['Annex 2 describes the lamps', 'annexed lamps', 'ANNEX 1;'])('%j opens none', (line) => {
    expect(matchAnnex(line, languageTable('en'))).toBeNull();
  });

  it.each<[Language, string, string]>([
    ['en', 'SECTION 2bis', '2bis'],
    ['en', 'Section 1 – Assembly', '1'],
    ['fr', 'SECTION 3', '3'],
    ['es', 'SECCIÓN 4', '4'],
    ['ru', 'РАЗДЕЛ 5', '5'],
    ['zh', '第6节', '6'],
  ])('%s: %j opens a numbered section', (language, line, number) => {
    expect(matchNumberedSection(line, languageTable(language))).toEqual({ number });
  });

  it.each(['Section 3 of the report', 'sections 1 and 2', 'SECTION'])('%j opens no section', (line) => {
    expect(matchNumberedSection(line, languageTable('en'))).toBeNull();
  });
});

it('tells the part of a clause that brings its own verb', () => {
  const table = languageTable('en');
  expect(leadingVerbPart('Recalling its resolution 60/252', table)).toBe('preamble');
  expect(leadingVerbPart('Also recalling the report', table)).toBe('preamble');
  expect(leadingVerbPart('Strongly urges all States', table)).toBe('operative');
  expect(leadingVerbPart('recalling in small letters', table)).toBeNull();
  expect(leadingVerbPart('The lamps', table)).toBeNull();
});
