import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileLexicon, type Lexicon } from '../../../src/core/rules/lexicon.ts';
import { tokenize } from '../../../src/core/rules/tokens.ts';
import type { Language } from '../../../src/core/model/language.ts';

const find = (lexicon: Lexicon, text: string, language: Language = 'en') => {
  const tokens = tokenize(text, language);
  return compileLexicon(lexicon, language)
    .find(tokens, text)
    .map((hit) => [hit.concept, hit.member, text.slice(tokens[hit.from]?.start, tokens[hit.to - 1]?.end)]);
};

describe('compileLexicon', () => {
  it('finds words, beginnings and gaps whatever the case, hyphens and accents', () => {
    const lexicon = { a: ['multi-stakeholder', 'led by ~ states', 'standardiz*'], b: ['résolution'] };
    expect(find(lexicon, 'Multi‑Stakeholder')).toEqual([['a', 'multi-stakeholder', 'Multi‑Stakeholder']]);
    expect(find(lexicon, 'led by the Member States')[0]?.[2]).toBe('led by the Member States');
    expect(find(lexicon, 'led by one two three four States')).toEqual([]);
    expect(find(lexicon, 'to standardise')[0]?.[2]).toBe('standardise');
    expect(find(lexicon, 'RESOLUTION', 'fr')[0]?.[0]).toBe('b');
  });

  it('lets the longest cue win inside a concept, and concepts not hide each other', () => {
    const hits = find({ a: ['name', 'domain name'], b: ['domain'] }, 'domain name');
    expect(hits).toEqual([
      ['a', 'domain name', 'domain name'],
      ['b', 'domain', 'domain'],
    ]);
  });

  it('gives all names of a member as one member', () => {
    const hits = find({ a: ['icann | internet corporation'] }, 'ICANN, the Internet Corporation');
    expect(hits.map(([, member]) => member)).toEqual(['icann', 'icann']);
  });

  it('reads Chinese without word boundaries and Arabic without article and conjunction', () => {
    expect(find({ a: ['人权'] }, '尊重人权和隐私', 'zh')).toHaveLength(1);
    expect(find({ a: ['حكومات'] }, 'والحكومات', 'ar')).toHaveLength(1);
  });

  it('points back to the very characters of a text that is not in NFC', () => {
    const text = 'de\u0301veloppement durable';
    expect(find({ a: ['durable'] }, text, 'fr')[0]?.[2]).toBe('durable');
  });

  it('finds what a plain search for each cue finds', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'ab', 'ba');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.array(word, { maxLength: 20 }),
        (cues, words) => {
          const names = [...new Set(cues.map((cue) => cue.join(' ')))];
          // One concept a cue, so that none hides another.
          const lexicon = Object.fromEntries(names.map((name) => [name, [name]]));
          const seen = new Set(find(lexicon, words.join(' ')).map(([concept]) => concept));
          const text = ` ${words.join(' ')} `;
          expect([...seen].sort()).toEqual(names.filter((name) => text.includes(` ${name} `)).sort());
        },
      ),
    );
  });
});
