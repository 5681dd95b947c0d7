import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, runJson } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
  for (const name of [
    '101-syn-rejected-en',
    '103-syn-flattened-docest-en',
    '104-syn-flattened-dropped-lines-en',
  ])
    copyFileSync(join('fixtures/import/texts', `${name}.txt`), join(folder, `${name.slice(0, 3)}.txt`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a copy with its tracked changes run together', () => {
  it.each(['103.txt', '104.txt'])(
    '%s is refused as a clean text, with what, where and what to do',
    (name) => {
      const { code, out, err } = runCli(['show', name], { cwd: folder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(
        /^clausewatch: 10[34]\.txt:\d+: .*run together: .*"HammametDubai".*ask for the Word file\)\n$/,
      );
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  it('is refused as a base', () => {
    expect(runCli(['diff', '103.txt', '101.txt'], { cwd: folder }).code).toBe(2);
  });

  it('is taken apart with the base it is compared with, and says so', () => {
    const { changes, warnings } = runJson(['diff', '101.txt', '103.txt'], { cwd: folder }) as {
      changes: { kind: string; base: string[]; revised: string[]; spans: { op: string; text: string }[] }[];
      warnings: { code: string; line: number }[];
    };
    const first = changes.find(({ revised }) => revised[0] === 'recognizing b)');
    expect(first?.spans.filter(({ op }) => op !== 'equal')).toEqual([
      { op: 'delete', text: 'accelerated' },
      { op: 'insert', text: 'orderly' },
    ]);
    expect(warnings.filter(({ code }) => code === 'unflattened')).toHaveLength(1);
    expect(warnings.filter(({ code }) => code === 'unflattened-uncertain').length).toBeGreaterThan(3);
  });

  it('is refused where without its insertions it is not the base', () => {
    const { code, err } = runCli(['diff', 'wtsa-64', '103.txt'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('without its insertions it is not wtsa-64');
  });
});
