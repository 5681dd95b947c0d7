import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

const folders: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
  folders.push(folder);
  cpSync('resolutions', join(folder, 'resolutions'), { recursive: true });
});
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const EN = 'resolutions/wtsa-64/2022-geneva.en.md';
const FR = 'resolutions/wtsa-64/2022-geneva.fr.md';
const RCC = 'resolutions/wtsa-64/wtsa-24/rcc-40a7.en.md';

const change = (file: string, from: string | RegExp, to: string): void => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (before === after) throw new Error(`${file} does not hold ${String(from)}`);
  writeFileSync(path, after);
};

const problems = (...names: string[]): string[] => {
  const { code, out } = runCli(['validate', ...names, '--json'], { cwd: folder });
  const told = JSON.parse(out) as {
    schema: string;
    problems: { file: string; line: number; code: string; message: string }[];
  };
  expect(told.schema).toBe('clausewatch/validate@1');
  expect(code).toBe(told.problems.length === 0 ? 0 : 1);
  return told.problems.map((one) => `${one.file.replace('resolutions/', '')}:${one.line} ${one.code}`);
};

describe('validate', () => {
  it('finds nothing in the library that ships', () => {
    const { code, out, err } = runCli(['validate']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^\d\d files, 0 problems\n$/);
  });

  it('prints file, line, message and code', () => {
    change(RCC, 'base: 2022-geneva', 'base: 2022-genevva');
    const { code, out } = runCli(['validate'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toBe(
      `${RCC}:7: the base 2022-genevva is not in the library: did you mean 2022-geneva? (base-missing)\n`,
    );
  });

  it.each<readonly [what: string, file: string, from: string | RegExp, to: string, expected: readonly string[]]>([
    ['no base', RCC, /base: .*\n/, '', ['rcc-40a7.en.md:2 base-not-named']],
    ['NOC with clauses', RCC, 'action: MOD', 'action: NOC', ['rcc-40a7.en.md:6 action-with-clauses']],
    ['an unknown action', RCC, 'action: MOD', 'action: CHG', ['rcc-40a7.en.md:6 action-unknown']],
    ['MOD without clauses', 'resolutions/wtsa-64/wtsa-24/usa-45a3.en.md', /action: \w+/, 'action: MOD', ['usa-45a3.en.md:6 action-without-clauses']],
    ['a symbol of another file', RCC, 'RCC/40A7/1', 'RCC/41A7/1', ['rcc-40a7.en.md:5 symbol-path']],
    ['another sponsor', RCC, 'sponsor: RCC', 'sponsor: EUR', ['rcc-40a7.en.md:4 symbol-sponsor']],
    ['another meeting', RCC, 'meeting: wtsa-24', 'meeting: wtsa-20', ['rcc-40a7.en.md:8 meeting-path']],
    ['an unknown kind', RCC, 'kind: proposal', 'kind: propsal', ['rcc-40a7.en.md:2 kind-unknown']],
    ['a year of its own', EN, 'status: model', 'status: model\nyear: 2020', ['2022-geneva.en.md:4 year-differs']],
  ])('finds %s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(problems('resolutions/wtsa-64').map((one) => one.replace(/^.*\//, ''))).toEqual(expected);
  }); // prettier-ignore

  it('finds another number, and says so of the facts and the other language', () => {
    change(EN, '# RESOLUTION 64', '# RESOLUTION 65');
    const found = problems('resolutions/wtsa-64');
    expect(found).toContain('wtsa-64/2022-geneva.en.md:6 number-path');
    expect(found.some((one) => one.includes('2022-geneva.fr.md:6 version-number'))).toBe(true);
  });

  it('finds labels that jump or stand twice', () => {
    change(EN, /\nb\) /, '\nd) ');
    const found = problems('wtsa-64@2022-geneva:en');
    expect(found.every((one) => / (?:label-|heading-lost|not-canonical)/.test(one))).toBe(true);
    expect(found.some((one) => one.includes(' label-'))).toBe(true);
  });

  it('finds a reference that names no clause', () => {
    change(EN, /\n1 ([^\n]*)([;,])\n/, '\n1 $1, as set out in noting m) above$2\n');
    const [first, ...rest] = problems(EN);
    expect(rest).toEqual([]);
    expect(first).toMatch(/2022-geneva\.en\.md:\d+ reference-nowhere/);
  });

  it('finds a clause, a footnote mark and a depth that one language lacks, with both places', () => {
    change(FR, '[^1]', '');
    const { out } = runCli(['validate', 'wtsa-64@2022-geneva'], { cwd: folder });
    expect(out).toMatch(
      /2022-geneva\.fr\.md:\d+: \S+ \S+ has 0 footnote marks, in the other version 1 \(2022-geneva\.en\.md:\d+\) \(version-footnote\)\n/,
    );
    change(FR, /\nc\) [^\n]*\n\n/, '\n');
    expect(problems('wtsa-64@2022-geneva').some((one) => one.endsWith('version-clauses'))).toBe(true);
  });

  it('finds facts that do not fit the files', () => {
    change('resolutions/wtsa-64/resolution.yaml', 'year: 2016', 'year: 2017');
    change('resolutions/wtsa-64/resolution.yaml', 'en: IP address allocation', 'en: Address allocation');
    expect(problems('wtsa-64')).toEqual([
      'wtsa-64/resolution.yaml:4 facts-title',
      'wtsa-64/resolution.yaml:12 facts-place',
      'wtsa-64/resolution.yaml:12 facts-place',
    ]);
  });

  it('mends spacing and labels with --fix, and not a word', () => {
    const before = readFileSync(join(folder, EN), 'utf8');
    change(EN, /\nb\) /, '\n\n\n(b)   ');
    change(EN, '*recognizing*', '**recognizing**');
    expect(problems(EN)).toEqual(['wtsa-64/2022-geneva.en.md:14 not-canonical']);
    const mended = runCli(['validate', EN, '--fix'], { cwd: folder });
    expect(mended.code).toBe(0);
    expect(mended.err).toContain(`${EN}: written anew in canonical form`);
    expect(readFileSync(join(folder, EN), 'utf8')).toBe(before);
    expect(runCli(['validate', EN, '--fix'], { cwd: folder }).err).toBe('1 file, 0 problems\n');
  });

  it('does not write what it is not sure of', () => {
    change(EN, /\nb\) /, '\n\n(f)   ');
    const before = readFileSync(join(folder, EN), 'utf8');
    const { code } = runCli(['validate', EN, '--fix'], { cwd: folder });
    expect(code).toBe(1);
    expect(readFileSync(join(folder, EN), 'utf8')).toBe(before);
  });

  it('takes single files outside of a library, and says what is not there', () => {
    writeFileSync(join(folder, 'loose.en.md'), readFileSync(join(folder, EN), 'utf8'));
    expect(problems('loose.en.md')).toEqual([]);
    // A folder whose name looks like that of a resolution is none for that.
    cpSync(join(folder, EN), join(folder, 'elsewhere', 'my-drafts', 'loose.en.md'));
    expect(problems('elsewhere/my-drafts/loose.en.md')).toEqual([]);
    expect(runCli(['validate', 'nowhere/at-all.md'], { cwd: folder })).toMatchObject({ code: 2, out: '' });
    expect(runCli(['validate', 'wtsa-99'], { cwd: folder })).toMatchObject({ code: 2, out: '' });
  });

  it('finds a file that is no text for lack of a language', () => {
    writeFileSync(join(folder, 'resolutions/wtsa-64/2024-delhi.md'), '# RESOLUTION 64\n');
    expect(problems()).toEqual(['wtsa-64/2024-delhi.md:1 file-name']);
  });
});
