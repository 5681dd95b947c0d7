import { describe, expect, it } from '@jest/globals';
import { joinSlices, reportSlices } from '../../../src/app/apart/slices.ts';
import type { Answer } from '../../../src/app/apart/answers.ts';
import { longReport, sampleReport } from '../../tui/sample-report.ts';

const sent = (answer: Answer): Answer => JSON.parse(JSON.stringify(answer)) as Answer;

describe.each([
  ['of every kind of change', sampleReport()],
  ['of 1,000 clauses', longReport(1_000)],
])('a report %s', (_, report) => {
  it('is the same after its journey in slices', () => {
    const join = joinSlices();
    const answers = [...reportSlices(report)].map(sent);
    const results = answers.map(join);
    expect(results.slice(0, -1).every((result) => result === null)).toBe(true);
    expect(results.at(-1)).toEqual(JSON.parse(JSON.stringify(report)));
  });
});

it('comes in small slices, so that a key can be answered in between', () => {
  const sizes = [...reportSlices(longReport(1_000))].map((answer) =>
    answer.kind === 'changes' ? answer.changes.length : 0,
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThanOrEqual(5);
});
