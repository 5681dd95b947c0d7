import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../../src/core/model/language.ts';
import { isHistoryLine, readBody, readHistory, readNumberLine } from '../../../src/core/parse/frame.ts';
import { languageTable } from '../../../src/core/text/language-table.ts';

type Expected = readonly [
  instrument: string,
  number: string | null,
  isDraft: boolean,
  revision: string | null,
];

const LINES: readonly (readonly [Language, string, Expected])[] = [
  ['en', 'RESOLUTION 48', ['resolution', '48', false, null]],
  ['en', 'RESOLUTION 48 (Rev. Dubai, 2012)', ['resolution', '48', false, 'Dubai 2012']],
  ['en', 'RESOLUTION 48 (Rev.\u00A0Dubai, 2012)', ['resolution', '48', false, 'Dubai 2012']],
  ['en', 'RESOLUTION 48 (Rev.Dubai, 2012)', ['resolution', '48', false, 'Dubai 2012']],
  ['en', 'Resolution 64 (REV. BUSAN, 2014)', ['resolution', '64', false, 'Busan 2014']],
  ['en', 'RESOLUTION 101 (REV. NEW DELHI, 2024)', ['resolution', '101', false, 'New Delhi 2024']],
  ['en', 'RESOLUTION 180 (Guadalajara, 2010)', ['resolution', '180', false, 'Guadalajara 2010']],
  ['en', 'RESOLUTION 64 (Rev. Hammamet, 2016)[^1]', ['resolution', '64', false, 'Hammamet 2016']],
  ['en', 'WTSA RESOLUTION 990 (Rev. Dubai, 2012)', ['resolution', '990', false, 'Dubai 2012']],
  ['en', 'OPINION 3 (Geneva, 2013)', ['opinion', '3', false, 'Geneva 2013']],
  ['en', 'DECISION 5 (Rev. Bucharest, 2022)', ['decision', '5', false, 'Bucharest 2022']],
  ['en', 'DECISION 619 (C19)', ['decision', '619', false, 'C 2019']],
  ['en', 'RESOLUTION 1332 (Modified 2016)', ['resolution', '1332', false, ' 2016']],
  ['en', 'RESOLUTION 731 (Rev.WRC-19)', ['resolution', '731', false, 'WRC 2019']],
  ['en', 'RESOLUTION COM6/1 (Geneva, 2022)', ['resolution', 'COM6/1', false, 'Geneva 2022']],
  ['en', 'RESOLUTION ITU-R 9-7', ['resolution', 'ITU-R9-7', false, null]],
  ['en', 'DRAFT NEW RESOLUTION [XYZ-1]', ['resolution', '[XYZ-1]', true, null]],
  ['en', 'DRAFT NEW RESOLUTION [XYZ-1] (New Delhi, 2024)', ['resolution', '[XYZ-1]', true, 'New Delhi 2024']],
  ['en', 'Draft New Resolution WTSA-AI', ['resolution', 'WTSA-AI', true, null]],
  ['en', 'DRAFT NEW RESOLUTION', ['resolution', null, true, null]],
  ['en', 'Proposed new Resolution [ARB-1]', ['resolution', '[ARB-1]', true, null]],
  ['en', 'A/RES/70/125', ['resolution', '70/125', false, null]],
  ['fr', 'RÉSOLUTION 62 (Rév. Dubaï, 2012)', ['resolution', '62', false, 'Dubaï 2012']],
  ['fr', 'RÉSOLUTION 62 (RÉV. DUBAÏ, 2012)', ['resolution', '62', false, 'Dubaï 2012']],
  ['fr', 'PROJET DE NOUVELLE RÉSOLUTION [AFCP-1]', ['resolution', '[AFCP-1]', true, null]],
  ['fr', 'DÉCISION 5 (Rév. Bucarest, 2022)', ['decision', '5', false, 'Bucarest 2022']],
  ['es', 'RESOLUCIÓN 64 (Rev. Dubái, 2012)', ['resolution', '64', false, 'Dubái 2012']],
  ['es', 'PROYECTO DE NUEVA RESOLUCIÓN [IAP-1]', ['resolution', '[IAP-1]', true, null]],
  ['ru', 'РЕЗОЛЮЦИЯ 64 (Пересм. Дубай, 2012 г.)', ['resolution', '64', false, 'Дубай 2012']],
  ['ru', 'ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [RCC-1]', ['resolution', '[RCC-1]', true, null]],
  ['ar', 'القـرار 64 (المراجَع في دبي، 2012)', ['resolution', '64', false, 'دبي 2012']],
  ['zh', '第64号决议(2012年,迪拜,修订版)', ['resolution', '64', false, '迪拜 2012']],
  ['zh', '第64号决议（2012年，迪拜，修订版）', ['resolution', '64', false, '迪拜 2012']],
  ['zh', '新决议草案[APT-1]', ['resolution', '[APT-1]', true, null]],
];

