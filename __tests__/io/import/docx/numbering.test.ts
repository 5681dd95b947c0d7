import { describe, expect, it } from '@jest/globals';
import { formatNumber } from '../../../../src/io/import/docx/number-format.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../../src/io/import/docx/resolve-changes.ts';
import { DEL_MARK, INS_MARK, del, ins, numbered, p, r, tinyDocx, type TinyParts } from './tiny-docx.ts';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const NUMBERING =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'lowerLetter', '%1)')}${level(1, 'lowerRoman', '%2)')}${level(2, 'bullet', '\uf0b7')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>' +
  `<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'russianLower', '%1)')}</w:lvlOverride></w:num>`;

const item = (list: number, at: number, text = r('x'), mark = ''): string =>
  p(text, '', mark, numbered(list, at));

const labels = (parts: TinyParts, mode: 'accept' | 'reject' = 'accept'): readonly (string | null)[] =>
  resolveChanges(readDocx(tinyDocx({ numbering: NUMBERING, ...parts })), mode).lines.map(
    ({ label }) => label,
  );

describe('labels drawn by Word', () => {
  it('counts levels, starting the inner ones again', () => {
    const body = [0, 0, 1, 1, 0, 1, 2].map((at) => item(1, at)).join('');
    expect(labels({ body })).toEqual(['a)', 'b)', 'i)', 'ii)', 'c)', 'i)', '•']);
  });

  it('counts on through lists of one definition, and starts again where told', () => {
    const body = item(1, 0) + item(1, 0) + item(4, 0) + item(2, 0) + item(2, 0);
    expect(labels({ body })).toEqual(['a)', 'b)', 'в)', 'a)', 'b)']);
  });

  it('draws outer numbers, in digits where the level is legal', () => {
    expect(labels({ body: item(3, 0) + item(3, 1) + item(3, 1) })).toEqual(['I', '1.1', '1.2']);
  });

  it('numbers each side of tracked changes on its own', () => {
    const body =
      item(1, 0) + item(1, 0, ins(r('new')), INS_MARK) + item(1, 0, del(r('old')), DEL_MARK) + item(1, 0);
    expect(labels({ body })).toEqual(['a)', 'b)', 'c)']);
    expect(labels({ body }, 'reject')).toEqual(['a)', 'b)', 'c)']);
  });

  it('does not count a paragraph that a change emptied', () => {
    const body = item(1, 0) + item(1, 0, del(r('gone'))) + item(1, 0);
    expect(labels({ body })).toEqual(['a)', 'b)']);
  });

  it('takes the list from the style, and the level from the list that names the style', () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}${level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="Sub"/>')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const styles =
      '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Item"/></w:style>';
    const body =
      p(r('x'), 'Item') + p(r('y'), 'Sub') + p(r('z'), 'Item') + p(r('no'), 'Item', '', numbered(0, 0));
    expect(labels({ body, styles, numbering })).toEqual(['1', 'a)', '2', null]);
  });

  it('has no label on the side where the numbering was not yet there', () => {
    const change = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="A"/></w:numPr>';
    const body = p(r('x'), '', '', change);
    expect([labels({ body }), labels({ body }, 'reject')]).toEqual([['a)'], [null]]);
    const former = `${numbered(1, 1)}<w:pPrChange w:id="1" w:author="A"><w:pPr>${numbered(1, 0)}</w:pPr></w:pPrChange>`;
    const moved = item(1, 0) + p(r('y'), '', '', former);
    expect([labels({ body: moved }), labels({ body: moved }, 'reject')]).toEqual([
      ['a)', 'i)'],
      ['a)', 'b)'],
    ]);
  });
});

describe('formats of numbers', () => {
  it.each([
    [27, 'lowerLetter', 'aa'],
    [28, 'lowerLetter', 'bb'],
    [4, 'upperRoman', 'IV'],
    [1994, 'lowerRoman', 'mcmxciv'],
    [3, 'russianLower', 'в'],
    [10, 'russianLower', 'к'],
    [3, 'arabicAbjad', 'ج'],
    [5, 'arabicAbjad', 'ه'],
    [3, 'arabicAlpha', 'ت'],
    [11, 'chineseCounting', '十一'],
    [21, 'chineseCounting', '二十一'],
    [105, 'chineseCounting', '一百〇五'],
    [7, 'decimalZero', '07'],
    [2, 'decimalEnclosedCircle', '②'],
    [12, 'ordinal', '12th'],
    [5, 'none', ''],
    [5, 'somethingNew', '5'],
  ])('%d as %s is %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
