import { describe, expect, it } from '@jest/globals';
import type { SourceLine } from '../../../src/core/model/source.ts';
import { readDocumentName } from '../../../src/io/import/document-name.ts';
import { splitProposals } from '../../../src/io/import/header-block.ts';
import { readAction, readSymbol } from '../../../src/io/import/proposal-symbol.ts';
import { readDocumentNumber, readOriginal, readPartWord } from '../../../src/io/import/proposal-words.ts';
import { readText } from '../../../src/io/import/text/read-text.ts';
import { tableText } from '../../../src/io/import/table-text.ts';
import { fixture } from './fixture.ts';

const split = (text: string): ReturnType<typeof splitProposals> => splitProposals(readText(text).lines);

const words = (lines: readonly SourceLine[] | undefined): readonly string[] =>
  (lines ?? []).map(({ text }) => text);

describe('symbols and actions', () => {
  it.each([
    ['EUR/45A12/1', ['EUR'], 45, 12, 1],
    ['AFCP/ 55A3/1', ['AFCP'], 55, 3, 1],
    ['B/CAN/CLM/USA/75/4', ['B', 'CAN', 'CLM', 'USA'], 75, null, 4],
    ['WGPL/78/1', ['WGPL'], 78, null, 1],
    ['RCC/40A7-R1/12', ['RCC'], 40, 7, 12],
  ])('%s', (text, sponsors, document, addendum, number) => {
    const { symbol } = readSymbol(text) ?? {};
    expect(readSymbol(text)).toMatchObject({ sponsors, document, addendum, number, length: text.length });
    expect(symbol).toBe(text.replace(' ', ''));
  });

  it.each(['A/C.2/65/2', 'WTSA16/99(Add.12)-E', 'and/or', '45/12/1', 'eur/45A12/1', 'EUR/45A12/1/3'])(
    '%s is none',
    (text) => {
      expect(readSymbol(text)).toBeNull();
    },
  );

  it.each([
    ['MOD', 'MOD', false, false],
    ['(MOD)\tx', 'MOD', true, false],
    ['SUP*', 'SUP', false, true],
    ['ADD*', 'ADD', false, true],
    ['NOC', 'NOC', false, false],
  ])('%s', (text, action, isEditorial, isMoved) => {
    expect(readAction(text)).toMatchObject({ action, isEditorial, isMoved });
  });

  it.each(['MODify', 'Modern', 'ADDing', '(MOD', 'MOD) x'])('%s is no action', (text) => {
    expect(readAction(text)).toBeNull();
  });
});

describe('header words', () => {
  it.each([
    ['Addendum 12 to', null, 12, null],
    ['Document 45-E', 45, null, 'en'],
    ['Document 45(Add.12)-F', 45, 12, 'fr'],
    ['Addéndum 3 al', null, 3, null],
    ['Documento 38-S', 38, null, 'es'],
    ['Дополнительный документ 7 к', null, 7, null],
    ['Документу 40-R', 40, null, 'ru'],
    ['الإضافة 5', null, 5, null],
    ['للوثيقة 36-A', 36, null, 'ar'],
    ['文件 38 (Add.2)-C', 38, 2, 'zh'],
    ['PP22/99(Add.7)-E', 99, 7, 'en'],
  ])('%s', (text, document, addendum, language) => {
    expect(readDocumentNumber(text)).toEqual({ document, addendum, language });
  });

  it.each([
    ['Original: English', 'en'],
    ['Original: anglais', 'en'],
    ['Original : français', 'fr'],
    ['Original: árabe', 'ar'],
    ['Оригинал: русский', 'ru'],
    ['الأصل: بالإنكليزية', 'en'],
    ['原文：中文', 'zh'],
  ])('%s', (text, language) => {
    expect(readOriginal(text)).toBe(language);
  });

  it.each([
    ['Reasons:\tUpdate.', 'reasons', 'Update.'],
    ['Motifs:', 'reasons', ''],
    ['Motivos: x', 'reasons', 'x'],
    ['Основания:\tx', 'reasons', 'x'],
    ['الأسباب:\tتحديث.', 'reasons', 'تحديث.'],
    ['理由：更新', 'reasons', '更新'],
    ['Abstract: / Europe proposes', 'abstract', 'Europe proposes'],
    ['INTRODUCTION', 'introduction', ''],
    ['Considérations générales', 'background', ''],
    ['Propuesta', 'proposal', ''],
  ])('%s', (text, part, rest) => {
    const found = readPartWord(text);
    expect([found?.part, text.slice(found?.rest)]).toEqual([part, rest]);
  });

  it.each(['Introduction to lamps', 'reasons why', 'Proposal 4 of the group', ''])(
    '"%s" opens no part',
    (text) => {
      expect(readPartWord(text)).toBeNull();
    },
  );
});

