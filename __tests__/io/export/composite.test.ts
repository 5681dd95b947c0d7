import { describe, expect, it } from '@jest/globals';
import { buildComposite } from '../../../src/core/negotiate/build-composite.ts';
import { compositeLines } from '../../../src/core/negotiate/composite-lines.ts';
import { readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { negotiationWords } from '../../../src/core/negotiate/strings.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { compositeParagraphs } from '../../../src/io/export/negotiate/composite-paragraphs.ts';
import { readTextFile } from '../../support/library-cases.ts';
import { hostileNegotiation } from './hostile-report.ts';

const FOLDER = 'resolutions/wtsa-64';
const text = (name: string) => ({
  facts: { name, kind: 'proposal' as const, isModel: true },
  resolution: readTextFile(`${FOLDER}/${name}.en.md`),
});

const real = readNegotiation(
  text('2022-geneva'),
  ['rcc-40a7', 'eur-38a12', 'arb-36a9'].map((name) => ({
    name: name.slice(0, 3),
    text: text(`wtsa-24/${name}`),
    notes: [],
  })),
  CORE_PACK,
);

describe('the paragraphs of a consolidated text', () => {
  it.each([
    ['of real proposals', real],
    ['of hostile ones', hostileNegotiation()],
  ])('%s are its lines, told apart and not a sign changed', (_name, negotiation) => {
    const composite = buildComposite(negotiation);
    const lines = compositeLines(composite, negotiationWords('en'));
    const paragraphs = compositeParagraphs(composite, 'en');
    for (const [at, { text: line }] of lines.entries()) {
      const own = paragraphs.filter(({ row }) => row === composite.rows[at]);
      const told = own.map(
        ({ label, tokens }) =>
          `${label === null ? '' : `${label} `}${tokens.map((one) => one.text).join('')}`,
      );
      expect(told.join(' / ')).toBe(line);
    }
  });

  it('take only names of the negotiation for names', () => {
    const composite = buildComposite(real);
    const names = compositeParagraphs(composite, 'en').flatMap(({ tokens }) =>
      tokens.filter(({ kind }) => kind === 'names').map((one) => one.text),
    );
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect(name).toMatch(/^\{(?:base text|rcc|eur|arb)(?:, (?:rcc|eur|arb))*\}$/);
  });
});
