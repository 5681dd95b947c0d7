import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { briefMarkdown } from '../../../src/io/export/brief-markdown.ts';
import { markdownDocx } from '../../../src/io/export/docx/markdown-docx.ts';
import { htmlReport } from '../../../src/io/export/html/html-report.ts';
import { fillTemplate } from '../../../src/io/export/letter/fill-template.ts';
import { notesText } from '../../../src/io/export/notes-text.ts';
import { sarifLog } from '../../../src/io/export/sarif.ts';
import { csvFile } from '../../../src/io/export/tables/csv-file.ts';
import { issueList } from '../../../src/io/export/tables/issue-list.ts';
import { issueSheets } from '../../../src/io/export/tables/issue-sheets.ts';
import { xlsxFile } from '../../../src/io/export/tables/xlsx-file.ts';
import { itWithTool } from '../../support/need-tool.ts';
import { HOSTILE, hostileReport } from './hostile-report.ts';

const report = hostileReport();
const DEAD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

describe('hostile text in every field', () => {
  it('reaches no text alive', () => {
    const sarif = JSON.stringify(
      sarifLog(report, 'en', { files: { base: null, revised: 'a b.md' }, version: '1' }),
    );
    for (const text of [
      htmlReport(report, 'en'),
      csvFile(issueList(report, 'fr')),
      notesText(report, 'en'),
      briefMarkdown(report, 'en'),
    ])
      expect(text).not.toMatch(DEAD);
    expect(sarif).not.toMatch(/\u202E|\u001B/);
    expect(sarif).toContain('a%20b.md');
  });

  it('is no markup in Markdown', () => {
    const brief = briefMarkdown(report, 'en');
    expect(brief).not.toMatch(/(?<!\\)<script|(?<!\\)<img|(?<!\\)!\[x\]/);
    const letter = fillTemplate('{from}\n\n{concerns}', {
      from: '# <b>x</b> [l](javascript:a)',
      concerns: [...HOSTILE],
    });
    expect(letter).not.toMatch(/(?<!\\)<\w|(?<!\\)!?\[x\]/);
    expect(letter.startsWith('\\#')).toBe(true);
    expect(
      strFromU8(unzipSync(markdownDocx(letter, 'x', 'en'))['word/document.xml'] ?? new Uint8Array()),
    ).not.toContain('<b>');
  });

  it('is no formula in a spreadsheet', () => {
    for (const row of issueList(report, 'en').rows) {
      const line = csvFile({ columns: [], rows: [row] });
      for (const cell of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g))
        expect((cell[1] ?? cell[2] ?? '').trim()).not.toMatch(/^[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]/u);
    }
    const parts = unzipSync(xlsxFile(issueSheets(report, 'en')));
    for (const [name, bytes] of Object.entries(parts)) {
      expect([name, strFromU8(bytes)]).toEqual([name, expect.not.stringMatching(/<f[ >]/)]);
      expect(strFromU8(bytes)).not.toContain('<script>');
    }
  });

  itWithTool('localc')(
    'is opened by LibreOffice Calc as text',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
      try {
        writeFileSync(join(folder, 'issues.xlsx'), xlsxFile(issueSheets(report, 'en')));
        spawnSync(
          'localc',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'csv',
            '--outdir',
            folder,
            join(folder, 'issues.xlsx'),
          ],
          { timeout: 90_000 },
        );
        const csv = readFileSync(join(folder, 'issues.csv'), 'utf8');
        expect(csv).toContain('=cmd|');
        expect(csv.startsWith('Path,')).toBe(true);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

const CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('the web page in a browser', () => {
  itWithTool('chromium')(
    'runs nothing of the texts, asks for nothing, filters, and is accessible',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'page-'));
      const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM });
      try {
        const file = join(folder, 'page.html');
        writeFileSync(file, htmlReport(report, 'en'));
        for (const [width, colorScheme] of [
          [1280, 'light'],
          [1280, 'dark'],
          [390, 'light'],
        ] as const) {
          const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
          const page = await context.newPage();
          const [requests, dialogs]: string[][] = [[], []];
          page.on('request', (request) => requests?.push(request.url()));
          page.on('dialog', (dialog) => {
            dialogs?.push(dialog.message());
            void dialog.dismiss();
          });
          await page.goto(`file://${file}`);
          await page.getByLabel('flagged clauses').check();
          expect(await page.getByRole('status').textContent()).toMatch(/^1 of \d+ shown$/);
          await page.getByLabel('every clause').check();
          await page.getByLabel('inline').check();
          expect(await page.locator('.side').first().isVisible()).toBe(false);
          // By keyboard alone: the first stop is the way past the head.
          await page.reload();
          await page.keyboard.press('Tab');
          expect(await page.evaluate('document.activeElement.className')).toBe('skip');
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
          const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
          const session = await context.newCDPSession(page);
          await session.send('Runtime.evaluate', { expression: `${axe};0` });
          expect(await page.evaluate('axe.run(document).then((r) => r.violations.map((v) => v.id))')).toEqual(
            [],
          );
          expect(dialogs).toEqual([]);
          expect(requests?.filter((url) => url !== `file://${file}`)).toEqual([]);
          await context.close();
        }
      } finally {
        await browser.close();
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
