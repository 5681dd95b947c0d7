import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, runJson } from '../support/run-cli.ts';

const text = (items: readonly string[]): string =>
  [
    '# RESOLUTION 990 (Rev. Dubai, 2012)',
    '## Lamp identifiers',
    'The World Telecommunication Standardization Assembly (Dubai, 2012),',
    '*considering*',
    ...items.map((item, at) => `${String.fromCharCode(97 + at)}) ${item}`),
    '*resolves*',
    '1 to act upon considering c) above.',
  ].join('\n\n');

const ITEMS = ['that lamps matter;', 'that bridges are many;', 'that rivers are wide and deep,'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
  writeFileSync(join(folder, 'base.en.md'), text(ITEMS));
  writeFileSync(join(folder, 'revised.en.md'), text(ITEMS.slice(1)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cross-references in diff and check', () => {
  it('are in the JSON of both', () => {
    for (const command of ['diff', 'check']) {
      const { references } = runJson([command, 'base.en.md', 'revised.en.md'], { cwd: folder }) as {
        references: object[];
      };
      expect(references).toMatchObject([
        { kind: 'nowhere', path: 'resolves 1', label: 'c)', was: 'considering c)', now: null, suggestion: 'b)' },
      ]); // prettier-ignore
    }
  });

  it('are told in English and French', () => {
    const english = runCli(['diff', 'base.en.md', 'revised.en.md'], { cwd: folder });
    expect(english.out.replace(/\s+/g, ' ')).toContain(
      '"considering c) above": there is no c) any more; it named considering c), which is now considering b). Write "b)" for "c)".',
    );
    const french = runCli(['diff', 'base.en.md', 'revised.en.md', '--ui-lang', 'fr'], { cwd: folder });
    expect(french.out).toContain('Renvois');
  });
});
