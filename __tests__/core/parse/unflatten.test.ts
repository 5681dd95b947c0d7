import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { acceptParagraph } from '../../../src/core/parse/accept-runs.ts';
import { buildResolution } from '../../../src/core/parse/build-resolution.ts';
import { findKept, lettersOf } from '../../../src/core/parse/flattened-runs.ts';
import { unflatten } from '../../../src/core/parse/unflatten.ts';
import { unitsOf } from '../../../src/core/diff/units.ts';
import { splitProposals } from '../../../src/io/import/header-block.ts';
import { readText } from '../../../src/io/import/text/read-text.ts';
import { flatten } from '../../support/flatten.ts';
import { libraryCases } from '../../support/library-cases.ts';

const fixture = (name: string) =>
  readText(readFileSync(`fixtures/import/texts/${name}.txt`, 'utf8').replace(/^#.*\n/, ''));

const BASE = buildResolution(fixture('101-syn-rejected-en'));

const flattened = (name: string) => {
  const document = fixture(name);
  return { ...document, lines: splitProposals(document.lines).proposals[0]?.lines ?? document.lines };
};

describe('acceptParagraph', () => {
  const accept = (source: string, text: string, label: string | null = null) =>
    acceptParagraph(source, { label, text });

  it.each([
    ['an acceleratedorderly replacement', 'an accelerated replacement', 'an orderly replacement'],
    ['a stakeholdersexperts meeting', 'a experts meeting', 'a stakeholders meeting'],
    ['(HammametDubai, 20122016)', '(Dubai, 2012)', '(Hammamet, 2016)'],
    ['(Rev. GuadalajaraBusan, 20140)', '(Rev. Guadalajara, 2010)', '(Rev. Busan, 2014)'],
    ['(Rev. Busan, 20104)', '(Rev. Busan, 2010)', '(Rev. Busan, 2014)'],
    ['(Rev. Busan, 2014Guadalajara, 2010)', '(Guadalajara, 2010)', '(Rev. Busan, 2014)'],
    ['101 (Rev. Dubai, 2018)(Rev. Bucharest, 2022) of', '101 (Rev. Dubai, 2018) of', '101 (Rev. Bucharest, 2022) of'],
    ['interested parties,;', 'interested parties,', 'interested parties;'],
    ['to share knowledge , on a voluntary basis, with all', 'to share knowledge with all', 'to share knowledge , on a voluntary basis, with all'],
  ])('%s', (source, base, expected) => {
    expect(accept(source, base)).toMatchObject({ text: expected, isSure: true });
  }); // prettier-ignore

  it('reads a label that took the place of another', () => {
    expect(accept('dc)that lamps matter', 'that lamps matter', 'd)')).toMatchObject({ label: 'c)', text: 'that lamps matter' });
    expect(accept('1a)to ensureencourage it', 'to ensure it', '1')).toMatchObject({ label: 'a)', text: 'to encourage it' });
    expect(accept('23to report', 'to report', '2')).toMatchObject({ label: '3', text: 'to report' });
    expect(accept('b)all that lamps matter', 'that lamps matter', 'b)')).toMatchObject({ label: 'b)', text: 'all that lamps matter' });
  }); // prettier-ignore

  it('says where it can only guess', () => {
    expect(accept('believe that there arehave reported it', 'believe that there are it')?.isSure).toBe(false);
    expect(accept('the recommendations of', 'the recommendation of')).toMatchObject({ text: 'the recommendations of', isSure: false });
    expect(accept('to report annually, as appropriate, to it', 'to report annually to it')?.isSure).toBe(false);
  }); // prettier-ignore

  it('refuses what is not the base with something put in', () => {
    expect(accept('an orderly replacement', 'an accelerated replacement')).toBeNull();
  });

  it('keeps the letters of the base, all and in order', () => {
    const words = fc.array(fc.constantFrom('to', 'be', 'a', 'that', 'lamp', 'that', '2012', '2016', ',', ';'), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.constantFrom('', '', 'x', 'be', ' to ', '20')), (base, stream) => {
        const put = base.map((word) => `${word}${stream.next().value}`).join(' ');
        const [from, to] = [lettersOf(put), lettersOf(base.join(' '))];
        const kept = findKept(from, to);
        expect(kept).not.toBeNull();
        expect(from.text.replace(/[^]/g, (char, at: number) => (kept?.[at] === true ? char : ''))).toBe(to.text);
      }),
    );
  }); // prettier-ignore
});

describe('unflatten', () => {
  it('takes the copied proposal apart: 12 of 15 clauses as accepted, the others uncertain', () => {
    const result = unflatten(flattened('103-syn-flattened-docest-en'), BASE);
    const wanted = unitsOf(buildResolution(fixture('102-syn-accepted-en')));
    const key = ({ path, text }: { path: string; text: string }) => `${path} | ${text}`;
    const got = new Map(unitsOf(result?.revised ?? BASE).map((unit) => [key(unit), unit]));
    const wrong = wanted.filter((unit) => !got.has(key(unit))).map(({ path }) => path);
    expect(wrong.map((path) => path.replace(/^instructs .* /, 'instructs '))).toEqual([
      'recognizing c)', 'noting b)', 'instructs 3',
    ]); // prettier-ignore
    expect(wrong.filter((path) => !result?.uncertain.some((one) => one.path === path))).toEqual([]);
  });

  it.each([
    ['lines were lost', '104-syn-flattened-dropped-lines-en'],
    ['it is no flattened text of this base', '102-syn-accepted-en'],
    ['it is another text', '121-syn-fr-flattened'],
  ])('gives nothing when %s', (_, name) => {
    expect(unflatten(flattened(name), BASE)).toBeNull();
  });

  it('finds the base in every shipped proposal that is flattened, and most of its words', () => {
    let [right, all] = [0, 0];
    for (const { name, base, revised } of libraryCases()) {
      const result = unflatten(flatten(base, revised), base);
      if (result === null) throw new Error(`${name} was not taken apart`);
      const texts = new Set(unitsOf(result.revised).map(({ text }) => text));
      const wanted = unitsOf(revised).filter(({ unit }) => unit === 'clause');
      all += wanted.length;
      right += wanted.filter(({ text }) => texts.has(text)).length;
    }
    // What was deleted with nothing in its place leaves no trace.
    expect(right / all).toBeGreaterThan(0.78);
  });
});