describe('readNumberLine', () => {
  it.each(LINES)('%s: %j', (language, line, [instrument, number, isDraft, revision]) => {
    const found = readNumberLine(line, languageTable(language));
    expect(found === null ? null : [found.instrument, found.number, found.isDraft]).toEqual([
      instrument,
      number,
      isDraft,
    ]);
    expect(found?.revision == null ? null : `${found.revision.place} ${found.revision.year}`).toBe(revision);
  });

  it.each([
    'Resolution 64 of the assembly deals with lamps',
    'Resolution 64 (Rev. Dubai, 2012) of the Plenipotentiary Conference',
    'resolutions adopted in 2012',
    'Proposed revision of Resolution 990',
    'that Resolution 64 applies',
    'The Council',
  ])('%j is none', (line) => {
    expect(readNumberLine(line, languageTable('en'))).toBeNull();
  });

  it.each<[Language, string, string]>([
    ['en', 'OPINION 5: Lamps for all', 'Lamps for all'],
    ['fr', "PROJET D'AVIS 5: APPUYER LES LAMPES", 'APPUYER LES LAMPES'],
    ['fr', 'PROJET D’AVIS 5 – Appuyer', 'Appuyer'],
    ['en', 'RESOLUTION 64 (Rev. Dubai, 2012) – Lamps', 'Lamps'],
    ['en', '70/125. Outcome document', 'Outcome document'],
  ])('%s: %j has its title on the same line', (language, line, title) => {
    const found = readNumberLine(line, languageTable(language));
    expect(line.slice(found?.titleStart)).toBe(title);
  });

  it('reads a history that is merged into the line', () => {
    const found = readNumberLine('RESOLUTION 48 (Florianópolis, 2004; Dubai, 2012)', languageTable('en'));
    expect(found?.history.map(({ year }) => year)).toEqual([2004, 2012]);
    expect(found?.revision?.year).toBe(2012);
    const second = readNumberLine(
      'RESOLUTION 48 (Rev. Dubai, 2012) (Florianópolis, 2004; Dubai, 2012)',
      languageTable('en'),
    );
    expect(second?.history.map(({ place }) => place)).toEqual(['Florianópolis', 'Dubai']);
  });
});

it.each<[Language, string, number]>([
  ['en', '(Florianópolis, 2004; Johannesburg, 2008; Dubai, 2012)[^1]', 3],
  ['ru', '(Йоханнесбург, 2008 г.; Дубай, 2012 г.)', 2],
  ['ar', '(جوهانسبرغ، 2008؛ دبي، 2012)', 2],
  ['zh', '(2008年,约翰内斯堡;2012年,迪拜)', 2],
])('%s: %j is a history line', (language, line, count) => {
  const table = languageTable(language);
  expect(isHistoryLine(line, table)).toBe(true);
  expect(readHistory(line, table)).toHaveLength(count);
  for (const { place } of readHistory(line, table)) expect(place).not.toMatch(/\d|[()（）,;]/u);
});

it.each<[Language, string, string]>([
  ['en', 'The World Telecommunication Standardization Assembly (Geneva, 2022),', 'WTSA'],
  ['en', 'The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),', 'PP'],
  ['en', 'The fifth World Telecommunication/ICT Policy Forum (Geneva, 2013),', 'WTPF'],
  ['en', 'The Council,', 'Council'],
  ['en', 'The General Assembly,', 'UNGA'],
  ['fr', "L'Assemblée mondiale de normalisation des télécommunications (Dubaï, 2012),", 'WTSA'],
  [
    'es',
    'La Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones (Dubái, 2018),',
    'PP',
  ],
  ['ru', 'Полномочная конференция Международного союза электросвязи (Дубай, 2018 г.),', 'PP'],
  ['ar', 'إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (دبي، 2018)،', 'PP'],
  ['zh', '世界电信标准化全会(2012年,迪拜),', 'WTSA'],
])('%s: %j is spoken by %s', (language, line, body) => {
  expect(readBody(line, languageTable(language))).toBe(body);
});
