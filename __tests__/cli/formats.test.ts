import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { itWithTool } from '../support/need-tool.ts';
import { runJson } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-formats-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutFrontMatter = (path: string): string =>
  readFileSync(path, 'utf8').replace(/^---\n[^]*?\n---\n+/, '');

const run = (program: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};

const TEXTS = ['wtsa-64/2022-geneva.en', 'wtsa-47/2012-dubai.fr'];

/** The shipped text as another program writes it, compared with itself: nothing may have changed. */
const unchangedAs = (text: string, format: string): void => {
  const original = resolve('resolutions', `${text}.md`);
  const name = text.replace('/', '-');
  const { summary } = runJson(['diff', original, join(folder, `${name}.${format}`)]) as {
    summary: Record<string, number>;
  };
  expect(Object.keys(summary)).toEqual(['unchanged']);
};

describe('one text in several formats is one text', () => {
  const withPandoc = itWithTool('pandoc');
  const withOffice = itWithTool('soffice');

  withPandoc('as Word files and web pages that pandoc writes', () => {
    for (const text of TEXTS) {
      const name = text.replace('/', '-');
      writeFileSync(join(folder, `${name}.src.md`), withoutFrontMatter(join('resolutions', `${text}.md`)));
      // "a)" at the start of a paragraph is a label here, not a list.
      const from = ['-f', 'markdown-fancy_lists', `${name}.src.md`];
      run('pandoc', [...from, '-o', `${name}.docx`]);
      run('pandoc', [...from, '-s', '--metadata', 'title=x', '-o', `${name}.html`]);
      unchangedAs(text, 'docx');
      unchangedAs(text, 'html');
    }
  });

  withOffice('as a PDF that LibreOffice prints', () => {
    for (const text of TEXTS) {
      const name = text.replace('/', '-');
      run('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        `${name}.docx`,
      ]);
      unchangedAs(text, 'pdf');
    }
  });
});
