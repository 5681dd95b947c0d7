import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The commands of the README's tour and the lines it says they print ("…" stands for anything). */
const readme = readFileSync('README.md', 'utf8');
const tour = readme.slice(readme.indexOf('## A tour in five minutes'));
const blocks = [...tour.matchAll(/```console\n([^]*?)```/g)].map((found) => found[1] ?? '');

const steps = blocks.flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [command = '', ...printed] = step.trimEnd().split('\n');
      return { command: command.replaceAll('npx clausewatch', 'clausewatch'), printed };
    }),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-tour-'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(resolve('dist/cli.js'), join(folder, 'bin', 'clausewatch'));
  writeFileSync(join(folder, 'letter.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the tour of the README', () => {
  it('has steps', () => expect(steps.length).toBeGreaterThanOrEqual(6));

  it.each(steps)('$command', ({ command, printed }) => {
    const { stdout, stderr, status } = spawnSync('bash', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        LANG: 'C',
        PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
    });
    const wantsFailure = command.includes('--fail-on');
    expect({ command, status, stderr }).toMatchObject({ status: wantsFailure ? 1 : 0 });
    const got = squeeze(stdout);
    for (const line of printed.map(squeeze).filter((one) => one !== '' && one !== '…')) {
      for (const piece of line.split('…').map(squeeze)) expect(got).toContain(piece);
    }
  });
});
