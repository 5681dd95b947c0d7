import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../../src/core/model/report.ts';
import type { Note } from '../../../src/core/model/review.ts';
import type { Resolution } from '../../../src/core/model/resolution.ts';
import { buildResolution } from '../../../src/core/parse/build-resolution.ts';
import { treeUnits, unitKey } from '../../../src/core/parse/tree-units.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { sanitise } from '../../../src/core/text/sanitise.ts';
import { redlineDocx } from '../../../src/io/export/docx/redline.ts';
import { itemLines, textItems } from '../../../src/io/export/docx/text-items.ts';
import { plainText } from '../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../src/io/import/docx/resolve-changes.ts';
import { libraryCases, readTextFile, sharedCases } from '../../support/library-cases.ts';
import { itWithTool } from '../../support/need-tool.ts';
import { hostileReport } from './hostile-report.ts';

const facts = (name: string) => ({ name, kind: 'proposal' as const, isModel: true, sponsor: 'RCC' });

const reportOf = (base: Resolution, revised: Resolution, notes: readonly Note[] = []): Report =>
  buildReport(
    { facts: facts('base'), resolution: base },
    { facts: facts('revised'), resolution: revised },
    CORE_PACK,
    notes,
  );

/** A note with a counter-text on every third change, so that what is attached is seen to leave the texts alone. */
const annotated = (base: Resolution, revised: Resolution): Report => {
  const { comparison } = reportOf(base, revised);
  const notes = comparison.changes.flatMap((change, at): Note[] => {
    const unit = change.revised[0];
    if (unit === undefined || at % 3 > 0) return [];
    return [
      {
        id: `n${at}`,
        anchor: { side: 'revised', path: unit.path, quote: unit.text },
        stance: 'amend',
        comment: 'A comment & <more>',
        counterText: 'other words',
        author: 'Ana',
        created: '2024-09-01T10:00:00Z',
        updated: '2024-09-01T10:00:00Z',
      },
    ];
  });
  return reportOf(base, revised, notes);
};

const frenchCases = () =>
  readdirSync('resolutions/wtsa-64/wtsa-24')
    .filter((file) => file.endsWith('.fr.md'))
    .map((file) => ({
      name: file,
      base: readTextFile('resolutions/wtsa-64/2022-geneva.fr.md'),
      revised: readTextFile(join('resolutions/wtsa-64/wtsa-24', file)),
    }));

const cases = [...libraryCases(), ...(sharedCases() ?? []), ...frenchCases()];

const linesOf = (resolution: Resolution): string[] =>
  textItems(resolution)
    .flatMap(itemLines)
    .map((line) => sanitise(line));

/** The words alone: how a program joins paragraphs and writes footnote marks is its own. */
const lettersOf = (lines: readonly string[]): string =>
  lines
    .join('')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/\s+/g, '');

interface PandocNode {
  readonly t?: string;
  readonly c?: unknown;
}

const pandocWords = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(pandocWords).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as PandocNode;
  if (t === 'Str') return String(c);
  if (t === 'Note') return '';
  if (t === undefined) return Object.values(node).map(pandocWords).join('');
  return pandocWords(c);
};

describe('the redline', () => {
  it.each(cases.map((one) => [one.name, one] as const))(
    '%s: both texts come out of it',
    (_name, { base, revised }) => {
      const document = readDocx(redlineDocx(annotated(base, revised), 'en'));
      for (const [mode, text] of [
        ['reject', base],
        ['accept', revised],
      ] as const) {
        const lines = plainText(document, mode).split('\n');
        const own = lines.filter((line) => line !== '' && !/^\[\^\d+\]: /.test(line));
        // A reader numbers the footnotes by their ids; their labels are compared with the tree below.
        const unlabelled = (line: string): string => line.replace(/\[\^[^\]\s]+\]/g, '[^]');
        expect(own.map(unlabelled)).toEqual(linesOf(text).map(unlabelled));
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
    const report = annotated(one.base, one.revised);
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

  itWithTool('pandoc')(
    'is read by pandoc as the two texts',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'redline-'));
      try {
        for (const { name, base, revised } of cases) {
          const file = join(folder, 'redline.docx');
          writeFileSync(file, redlineDocx(annotated(base, revised), 'en'));
          for (const [mode, text] of [
            ['reject', base],
            ['accept', revised],
          ] as const) {
            const run = spawnSync('pandoc', ['-f', 'docx', '-t', 'json', `--track-changes=${mode}`, file], {
              encoding: 'utf8',
              maxBuffer: 1e8,
            });
            expect(run.stderr).toBe('');
            const tree = JSON.parse(run.stdout) as { readonly blocks: unknown };
            expect([name, mode, pandocWords(tree.blocks).replace(/\s+/g, '')]).toEqual([
              name,
              mode,
              lettersOf(linesOf(text)),
            ]);
          }
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  itWithTool('soffice')(
    'is opened by LibreOffice',
    () => {
      const [one] = cases;
      if (one === undefined) throw new Error('no case');
      const folder = mkdtempSync(join(tmpdir(), 'redline-'));
      try {
        writeFileSync(join(folder, 'redline.docx'), redlineDocx(annotated(one.base, one.revised), 'en'));
        const run = spawnSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder,
            join(folder, 'redline.docx'),
          ],
          { encoding: 'utf8', timeout: 90_000 },
        );
        expect(run.stdout).toContain('redline.pdf');
        expect(readdirSync(folder)).toContain('redline.pdf');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
