/** Figures of the matrix and the outcome on the negotiations: node scripts/run.mjs bench/negotiations.ts [folder] */
import { negotiationCases, scoreNegotiation } from '../__tests__/core/negotiate/score-negotiation.ts';

const cases = negotiationCases(process.argv[2] ?? 'fixtures/negotiate');
if (cases === null) console.log('no such folder: nothing measured');
else {
  for (const one of cases) {
    const { faults, ...figures } = scoreNegotiation(one);
    console.log(one.name, JSON.stringify(figures));
    for (const fault of faults) console.log(`  ${fault}`);
  }
}
