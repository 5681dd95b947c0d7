import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli, runJson } from '../support/run-cli.ts';

const PAIR = ['wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'];
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'export-'));
  mkdirSync(join(cwd, 'resolutions'));
  cpSync(resolve('resolutions'), join(cwd, 'resolutions'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const env = { CLAUSEWATCH_AUTHOR: 'Ana' };
const cli = (...args: string[]) => runCli(args, { cwd, env });

describe('notes, export and letter on the command line', () => {
  it('adds a note, shows it, settles it, exports it', () => {
    const added = cli(
      'notes',
      'add',
      ...PAIR,
      '--on',
      'resolves 3',
      '--stance',
      'oppose',
      '--comment',
      'Too wide',
    );
    expect(added).toMatchObject({ code: 0, err: '' });
    const id = added.out.slice(0, 8);
    expect(cli('notes', 'edit', ...PAIR, id, '--counter', 'to study').code).toBe(0);
    expect(cli('notes', 'resolve', ...PAIR, id).code).toBe(0);
    const { notes } = runJson(['notes', 'list', ...PAIR], { cwd, env }) as {
      readonly notes: readonly object[];
    };
    expect(notes).toMatchObject([
      { comment: 'Too wide', counterText: 'to study', resolved: true, author: 'Ana' },
    ]);
    expect(cli('export', ...PAIR, '--format', 'brief').out).toContain('We oppose');
    expect(cli('export', ...PAIR, '--format', 'text').out).toContain('Too wide');
  });

  it('writes bytes of Word and Excel whole, and takes its own redline back without doubling a note', () => {
    for (const format of ['docx', 'xlsx']) {
      expect(cli('export', ...PAIR, '--format', format, '-o', `out.${format}`).code).toBe(0);
      expect(
        readFileSync(join(cwd, `out.${format}`))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    expect(cli('notes', 'import', ...PAIR, 'out.docx').out).toMatch(/^0 added/);
    expect(cli('diff', 'out.docx').code).toBe(0);
  });

  it('points its SARIF at lines of the library', () => {
    const log = JSON.parse(cli('check', ...PAIR, '--format', 'sarif').out) as {
      runs: [
        {
          results: [
            {
              locations: [
                { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } },
              ];
            },
          ];
        },
      ];
    };
    const { artifactLocation, region } = log.runs[0].results[0].locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe('resolutions/wtsa-64/wtsa-24/rcc-40a7.en.md');
    expect(region.startLine).toBeGreaterThan(1);
  });

  it('writes the letter in both languages and a meeting as a calendar', () => {
    expect(cli('letter', 'wtsa-24', '--country', 'Kenya').out).toContain(
      'government of Kenya prepares for the World Telecommunication Standardization Assembly (WTSA-24)',
    );
    expect(cli('letter', ...PAIR, '--ui-lang', 'fr').out).toContain('16 septembre 2024');
    expect(cli('export', 'wtsa-24', '--format', 'ics').out).toContain('DTSTART;VALUE=DATE:20240916');
    expect(cli('export', 'nowhere-1', '--format', 'ics').code).toBe(2);
  });
});