describe('file names of the ITU document system', () => {
  it.each([
    ['S22-PP-C-0044!A7!MSW-E.docx', 'pp-22', 44, 7, 'en'],
    ['/tmp/T22-WTSA.24-C-0038!A12!MSW-F.docx', 'wtsa-24', 38, 12, 'fr'],
    ['T17-WTSA.16-C-0099!!MSW-R.docx', 'wtsa-16', 99, null, 'ru'],
    ['T22-WTSA.24-C-0040!A7-R1!PDF-C.pdf', 'wtsa-24', 40, 7, 'zh'],
  ])('%s', (name, meeting, document, addendum, language) => {
    expect(readDocumentName(name)).toMatchObject({ meeting, document, addendum, language });
  });

  it('has one key for all languages of a document, and none for other names', () => {
    const [one, other] = ['S22-PP-C-0044!A7!MSW-E.docx', 'S22-PP-C-0044!A7!MSW-S.docx'].map(
      (name) => readDocumentName(name)?.key,
    );
    expect(one).toBe(other);
    expect(one).not.toBe(readDocumentName('S22-PP-C-0044!A8!MSW-E.docx')?.key);
    expect(readDocumentName('proposal.docx')).toBeNull();
  });
});

describe('documents of proposals', () => {
  it.each([
    ['a tab', 'MOD\tEUR/45A12/1'],
    ['nothing', 'MODEUR/45A12/1'],
    ['a space', 'MOD EUR/45A12/1'],
    ['a line', 'MOD\nEUR/45A12/1'],
    ['a line, symbol first', 'EUR/45A12/1\nMOD'],
    ['a marker after it', 'MOD\tEUR/45A12/1#39712'],
  ])('finds action and symbol parted by %s', (_, start) => {
    const { header, proposals } = split(
      `Document 45-E\n${start}\nRESOLUTION 990\nresolves\nto go on.\nReasons:\tUpdate.\nMore.`,
    );
    expect(header.document).toBe(45);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ action: 'MOD', line: 2, symbol: { symbol: 'EUR/45A12/1' } });
    expect(words(proposals[0]?.lines)).toEqual(['RESOLUTION 990', 'resolves', 'to go on.']);
    expect(words(proposals[0]?.reasons)).toEqual(['Update.', 'More.']);
  });

  it('reads the header block, from lines and from a table of the template', () => {
    const cells = [
      ['PLENARY MEETING', 'Addendum 12 to\nDocument 45-E\n26 September 2016\nOriginal: English'],
      ['Abstract:', 'We propose | this.'],
    ];
    const table: SourceLine = {
      kind: 'table',
      style: null,
      label: null,
      level: 0,
      line: 1,
      text: tableText(cells),
      marks: [],
    };
    const rest = readText('Introduction\nLamps matter.\nProposal\nMOD\tEUR/45A12/1\nRESOLUTION 990').lines;
    const { header } = splitProposals([table, ...rest]);
    expect(header).toMatchObject({ document: 45, addendum: 12, language: 'en' });
    expect(words(header.parts.abstract)).toEqual(['We propose | this.']);
    expect(words(header.parts.introduction)).toEqual(['Lamps matter.']);
    const plain = split(
      'WTSA16/45(Add.12)-E\n\nHammamet, 25 October\n26 September 2016\nOriginal: English\nMOD\tEUR/45A12/1',
    ).header;
    expect(plain).toMatchObject({
      document: 45,
      addendum: 12,
      meeting: 'wtsa-16',
      date: '26 September 2016',
      originalLanguage: 'en',
    });
  });

  it('takes a document without symbols for none', () => {
    const text = 'RESOLUTION 990\nresolves\nto modify, add and suppress lamps.';
    expect(split(text).proposals).toEqual([]);
    expect(split(text).header.lines).toHaveLength(3);
  });

  it('keeps every line in one place', () => {
    const body =
      'Cover\nMOD\tEUR/45A12/1\na\nb\nReasons: c\nNOC\nEUR/45A12/2\nd\nSUP\tEUR/45A12/3\nReasons:\ne';
    const { header, proposals } = split(body);
    const all = [...header.lines, ...proposals.flatMap((one) => [...one.lines, ...one.reasons])];
    expect(words(all)).toEqual(['Cover', 'a', 'b', 'c', 'd', 'e']);
    expect(proposals.map(({ action }) => action)).toEqual(['MOD', 'NOC', 'SUP']);
  });

  const shared = (name: string): ReturnType<typeof splitProposals> => split(fixture(`texts/${name}`));

  it('109: seven proposals in one document', () => {
    const { header, proposals } = shared('109-syn-multi-proposals-en.txt');
    expect(header).toMatchObject({ document: 99, addendum: 7, meeting: 'pp-22' });
    expect(proposals.map(({ written, symbol }) => `${written} ${symbol?.symbol ?? ''}`)).toEqual([
      'MOD XYZ/99A7/1',
      'ADD XYZ/99A7/2',
      'SUP XYZ/99A7/3',
      'NOC XYZ/99A7/4',
      '(MOD) XYZ/99A7/5',
      'SUP* XYZ/99A7/6',
      'ADD* XYZ/99A7/7',
    ]);
    expect(proposals.slice(0, 4).map(({ reasons }) => words(reasons))).toEqual([
      ['Update.'],
      ['New need.'],
      ['The task is complete.'],
      ['No change is needed.'],
    ]);
  });

  it.each([
    ['103-syn-flattened-docest-en.txt', 'EUR/99A12/1'],
    ['104-syn-flattened-dropped-lines-en.txt', undefined],
    ['110-syn-old-symbol-order-en.txt', 'XYZ/99/1'],
    ['121-syn-fr-flattened.txt', 'EUR/99A12/1'],
  ])('%s', (name, symbol) => {
    expect(shared(name).proposals[0]?.symbol?.symbol).toBe(symbol);
  });
});
