import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { chromium } from 'playwright-core';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { itWithTool } from '../../support/need-tool.ts';
import { everyFormat } from './every-format.ts';
import { HOSTILE, hostileNegotiation, hostileReport, hostileRevisions } from './hostile-report.ts';

const materials = {
  report: hostileReport(),
  negotiation: hostileNegotiation(),
  revisions: hostileRevisions(),
  words: HOSTILE,
};
const files = [...(['en', 'fr'] as const)].flatMap((language) =>
  [...everyFormat(materials, language)].map(([name, data]) => ({ name: `${language}-${name}`, data })),
);
const ending = (wanted: string) => files.filter(({ name }) => name.endsWith(wanted));
const DEAD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

const textsOf = (data: string | Uint8Array): readonly (readonly [string, string])[] =>
  typeof data === 'string'
    ? [['', data]]
    : Object.entries(unzipSync(data)).map(([part, bytes]) => [part, strFromU8(bytes)] as const);

const wordsOf = (node: Nodes): string =>
  'children' in node ? node.children.map(wordsOf).join('') : 'value' in node ? node.value : '';

/** An address that is written out and leads where it says. */
const isPlainAddress = (node: Nodes): boolean =>
  node.type === 'link' &&
  /^(?:https?:\/\/|mailto:)/.test(node.url) &&
  node.url.replace(/^mailto:/, '') === wordsOf(node);

/** Everything in a Markdown document that is more than words. */
const alive = (node: Nodes): string[] => {
  const own = ['html', 'link', 'image', 'linkReference', 'imageReference', 'definition'].includes(node.type);
  return [
    ...(own && !isPlainAddress(node) ? [node.type] : []),
    ...('children' in node ? node.children.flatMap(alive) : []),
  ];
};

describe('hostile text in every field of everything that is written', () => {
  it.each(files.map(({ name, data }) => [name, data] as const))(
    '%s holds no dead or hidden character',
    (_name, data) => {
      for (const [part, text] of textsOf(data)) expect([part, DEAD.exec(text)]).toEqual([part, null]);
    },
  );

  it.each(ending('.md').map(({ name, data }) => [name, String(data)] as const))(
    '%s is words and nothing else',
    (_name, text) => {
      expect(alive(unified().use(remarkParse).use(remarkGfm).parse(text))).toEqual([]);
    },
  );

  it.each([...ending('.docx'), ...ending('.xlsx')].map(({ name, data }) => [name, data] as const))(
    '%s is well-formed, has no field, no formula, and points nowhere',
    (_name, data) => {
      for (const [part, text] of textsOf(data)) {
        const found: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', ({ name, attributes }) => {
          if (/^(?:w:instrText|w:fldSimple|w:hyperlink|w:object|w:altChunk|f|hyperlink)$/.test(name))
            found.push(name);
          if (attributes.TargetMode !== undefined) found.push(`to ${attributes.Target ?? ''}`);
        });
        parser.write(text).close();
        expect([part, found]).toEqual([part, []]);
      }
    },
  );

  it('begins no line of a calendar', () => {
    for (const { data } of ending('.ics'))
      for (const line of String(data).trimEnd().split('\r\n'))
        expect(line).toMatch(
          /^(?: |BEGIN:|END:|VERSION:|PRODID:|UID:|DTSTAMP:|DTSTART;|DTEND;|SUMMARY:|LOCATION:|DESCRIPTION:|TRANSP:|ACTION:|TRIGGER:)/,
        );
  });

  itWithTool('chromium')(
    'runs nothing in a browser, on any page, and asks for nothing',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pages-'));
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        for (const { name, data } of ending('.html')) {
          const file = join(folder, name);
          writeFileSync(file, data);
          const page = await browser.newPage();
          const [requests, dialogs]: string[][] = [[], []];
          page.on('request', (request) => requests?.push(request.url()));
          page.on('dialog', (dialog) => {
            dialogs?.push(dialog.message());
            void dialog.dismiss();
          });
          await page.goto(`file://${file}`);
          expect([
            name,
            await page.locator('script:not(:last-child), iframe, img, svg[onload]').count(),
          ]).toEqual([name, 0]);
          expect([name, dialogs, requests?.filter((url) => url !== `file://${file}`)]).toEqual([
            name,
            [],
            [],
          ]);
          await page.close();
        }
      } finally {
        await browser.close();
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
