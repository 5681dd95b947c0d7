import type { Report } from '../../src/core/model/report.ts';
import type { Sketch } from './report-builder.ts';
import { buildReport, flagOn } from './report-builder.ts';

const same = (label: string, text: string): Sketch => ({
  kind: 'unchanged',
  base: label,
  revised: label,
  text,
});

const LETTERS = Array.from({ length: 13 }, (_, nth) => String.fromCharCode(97 + nth));

/** A comparison with every kind of change in it; invented wording. */
export function sampleReport(): Report {
  return buildReport(
    [
      {
        heading: 'considering',
        part: 'preamble',
        changes: [
          same(
            'a)',
            'that the purposes of the Union include the promotion of efficient telecommunication services;',
          ),
          same('b)', 'the importance of affordable access in developing countries,'),
        ],
      },
      {
        heading: 'resolves',
        changes: [
          {
            kind: 'edited',
            base: '1',
            revised: '1',
            text: 'that Member States [-shall-]{+should+} report annually to the Council on the measures taken to implement this Resolution[-, and-]{+, where appropriate, and+} on the resources allocated;',
          },
          {
            kind: 'added',
            base: null,
            revised: '2',
            text: '{+that administrative costs shall be borne by the requesting Member State;+}',
          },
          { kind: 'renumbered', base: '2', revised: '3', text: 'that the Director of TSB present a report;' },
          {
            kind: 'deleted',
            base: '4',
            revised: null,
            text: '[-that the Secretary-General convene a meeting each year;-]',
          },
          {
            kind: 'moved',
            base: '2',
            revised: '4',
            from: 'invites Member States',
            text: 'to share {+openly +}what they measured;',
          },
        ],
      },
      {
        heading: 'noting',
        part: 'preamble',
        changes: LETTERS.map((letter) =>
          same(
            `${letter})`,
            `that measurement ${letter} has been carried out and its results were published;`,
          ),
        ),
      },
      {
        heading: 'instructs the Director of the Telecommunication Standardization Bureau',
        changes: [
          {
            kind: 'split',
            base: '1',
            revised: ['1', '2'],
            text: 'to publish the list of measures[- and-]{+;\n+} to submit a report to TSAG;',
          },
          {
            kind: 'merged',
            base: ['2', '3'],
            revised: '3',
            text: 'to help administrations[-;\n-]{+ and+} to train engineers,',
          },
          {
            kind: 'editorial',
            base: '4',
            revised: '4',
            text: 'to recall Resolution 9 (Rev. [-Dubai, 2018-]{+Bucharest, 2022+}),',
          },
        ],
      },
      {
        heading: 'invites Member States',
        changes: [
          same('1', 'to take part in the work;'),
          { kind: 'renumbered', base: '3', revised: '2', text: 'to contribute to this work;' },
        ],
      },
    ],
    {
      flags: [
        flagOn({ base: ['resolves 1'], revised: ['resolves 1'] }, { label: 'weakened-multistakeholder' }),
        flagOn(
          { revised: ['resolves 1'] },
          { label: 'limiter-added', polarity: 'green', severity: 'note', score: 2 },
        ),
        flagOn({ revised: ['resolves 2'] }, { label: 'mandate-expansion', severity: 'watch', score: 3 }),
        flagOn({ base: ['resolves 4'] }, { label: 'limiter-removed', severity: 'serious', score: 5 }),
        flagOn(
          { revised: ['resolves 4'] },
          { label: 'transparency-added', polarity: 'green', severity: 'note', score: 1 },
        ),
      ],
    },
  );
}

/** A long report, for speed and for folding. */
export function longReport(clauses: number): Report {
  const words =
    'that the results of the measurements be placed at the disposal of all those who wish to study them, without charge and in a form that lends itself to further use';
  const changes = Array.from({ length: clauses }, (_, nth): Sketch => {
    const label = `${nth + 1}`;
    if (nth % 3 === 1)
      return {
        kind: 'edited',
        base: label,
        revised: label,
        text: `${words}, [-annually-]{+every two years+} (${label});`,
      };
    return same(label, `${words} (${label});`);
  });
  return buildReport([{ heading: 'resolves', changes }]);
}
