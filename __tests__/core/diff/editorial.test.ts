import { describe, expect, it } from '@jest/globals';
import { editorialReasons } from '../../../src/core/diff/editorial.ts';
import type { Language } from '../../../src/core/model/language.ts';

describe('editorialReasons', () => {
  it.each<[Language, string, string, readonly string[]]>([
    [
      'en',
      'Resolution 64 (Rev. Dubai, 2012) on IPv6',
      'Resolution 64 (Rev. Geneva, 2022) on IPv6',
      ['citation'],
    ],
    ['en', 'the organisation of work', 'the organization of work', ['spelling']],
    ['en', 'as agreed on 12 March 2019', 'as agreed on 15 April 2021', ['date']],
    ['en', 'co-operation with others', 'cooperation with others', ['punctuation']],
    ['fr', 'que les Etats Membres coopèrent', 'que les États Membres coopèrent', ['spelling']],
    ['en', 'considering c) and d) above', 'considering d) and e) above', ['cross-reference']],
    ['en', 'networks[^1] grow', 'networks[^2] grow', ['footnote-mark']],
    ['en', 'the same words;', 'the same words,', []],
  ])('%s: %j and %j differ in form only', (language, base, revised, reasons) => {
    expect(editorialReasons(base, revised, language)).toEqual(reasons);
    expect(editorialReasons(revised, base, language)).toEqual(reasons);
  });

  it.each<[Language, string, string]>([
    ['en', 'Members shall report', 'Members may report'],
    ['en', 'within its mandate, to study names', 'to study names'],
    ['en', 'to develop a recommendation', 'to develop a Recommendation'],
    ['en', 'Resolution 64 (Rev. Dubai, 2012)', 'Resolution 47 (Rev. Dubai, 2012)'],
    ['fr', 'à titre volontaire', 'à titre obligatoire'],
    ['ru', 'может представить отчет', 'должен представить отчет'],
    ['zh', '可以提交报告', '应提交报告'],
  ])('%s: %j and %j differ in substance', (language, base, revised) => {
    expect(editorialReasons(base, revised, language)).toBeNull();
    expect(editorialReasons(revised, base, language)).toBeNull();
  });
});
