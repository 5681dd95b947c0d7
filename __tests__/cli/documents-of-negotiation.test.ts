import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itWithTool } from '../support/need-tool.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ADOPTED = ['--adopted', 'wtsa-64@wtsa-24/eur-38a12'];
const write = (format: string, ...args: string[]): string => {
  const file = join(folder, `${args[0] ?? ''}.${format}`);
  const { code, err } = runCli([...args, '--format', format, '-o', file]);
  expect([err, code]).toEqual([expect.not.stringContaining('bug'), 0]);
  return file;
};

describe('matrix, history, composite and outcome as documents', () => {
  it('are web pages with the words of the texts', () => {
    for (const args of [
      ['matrix', 'wtsa-64', 'wtsa-24'],
      ['composite', 'wtsa-64', 'wtsa-24'],
      ['outcome', 'wtsa-64', 'wtsa-24', ...ADOPTED],
      ['history', 'wtsa-64'],
    ])
      expect(readFileSync(write('html', ...args), 'utf8')).toContain('multistakeholder');
  });

  itWithTool('soffice')(
    'are opened by LibreOffice',
    () => {
      write('xlsx', 'matrix', 'wtsa-64', 'wtsa-24');
      write('xlsx', 'outcome', 'wtsa-64', 'wtsa-24', ...ADOPTED);
      write('xlsx', 'history', 'wtsa-64');
      write('docx', 'composite', 'wtsa-64', 'wtsa-24');
      const documents = readdirSync(folder).filter((name) => name.endsWith('x'));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', ...documents], {
        cwd: folder,
        timeout: 120_000,
      });
      expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual(
        documents.map((name) => name.replace(/\.\w+$/, '.pdf')),
      );
    },
    150_000,
  );

  itWithTool('pandoc')('a drafting group reads the consolidated text in the styles of ITU', () => {
    const file = write('docx', 'composite', 'wtsa-64', 'wtsa-24');
    const { stdout } = spawnSync('pandoc', ['-f', 'docx+styles', '-t', 'markdown', '--wrap=none', file], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/custom-style="Call"\}\n*recognizing/);
    expect(stdout).toMatch(/custom-style="Res_No"\}\n*RESOLUTION 64/);
    expect(stdout).toContain('**\\[**');
    expect(stdout).toContain('{base text, usa}');
  });

  it('are refused where a command has no such form, before any work', () => {
    expect(runCli(['composite', 'wtsa-64', 'wtsa-24', '--format', 'xlsx'])).toMatchObject({
      code: 2,
      err: 'clausewatch: no format "xlsx" here (there is text, json, markdown, html, docx)\n',
    });
  });
});
