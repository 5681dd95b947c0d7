import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Resolution } from '../../../src/core/model/resolution.ts';
import { buildResolution } from '../../../src/core/parse/build-resolution.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { treeUnits, unitKey } from '../../../src/core/parse/tree-units.ts';
import { redlineDocx } from '../../../src/io/export/docx/redline.ts';
import { plainText } from '../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../src/io/import/docx/resolve-changes.ts';
import { itWithTool } from '../../support/need-tool.ts';
import { redlineCases } from '../../support/redline-cases.ts';
import { annotatedReport, pandocLines, plainLines, wordLines } from '../../support/redline-check.ts';
import { hostileReport } from './hostile-report.ts';

const cases = redlineCases({ seeds: 1 });

const documentXml = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

const textOf = (lines: readonly string[]): Resolution =>
  parseMarkdown(
    ['# RESOLUTION 99 (Rev. Geneva, 2022)', '## A title', 'The Assembly,', '*resolves*', ...lines].join(
      '\n\n',
    ),
  );

const LONG = 'that the exchange of information between networks be studied further by all who run them';
const MORE = 'that the outcome of these studies be published each year for the benefit of administrations';

describe('the redline', () => {
  it.each(cases.map((one) => [one.name, one] as const))(
    '%s: both texts come out of it',
    (_name, { base, revised, isClear }) => {
      const document = readDocx(redlineDocx(annotatedReport(base, revised), 'en'));
      for (const [mode, text] of [
        ['reject', base],
        ['accept', revised],
      ] as const) {
        const lines = plainText(document, mode).split('\n');
        const own = lines.filter((line) => line !== '' && !/^\[\^\d+\]: /.test(line));
        // A reader numbers the footnotes by their ids; their labels are compared with the tree below.
        const unlabelled = (line: string): string => line.replace(/\[\^[^\]\s]+\]/g, '[^]');
        expect(own.map(unlabelled)).toEqual(
          wordLines(text)
            .filter((line) => line !== '')
            .map(unlabelled),
        );
        if (!isClear) continue;
        const tree = buildResolution(resolveChanges(document, mode), { language: text.language });
        const said = (resolution: Resolution): string[] =>
          treeUnits(resolution).flatMap((unit) =>
            unit.kind === 'clause' ? [unitKey({ ...unit, clause: { ...unit.clause, marks: [] } })] : [],
          );
        expect(said(tree)).toEqual(said(text));
      }
    },
  );

  it('is the same bytes every time', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('no case');
    const report = annotatedReport(one.base, one.revised);
    expect(Buffer.from(redlineDocx(report, 'fr')).equals(Buffer.from(redlineDocx(report, 'fr')))).toBe(true);
  });

  it('carries flags and notes as comments, and hostile text as text', () => {
    const report = hostileReport();
    const document = readDocx(redlineDocx(report, 'en'));
    expect(document.comments.map(({ author }) => author)).toContain('Clausewatch');
    expect(document.comments.some(({ text }) => text.includes('<script>'))).toBe(true);
    const all = JSON.stringify(document.blocks) + JSON.stringify(document.comments);
    expect(all).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
  });

  it('tells a split and a merge by the marks of paragraphs, and keeps the words that were kept', () => {
    const one = textOf([`1 ${LONG}, and ${MORE};`]);
    const two = textOf([`1 ${LONG};`, `2 ${MORE};`]);
    for (const [base, revised, mark] of [
      [one, two, 'ins'],
      [two, one, 'del'],
    ] as const) {
      const xml = documentXml(redlineDocx(annotatedReport(base, revised), 'en'));
      expect(xml).toMatch(new RegExp(`<w:pStyle w:val="Normal"/><w:rPr><w:${mark} [^>]*/></w:rPr></w:pPr>`));
      const tracked = [...xml.matchAll(/<w:(?:ins|del) [^>/]*>.*?<\/w:(?:ins|del)>/g)].join('');
      expect(tracked).not.toContain('exchange of information');
      expect(tracked).not.toContain('outcome of these studies');
    }
  });

  it('tells a move as a move, both ends by one name', () => {
    const words = [
      'the first matter of the plan',
      'another matter, of trees and rivers',
      'the third question',
    ];
    const clauses = words.map((subject) => `that ${subject} be examined in good time`);
    const base = textOf(clauses.map((text, at) => `${at + 1} ${text};`));
    const [first = '', ...rest] = clauses;
    const revised = textOf([...rest, first].map((text, at) => `${at + 1} ${text};`));
    const xml = documentXml(redlineDocx(annotatedReport(base, revised), 'en'));
    const names = (side: string): string[] =>
      [...xml.matchAll(new RegExp(`<w:${side}RangeStart [^>]*w:name="([^"]*)"`, 'g'))].map((m) => m[1] ?? '');
    expect(names('moveFrom')).toEqual(['move1']);
    expect(names('moveTo')).toEqual(['move1']);
  });

  itWithTool('pandoc')(
    'is read by pandoc as the two texts, paragraph by paragraph',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'redline-'));
      try {
        for (const { name, base, revised } of cases) {
          const file = join(folder, 'redline.docx');
          writeFileSync(file, redlineDocx(annotatedReport(base, revised), 'en'));
          for (const [mode, text] of [
            ['reject', base],
            ['accept', revised],
          ] as const)
            expect([name, mode, pandocLines(file, mode)]).toEqual([name, mode, plainLines(wordLines(text))]);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    180_000,
  );

  itWithTool('soffice')(
    'is opened by LibreOffice, which keeps both texts when it writes the file anew',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'redline-'));
      const picked = cases.filter(({ name }) => /rcc-40a7\.en|arb-36a9\.en|generated ar/.test(name));
      expect(picked).toHaveLength(3);
      try {
        mkdirSync(join(folder, 'anew'));
        for (const [at, { base, revised }] of picked.entries())
          writeFileSync(join(folder, `${at}.docx`), redlineDocx(annotatedReport(base, revised), 'en'));
        spawnSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'docx',
            '--outdir',
            join(folder, 'anew'),
            ...picked.map((_, at) => join(folder, `${at}.docx`)),
          ],
          { timeout: 90_000 },
        );
        for (const [at, { name, base, revised }] of picked.entries()) {
          const document = readDocx(readFileSync(join(folder, 'anew', `${at}.docx`)));
          for (const [mode, text] of [
            ['reject', base],
            ['accept', revised],
          ] as const) {
            const lines = plainText(document, mode).split('\n');
            const own = lines.filter((line) => !/^\[\^\d+\]: /.test(line));
            expect([name, mode, plainLines(own)]).toEqual([name, mode, plainLines(wordLines(text))]);
          }
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
