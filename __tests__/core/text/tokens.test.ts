import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../../../src/core/model/language.ts';
import { ownWordsEnd } from '../../../src/core/text/list-punctuation.ts';
import { TOKEN_PATTERN, tokenise } from '../../../src/core/text/tokens.ts';
import { generatePair } from '../../support/generate-pair.ts';

const RUNS = Number(process.env.FC_RUNS ?? 100);

const texts = (text: string) => tokenise(text).map((token) => token.text);

/** Reads by the pattern alone: what the scanner must give, only faster. */
const byPattern = (text: string): string[] =>
  [...text.matchAll(new RegExp(TOKEN_PATTERN, 'gu'))].map(({ 0: found, groups = {} }) => {
    const kind = Object.entries(groups).find(([, group]) => Boolean(group))?.[0] ?? '';
    return `${kind === 'elision' ? 'word' : kind} ${found}`;
  });

const byScanner = (text: string): string[] =>
  tokenise(text).map(({ kind, text: found }) => `${kind} ${found}`);

const pieces = fc.constantFrom(
  ...[
    "l'",
    'l’',
    'qu’',
    "aujourd'hui",
    'UIT‑T',
    'E.164',
    'E',
    '.',
    'No. 13',
    'No',
    '№ 5',
    'n° 7',
    'N°',
    '12',
    '3,5 %',
  ],
  ...[
    '(Rev. Geneva, 2022)',
    '(Женева, 2022 г.)',
    '（2022年，日内瓦）',
    '(',
    '（',
    '[^1]',
    '[',
    '[^',
    ' ',
    '\u00A0',
    '\n',
    '\n\n',
  ],
  ...[
    '决',
    '决议',
    'МСЭ-Т',
    'é',
    'e\u0301',
    'قرار',
    '،',
    '؛',
    ';',
    'and',
    '_',
    '-',
    '/',
    '’',
    '𠀀',
    '😀',
    '\u{1D400}',
    '٣',
    '½',
  ],
);

describe('tokenise', () => {
  it('never cuts citations, dates with their marks, numbers and recommendation names', () => {
    expect(texts('Resolution 64 (Rev. Geneva, 2022), No. 13 and E.164')).toEqual([
      ...['Resolution', ' ', '64', ' ', '(Rev. Geneva, 2022)', ',', ' ', 'No. 13', ' ', 'and', ' ', 'E.164'],
    ]);
    expect(texts('第64号决议（2022年，日内瓦）')).toEqual([
      '第',
      '64',
      '号',
      '决',
      '议',
      '（2022年，日内瓦）',
    ]);
  });

  it('takes a French elision for a word of its own, and "aujourd’hui" for one word', () => {
    expect(texts("l'UIT-T qu’aujourd’hui")).toEqual(["l'", 'UIT-T', ' ', 'qu’', 'aujourd’hui']);
  });

  it('joins up to the text and reads what the pattern reads, whatever the text', () => {
    const any = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(any, (text) => {
        expect(byScanner(text)).toEqual(byPattern(text));
        expect(texts(text).join('')).toBe(text);
      }),
      { numRuns: RUNS * 10 },
    );
  });

  it.each(LANGUAGES)('reads generated texts as the pattern does in %s', (language) => {
    const { base } = generatePair({
      ...{
        seed: 7,
        language,
        clauses: 60,
        amended: 0.2,
        moves: 0,
        splits: 0,
        merges: 0,
        added: 0,
        deleted: 0,
      },
    });
    expect(byScanner(base)).toEqual(byPattern(base));
  });
});

describe('ownWordsEnd', () => {
  it.each([
    ['that networks grow; and', 'that networks grow'],
    ['that networks grow;', 'that networks grow'],
    ['that networks grow ;  ', 'that networks grow'],
    ['of France and Spain and', 'of France and Spain and'],
    ['que les réseaux croissent; et', 'que les réseaux croissent'],
    ['网络在增长；和', '网络在增长'],
    ['', ''],
    [';', ''],
  ])('%j has the words %j', (text, words) => {
    expect(text.slice(0, ownWordsEnd(text))).toBe(words);
  });

  it('finds what the pattern finds', () => {
    const pattern = /\s*(?:[;,.؛،。；，]\s*(?:(?:and|or|et|ou|y|e|o|и|или|و|和|及|或)\s*)?)?$/u;
    const part = fc.constantFrom(
      ';',
      ',',
      '.',
      '；',
      ' ',
      '\u00A0',
      '\n',
      '\u3000',
      'and',
      'or',
      'et',
      'y',
      'و',
      '及',
      'x',
      'или',
      'sand',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        expect(ownWordsEnd(text)).toBe(pattern.exec(text)?.index ?? text.length);
      }),
      { numRuns: RUNS * 10 },
    );
  });
});
