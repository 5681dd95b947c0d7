import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, runJson } from '../support/run-cli.ts';

const CASE = 'fixtures/negotiate/en-01-community-networks';
const FILES = [
  '--base',
  `${CASE}/base.md`,
  ...['eur', 'rcc', 'afcp', 'usa'].flatMap((name) => ['--proposal', `${name}=${CASE}/${name}.md`]),
];

const inLibrary = <Result>(job: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
  mkdirSync(join(folder, 'resolutions'));
  try {
    return job(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('the negotiation on the command line', () => {
  it('prints the matrix of files and of the library in the shape of docs/json.md', () => {
    const files = runJson(['matrix', ...FILES]) as {
      proposals: { name: string; action: string }[];
      rows: { base: string | null }[];
    };
    expect(files).toMatchObject({ schema: 'clausewatch/matrix@1' });
    expect(files.proposals.map(({ name, action }) => [name, action])).toEqual([
      ['eur', 'MOD'],
      ['rcc', 'MOD'],
      ['afcp', 'MOD'],
      ['usa', 'NOC'],
    ]);
    expect(files.rows.filter(({ base }) => base !== null)).toHaveLength(26);
    expect(runJson(['matrix', 'wtsa-64', 'wtsa-24'])).toMatchObject({ schema: 'clausewatch/matrix@1' });
  });

  it('keeps the table within the width', () => {
    const { out, code } = runCli(['matrix', 'wtsa-64', 'wtsa-24']);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => Array.from(line).length > 100)).toEqual([]);
  });

  it('names the sources of the adopted words', () => {
    const { insertions } = runJson(['outcome', ...FILES, '--adopted', `${CASE}/adopted.md`]) as {
      insertions: { at: string; text: string; sources: string[] }[];
    };
    const found = insertions.find(({ text }) => text.includes('islands'));
    expect(found).toMatchObject({ at: 'resolves 2', sources: ['rcc', 'afcp'] });
  });

  it.each([
    ['matrix', 'wtsa-64', 'wtsa-24'],
    ['composite', 'wtsa-64', 'wtsa-24'],
    ['history', 'wtsa-47'],
    ['rebase', 'wtsa-64', 'wtsa-24', '--onto', 'wtsa-64@wtsa-24/eur-38a12'],
    ['campaigns'],
  ])('has text, Markdown and JSON, in French too: %s', (...args) => {
    const [text, markdown] = [runCli(args), runCli([...args, '--format', 'markdown', '--ui-lang', 'fr'])];
    expect([text.code, text.err, markdown.code, markdown.err]).toEqual([0, '', 0, '']);
    expect(markdown.out).toMatch(/^# /);
    expect(runJson(args)).toMatchObject({ schema: `clausewatch/${args[0]}@1` });
  });

  it('answers a meeting from the cache when nothing changed', () => {
    inLibrary((folder) => {
      const args = ['matrix', 'wtsa-24', '--library', folder];
      expect(runJson(args)).toMatchObject({ schema: 'clausewatch/meeting@1', cached: false });
      expect(runJson(args)).toMatchObject({ cached: true });
    });
  });

  it('remembers what the user follows and has seen', () => {
    inLibrary((folder) => {
      const args = ['following', '--library', folder];
      expect(runCli([...args, '--add', 'wtsa-64']).out).toContain('new since you last looked');
      runCli([...args, '--seen', '--status', 'wtsa-64@wtsa-24/rcc-40a7=withdrawn']);
      const { out } = runCli(args);
      expect(out).toContain('Nothing is new since you last looked.');
      expect(out).toMatch(/rcc-40a7 · MOD · withdrawn/);
      const state = join(folder, '.clausewatch', 'following.json');
      expect(existsSync(state)).toBe(true);
      expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({ follows: ['wtsa-64'] });
    });
  });

  it('says in one line what is wrong and what there is', () => {
    expect(runCli(['matrix', 'wtsa-64', 'wtsa-99'])).toMatchObject({
      code: 2,
      err: 'clausewatch: no proposal on wtsa-64 at "wtsa-99" (there is wtsa-24)\n',
    });
    expect(runCli(['history', 'wtsa-46']).code).toBe(2);
    expect(runCli(['outcome', 'wtsa-64', 'wtsa-24']).err).toContain('--adopted');
  });
});
