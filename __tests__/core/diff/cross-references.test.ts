import { describe, expect, it } from '@jest/globals';
import { checkReferences } from '../../../src/core/diff/cross-references.ts';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { libraryCases, sharedCases } from '../../support/library-cases.ts';
import { itWithFolder } from '../../support/need-tool.ts';

const CLAUSES = [
  'that lamps are essential for bridges of every length and age;',
  'that the report of the lamp group has been received with interest;',
  'that capacity building is led by the development bureau in the regions;',
  'that the shortage of old lamps has become a burden for small islands,',
];

const text = (considering: readonly string[], resolves: readonly string[], tail: string): string =>
  [
    '# RESOLUTION 990 (Rev. Dubai, 2012)',
    '## Lamp identifiers',
    'The World Telecommunication Standardization Assembly (Dubai, 2012),',
    '*considering*',
    ...considering.map((one, at) => `${String.fromCharCode(97 + at)}) ${one}`),
    '*resolves*',
    ...resolves.map((one, at) => `${at + 1} ${one}`),
    '*instructs the Director*',
    tail,
  ].join('\n\n');

const RESOLVES = [
  'to study the allocation of lamps each year;',
  'to share knowledge with interested parties everywhere;',
  'to review this resolution at the next assembly,',
];

const check = (base: string, revised: string) => {
  const [from, to] = [parseMarkdown(base, { language: 'en' }), parseMarkdown(revised, { language: 'en' })];
  return checkReferences(from, to, compareResolutions(from, to));
};

const without = (list: readonly string[], at: number) => list.filter((_, place) => place !== at);

describe('checkReferences', () => {
  const tail = 'to report on the matters in considering c) above and on resolves 2 above.';
  const base = text(CLAUSES, RESOLVES, tail);

  it('is quiet on a text and itself, and where labels stay', () => {
    expect(check(base, base)).toEqual([]);
    expect(check(base, text(CLAUSES, RESOLVES, tail.replace('report', 'report yearly')))).toEqual([]);
  });

  it('says that a kept reference names another clause, and the right label', () => {
    const [found, ...rest] = check(base, text(without(CLAUSES, 1), RESOLVES, tail));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      kind: 'elsewhere',
      path: 'instructs the Director',
      text: 'considering c) above',
      label: 'c)',
      was: 'considering c)',
      now: 'considering c)',
      meant: 'considering b)',
      suggestion: 'b)',
    });
    expect(tail.slice(found?.start, found?.end)).toBe('considering c) above');
  });

  it('is quiet when the reference was brought up to date', () => {
    expect(check(base, text(without(CLAUSES, 1), RESOLVES, tail.replace('c) above', 'b) above')))).toEqual(
      [],
    );
  });

  it('says that the clause cited was deleted', () => {
    expect(check(base, text(without(CLAUSES, 2), RESOLVES, tail))).toMatchObject([
      { kind: 'deleted', was: 'considering c)', now: 'considering c)', meant: null, suggestion: null },
    ]);
    expect(check(base, text(CLAUSES, without(without(RESOLVES, 1), 1), tail))).toMatchObject([
      { kind: 'deleted', text: 'resolves 2 above', now: null },
    ]);
  });

  it('says that a label is no longer there, and where the clause went', () => {
    const last = text(CLAUSES, RESOLVES, 'to act upon considering d) above.');
    const revised = text(without(CLAUSES, 0), RESOLVES, 'to act upon considering d) above.');
    expect(check(last, revised)).toMatchObject([
      { kind: 'nowhere', meant: 'considering c)', suggestion: 'c)' },
    ]);
  });

  it('gives the whole path when the clause went under another heading', () => {
    const moved = text(without(CLAUSES, 2), [...RESOLVES, CLAUSES[2] ?? ''], tail);
    expect(check(base, moved)).toMatchObject([{ meant: 'resolves 4', suggestion: 'resolves 4' }]);
  });

  it('reports a new reference only when it names nothing', () => {
    const added = (label: string) =>
      text(CLAUSES, RESOLVES, tail.replace(' and', ` and considering ${label} and`));
    expect(check(base, added('a)'))).toEqual([]);
    expect(check(base, added('k)'))).toMatchObject([
      { kind: 'nowhere', label: 'k)', was: null, suggestion: null },
    ]);
  });

  it('follows labels of the own list and of the lists above', () => {
    const own = [...RESOLVES.slice(0, 2), 'to publish the results of item 2 above,'];
    const revised = ['to keep a register of every bridge of the region;', ...own];
    expect(check(text(CLAUSES, own, 'to act.'), text(CLAUSES, revised, 'to act.'))).toMatchObject([
      { kind: 'elsewhere', text: 'item 2 above', was: 'resolves 2', now: 'resolves 2', meant: 'resolves 3', suggestion: '3' },
    ]); // prettier-ignore
  });

  it('finds nothing wrong with the shipped proposals', () => {
    const all = libraryCases().flatMap(({ name, base: from, revised: to }) =>
      checkReferences(from, to, compareResolutions(from, to)).map(({ text: words }) => `${name}: ${words}`),
    );
    expect(all).toEqual([]);
  });

  itWithFolder('../shared/data/documents')('finds nothing wrong with the shared documents', () => {
    const all = (sharedCases() ?? []).flatMap(({ name, base: from, revised: to }) =>
      checkReferences(from, to, compareResolutions(from, to)).map(({ text: words }) => `${name}: ${words}`),
    );
    expect(all).toEqual([]);
  });
});
