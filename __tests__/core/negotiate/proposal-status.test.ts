import { describe, expect, it } from '@jest/globals';
import { buildOutcome } from '../../../src/core/negotiate/build-outcome.ts';
import { statusesFrom } from '../../../src/core/negotiate/proposal-status.ts';
import { readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { textOf } from './small-texts.ts';

const BASE = ['to study the cost of access in rural areas', 'to publish the results of the surveys'];
const STUDIED = ['to study and compare the cost of access in rural areas', BASE[1] ?? ''];
const FREE = [BASE[0] ?? '', 'to publish the results of the surveys without charge'];

const statuses = (adopted: readonly string[]) => {
  const tabled = (name: string, clauses: readonly string[], action?: string) => ({
    name,
    text: textOf(clauses, action),
    notes: [],
  });
  const negotiation = readNegotiation(
    textOf(BASE),
    [
      tabled('study', STUDIED),
      tabled('free', FREE),
      tabled('both', [STUDIED[0] ?? '', FREE[1] ?? '']),
      tabled('noc', BASE, 'NOC'),
      tabled('sup', BASE, 'SUP'),
    ],
    CORE_PACK,
  );
  return Object.fromEntries(statusesFrom(buildOutcome(negotiation, textOf(adopted), CORE_PACK)));
};

describe('what became of a proposal, by the adopted text', () => {
  it('is adopted whole, merged in part, or not adopted', () => {
    expect(statuses(STUDIED)).toEqual({
      study: 'adopted',
      free: 'not-adopted',
      both: 'merged',
      noc: 'not-adopted',
      sup: 'not-adopted',
    });
  });

  it('has no change adopted where nothing changed', () => {
    expect(statuses(BASE)).toMatchObject({ noc: 'adopted', study: 'not-adopted', sup: 'not-adopted' });
  });

  it('has a suppression adopted where nothing is left', () => {
    expect(statuses([])).toMatchObject({ sup: 'adopted', study: 'not-adopted', noc: 'not-adopted' });
  });
});
