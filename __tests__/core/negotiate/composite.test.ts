import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unitsOf } from '../../../src/core/diff/units.ts';
import type { ComparedText } from '../../../src/core/model/report.ts';
import type { Resolution } from '../../../src/core/model/resolution.ts';
import { buildComposite, chooseText } from '../../../src/core/negotiate/build-composite.ts';
import { compositeLines } from '../../../src/core/negotiate/composite-lines.ts';
import { BASE_NAME } from '../../../src/core/negotiate/composite-types.ts';
import { newResolutionBase, readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { negotiationWords } from '../../../src/core/negotiate/strings.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { generatePair } from '../../support/generate-pair.ts';
import { negotiationCases } from './score-negotiation.ts';
import { negotiate } from './small-texts.ts';

const compared = (resolution: Resolution, action?: string): ComparedText => ({
  facts: { name: 'text', kind: 'proposal', isModel: true, ...(action === undefined ? {} : { action }) },
  resolution,
});

const plans = fc.record({
  seed: fc.nat(),
  language: fc.constantFrom('en', 'fr', 'ru', 'zh'),
  clauses: fc.integer({ min: 0, max: 16 }),
  amended: fc.constantFrom(0, 0.2, 0.5),
  moves: fc.nat(2),
  splits: fc.nat(2),
  merges: fc.nat(2),
  added: fc.nat(2),
  deleted: fc.nat(2),
  runs: fc.nat(1),
  crossings: fc.nat(1),
  headings: fc.nat(2),
  duplicates: fc.nat(2),
  bis: fc.nat(1),
});

const linesOf = (resolution: Resolution) =>
  unitsOf(resolution).map(({ unit, label, text }) => ({ unit, label, text }));

const RUNS = Number(process.env.FC_RUNS ?? 25);

describe('the consolidated text', () => {
  it('gives the text of each sponsor, and the base, when that one is chosen', () => {
    fc.assert(
      fc.property(plans, fc.nat(50), fc.nat(50), (plan, one, other) => {
        const [base, first] = generatePair(plan).trees;
        const second = generatePair({ ...plan, amended: 0.3, moves: one % 3, added: other % 3 }).trees[1];
        const third = generatePair({ ...plan, seed: plan.seed + 1 }).trees[1];
        const tabled = [first, second, third].map((resolution, at) => ({
          name: `p${at}`,
          text: compared(resolution),
          notes: [],
        }));
        const sup = { name: 'sup', text: compared(first, 'SUP'), notes: [] };
        // A new resolution beside amendments touches nothing of the base.
        const add = { name: 'add', text: compared(second, 'ADD'), notes: [] };
        const noc = { name: 'noc', text: compared(base, 'NOC'), notes: [] };
        const negotiation = readNegotiation(compared(base), [...tabled, sup, noc, add], CORE_PACK);
        const composite = buildComposite(negotiation);
        expect(chooseText(composite, BASE_NAME)).toEqual(linesOf(base));
        for (const { name, resolution, action } of negotiation.proposals)
          if (action !== 'ADD') expect(chooseText(composite, name)).toEqual(linesOf(resolution));
      }),
      { numRuns: RUNS },
    );
  });

  const text = (clause: string) =>
    compared(
      parseMarkdown(
        `# RESOLUTION 200 (Geneva, 2022)\n\n## Title\n\n*resolves*\n\n1 ${clause};\n\n2 that the report be published`,
      ),
    );
  const lines = (...clauses: string[]) => {
    const base = text('to study the cost of access in rural areas');
    const tabled = clauses.map((clause, at) => ({ name: `p${at}`, text: text(clause), notes: [] }));
    const composite = buildComposite(readNegotiation(base, tabled, CORE_PACK));
    return compositeLines(composite, negotiationWords('en')).map((line) => line.text);
  };

  it('writes what all propose once, without brackets', () => {
    const same = 'to study, each year, the cost of access in rural areas';
    expect(lines(same, same)).toContain(`1 ${same};`);
  });

  it('puts the option of most sponsors first and names them', () => {
    const [a, b] = [
      'to measure the cost of access in rural areas',
      'to regulate the cost of access in rural areas',
    ];
    expect(lines(a, b, b)).toContain(
      '1 to [regulate {p1, p2} / measure {p0} / study {base text}] the cost of access in rural areas;',
    );
  });

  it('tells what moved from what is deleted and put in, with those who moved it', () => {
    const list = ['to study the cost of access', 'to keep the list of registries', 'to publish all reports'];
    const [first = '', second = '', third = ''] = list;
    const composite = buildComposite(
      negotiate(list, [second, third, first], [second, third, first], [second, third]),
    );
    const told = compositeLines(composite, negotiationWords('en')).map((line) => line.text);
    expect(told).toContain(
      '[moved to resolves 3 {a, b}] / [delete {c}] / [1 to study the cost of access; {base text}]',
    );
    expect(told).toContain(
      '[moved from resolves 1: 3 to study the cost of access. {a, b}] / [– {base text}]',
    );
  });

  it('has a new resolution as nothing but what is put in', () => {
    const fresh = compared(parseMarkdown('*resolves*\n\n1 to begin;\n\n2 to end.'), 'ADD');
    const base = newResolutionBase(fresh);
    const composite = buildComposite(
      readNegotiation(base, [{ name: 'a', text: fresh, notes: [] }], CORE_PACK),
    );
    expect(chooseText(composite, 'a')).toEqual(linesOf(fresh.resolution));
    expect(chooseText(composite, BASE_NAME)).toEqual([]);
  });

  it.each(negotiationCases() ?? [])('holds the law on $name', ({ negotiation }) => {
    const composite = buildComposite(negotiation);
    for (const { name, resolution } of negotiation.proposals)
      expect(chooseText(composite, name)).toEqual(linesOf(resolution));
  });
});
