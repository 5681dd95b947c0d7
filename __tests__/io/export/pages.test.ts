import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { ComparedText } from '../../../src/core/model/report.ts';
import { readNegotiation } from '../../../src/core/negotiate/negotiation.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { readTextFile } from '../../support/library-cases.ts';
import { itWithTool } from '../../support/need-tool.ts';
import { redlineCases } from '../../support/redline-cases.ts';
import { annotatedReport } from '../../support/redline-check.ts';
import { htmlReport } from '../../../src/io/export/html/html-report.ts';
import { everyFormat } from './every-format.ts';

const FOLDER = 'resolutions/wtsa-64';

const text = (name: string): ComparedText => ({
  facts: { name, kind: 'proposal', isModel: true },
  resolution: readTextFile(join(FOLDER, `${name}.en.md`)),
});

/** Every page of the shipped texts, and a comparison of Arabic ones. */
const pages = (): ReadonlyMap<string, string> => {
  const base = text('2022-geneva');
  const tabled = ['rcc-40a7', 'eur-38a12', 'arb-36a9'].map((name) => ({
    name: name.slice(0, 3),
    text: text(`wtsa-24/${name}`),
    notes: [],
  }));
  const revised = tabled[0]?.text ?? base;
  const made = everyFormat(
    {
      report: annotatedReport(base.resolution, revised.resolution),
      negotiation: readNegotiation(base, tabled, CORE_PACK),
      revisions: [
        { text: text('2012-dubai'), year: 2012 },
        { text: base, year: 2022 },
      ],
      words: ['Kenya'],
    },
    'en',
  );
  const found = new Map<string, string>();
  for (const [name, data] of made)
    if (name.endsWith('.html') && typeof data === 'string') found.set(name, data);
  const arabic = redlineCases({ seeds: 1 }).find(({ name }) => name === 'generated ar 1');
  if (arabic !== undefined)
    found.set('arabic.html', htmlReport(annotatedReport(arabic.base, arabic.revised), 'fr'));
  return found;
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = async (context: BrowserContext, page: Page): Promise<unknown> => {
  const session = await context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `${axe};0` });
  return page.evaluate(
    'axe.run(document).then((r) => r.violations.map((v) => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 120)]))',
  );
};

describe('the web pages in a browser', () => {
  itWithTool('chromium')(
    'are accessible and fit, in light and dark, on a desk and a phone; paper shows all',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pages-'));
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        for (const [name, data] of pages()) {
          const file = join(folder, name);
          writeFileSync(file, data);
          for (const [width, colorScheme] of [
            [1300, 'light'],
            [1300, 'dark'],
            [390, 'light'],
          ] as const) {
            const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
            const page = await context.newPage();
            await page.goto(`file://${file}`);
            const fits = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
            expect([name, width, fits]).toEqual([name, width, true]);
            expect([name, colorScheme, await violations(context, page)]).toEqual([name, colorScheme, []]);
            await page.emulateMedia({ media: 'print' });
            expect([name, await page.locator('form:visible').count()]).toEqual([name, 0]);
            await context.close();
          }
        }
      } finally {
        await browser.close();
        rmSync(folder, { recursive: true });
      }
    },
    240_000,
  );

  itWithTool('chromium')(
    'are worked by keyboard: filters of the review, proposals of the matrix',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pages-'));
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--headless', '--no-sandbox'],
      });
      try {
        const found = pages();
        const open = async (name: string): Promise<Page> => {
          writeFileSync(join(folder, name), found.get(name) ?? '');
          const page = await browser.newPage({ viewport: { width: 1300, height: 800 } });
          await page.goto(`file://${join(folder, name)}`);
          return page;
        };
        const review = await open('review.html');
        const all = await review.locator('article:visible').count();
        await review.locator('input[value=changed]').focus();
        await review.keyboard.press('ArrowRight');
        expect(await review.evaluate('document.activeElement.value')).toBe('flagged');
        expect(await review.locator('article:visible').count()).toBeLessThan(all);
        await review.locator('form summary').focus();
        await review.keyboard.press('Enter');
        await review.locator('input[name=part][value=preamble]').focus();
        await review.keyboard.press('Space');
        expect(await review.locator('section[data-part=operative]:visible').count()).toBe(0);
        // A clause that the filters hide is shown when it is asked for, and has the focus.
        await review.locator('.worst a', { hasText: /^resolves 3$/ }).focus();
        await review.keyboard.press('Enter');
        await review.waitForFunction('document.activeElement.tagName === "ARTICLE"');
        expect(await review.locator('article:focus h3').textContent()).toBe('resolves 3');

        const matrix = await open('matrix.html');
        await matrix.locator('input[name=who]').first().focus();
        await matrix.keyboard.press('Space');
        expect(await matrix.locator('thead th:visible').allTextContents()).toEqual(['Path', 'rcc (MOD)']);
        await matrix.locator('input[value=clash]').check();
        const clashes = await matrix.locator('tbody tr:visible').count();
        expect(clashes).toBeGreaterThan(0);
        await matrix.locator('input[value=all]').check();
        expect(await matrix.locator('tbody tr:visible').count()).toBeGreaterThan(clashes);
      } finally {
        await browser.close();
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
