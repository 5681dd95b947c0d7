import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { damage, seeded } from '../io/import/seeded.ts';
import { del, ins, p, r, TAB, tinyDocx } from '../io/import/docx/tiny-docx.ts';
import { itWithFolder } from '../support/need-tool.ts';
import { runCli, runJson } from '../support/run-cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A proposal as Word tracks it: one word replaced, one clause put in, one comment. */
const proposal = (): Uint8Array =>
  tinyDocx({
    body: [
      p(r('Document 45-E')),
      p(r('Proposals for WTSA-24')),
      p(r('MOD') + TAB + r('EUR/45A12/1')),
      p(r('RESOLUTION 77 (Rev. ') + del(r('Geneva, 2022')) + ins(r('New Delhi, 2024')) + r(')')),
      p(r('On lamps')),
      p(r('(Dubai, 2012; Geneva, 2022') + ins(r('; New Delhi, 2024')) + r(')')),
      p(
        r('The World Telecommunication Standardization Assembly (') +
          del(r('Geneva, 2022')) +
          ins(r('New Delhi, 2024')) +
          r('),'),
      ),
      p(r('resolves')),
      p(r('1') + TAB + r('to ') + del(r('study')) + ins(r('standardize')) + r(' the lamps of bridges;')),
      p(r('2') + TAB + r('to report to the next assembly.')),
      p(r('Reasons:') + TAB + r('To keep up.')),
    ].join(''),
  });

interface Diff {
  readonly changes: readonly {
    readonly kind: string;
    readonly base: string[];
    readonly spans: readonly { readonly op: string; readonly text: string }[];
  }[];
}

describe('a Word file with tracked changes', () => {
  it('alone is a comparison: rejected against accepted', () => {
    const file = join(folder, 'eur.docx');
    writeFileSync(file, proposal());
    const { changes } = runJson(['diff', file], { cwd: folder }) as Diff;
    const edited = changes.find(({ base }) => base.includes('resolves 1'));
    expect(edited?.kind).toBe('edited');
    expect(edited?.spans.filter(({ op }) => op !== 'equal')).toEqual([
      { op: 'delete', text: 'study' },
      { op: 'insert', text: 'standardize' },
    ]);
    expect(runCli(['check', file, '--fail-on', 'note'], { cwd: folder }).code).toBeLessThan(2);
  });

  it('is filed under its symbol, with its reasons, its authors, and the base it starts from', () => {
    const base = join(folder, 'base.md');
    writeFileSync(
      base,
      '# RESOLUTION 77 (Rev. Geneva, 2022)\n\n## On lamps\n\n*(Dubai, 2012; Geneva, 2022)*\n\nThe World Telecommunication Standardization Assembly (Geneva, 2022),\n\n*resolves*\n\n1 to study the lamps of roads;\n\n2 to report to the next assembly.\n',
    );
    expect(runCli(['import', base], { cwd: folder }).code).toBe(0);
    const file = join(folder, 'eur.docx');
    writeFileSync(file, proposal());
    const planned = runJson(['import', file], { cwd: folder }) as {
      imported: { outcome: string; id: string; differences: object[] }[];
    };
    expect(planned.imported).toMatchObject([{ outcome: 'not filed', id: 'wtsa-77@wtsa-24/eur-45a12' }]);
    // The delegation started from "bridges" where the library has "roads": every difference is shown.
    expect(planned.imported[0]?.differences).toEqual([
      { kind: 'edited', base: ['resolves 1'], revised: ['resolves 1'] },
    ]);
    expect(readdirSync(join(folder, 'resolutions/wtsa-77'))).toEqual(['2022-geneva.en.md']);

    expect(runCli(['import', file, '--yes'], { cwd: folder }).code).toBe(0);
    const path = join(folder, 'resolutions/wtsa-77/wtsa-24/eur-45a12.en.md');
    const filed = readFileSync(path, 'utf8');
    for (const line of [
      'kind: proposal',
      'action: MOD',
      'sponsor: EUR',
      'symbol: EUR/45A12/1',
      'base: 2022-geneva',
      'reasons: To keep up.',
    ]) {
      expect(filed).toContain(line);
    }
    expect(filed).toContain('1 to standardize the lamps of bridges;');
    expect(runCli(['import', file, '--yes'], { cwd: folder }).out).toContain('there already');
    expect(readFileSync(path, 'utf8')).toBe(filed);
  });

  it('is converted on either side, and with both', () => {
    const file = join(folder, 'eur.docx');
    writeFileSync(file, proposal());
    const text = (changes: string) => runCli(['convert', file, '--to', 'text', '--changes', changes]).out;
    expect(text('accept')).toContain('1\tto standardize the lamps');
    expect(text('reject')).toContain('1\tto study the lamps');
    expect(text('all')).toContain('{-study-}{+standardize+}');
    expect(runCli(['convert', file, '--to', 'odt'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('text, markdown'),
    });
  });
});

describe('several proposals in one document', () => {
  const several = [
    'Document 99-E',
    'MOD\tXYZ/99/1',
    'RESOLUTION 990 (Rev. Dubai, 2018)',
    'Lamps',
    'The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),',
    'resolves',
    'to continue the work.',
    'Reasons:\tUpdate.',
    'SUP\tXYZ/99/2',
    'RESOLUTION 992 (Guadalajara, 2010)',
    'Old lamps',
    'Reasons:\tThe task is complete.',
    'NOC\tXYZ/99/3',
    'ARTICLE 5',
    'Lamps',
  ].join('\n');

  it('are split; SUP has no text; what holds no resolution is named, not passed over', () => {
    const file = join(folder, 'several.txt');
    writeFileSync(file, several);
    const { code, err } = runCli(['import', file, '--yes'], { cwd: folder });
    expect(code).toBe(0);
    expect(err).toContain('NOC XYZ/99/3 holds no resolution');
    const filed = runJson(['list'], { cwd: folder }) as {
      resolutions: { shipped: boolean; texts: { symbol: string; action: string }[] }[];
    };
    const own = filed.resolutions.filter(({ shipped }) => !shipped).flatMap(({ texts }) => texts);
    expect(own.map(({ symbol, action }) => `${symbol} ${action}`).sort()).toEqual([
      'XYZ/99/1 MOD',
      'XYZ/99/2 SUP',
    ]);
  });
});

describe('a folder', () => {
  it('is imported in one go: good files are filed, bad ones named, the summary counts', () => {
    const inbox = join(folder, 'inbox');
    mkdirSync(join(inbox, 'sub'), { recursive: true });
    writeFileSync(join(inbox, 'a.md'), '# RESOLUTION 1 (Rev. Geneva, 2022)\n\n*resolves*\n\nto go on.\n');
    writeFileSync(join(inbox, 'sub', 'b.txt'), 'RESOLUTION 2 (Rev. Geneva, 2022)\nresolves\nto go on.\n');
    writeFileSync(join(inbox, 'letter.txt'), 'Dear colleague, thank you.\n');
    writeFileSync(join(inbox, '~$lock.docx'), 'x');
    const { code, out, err } = runCli(['import', inbox, '--yes'], { cwd: folder });
    expect(code).toBe(2);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(err).toContain('letter.txt holds no resolution');
    expect(err).toContain('2 filed, 0 there already, 0 not filed, 0 in conflict, 1 not read');
  });
});

describe('two documents for one place', () => {
  it('never overwrite each other in one call: the second is in conflict', () => {
    for (const [name, verb] of [
      ['a', 'go on'],
      ['b', 'stop'],
    ] as const)
      writeFileSync(join(folder, `${name}.txt`), `RESOLUTION 9 (Rev. Geneva, 2022)\nresolves\nto ${verb}.\n`);
    const { code, out } = runCli(['import', 'a.txt', 'b.txt', '--yes'], { cwd: folder });
    expect(code).toBe(2);
    expect(out).toContain('another text is there');
    expect(readFileSync(join(folder, 'resolutions/text-9/2022-geneva.en.md'), 'utf8')).toContain('to go on.');
  });
});

describe('a reference text', () => {
  const whenShared = itWithFolder('../shared/data/sources');

  whenShared('is listed by its own paragraph numbers and cited from notes', () => {
    const source = resolve('../shared/data/sources/igf-2010-chairs-summary.fr.txt');
    expect(runCli(['import', source, '--reference', 'igf-2010-summary', '--yes'], { cwd: folder }).code).toBe(
      0,
    );
    const reference = runJson(['show', 'igf-2010-summary'], { cwd: folder }) as {
      numbered: boolean;
      paragraphs: { number: number; text: string }[];
    };
    expect(reference.numbered).toBe(true);
    expect(reference.paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 67 }, (_, at) => at + 1),
    );
    const [base, revised] = ['wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'];
    mkdirSync(join(folder, 'reviews'));
    const note = {
      id: '1',
      anchor: { side: 'revised', path: 'resolves 1', quote: '' },
      stance: 'oppose',
      comment: 'See igf-2010-summary §2.',
      author: 'me',
      created: '2026-01-01T00:00:00Z',
      updated: '2026-01-01T00:00:00Z',
    };
    writeFileSync(
      join(folder, 'reviews/wtsa-64-2022-geneva--wtsa-64-wtsa-24-rcc-40a7.en.json'),
      JSON.stringify({ schema: 'clausewatch/review@1', base, revised, notes: [note] }),
    );
    const notes = runCli(['export', base, revised], { cwd: folder }).out;
    expect(notes).toContain('igf-2010-summary §2');
    expect(notes).toContain('1 461 personnes');
  });

  it('a document that is no resolution says so, and how it can be filed', () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleague, thank you.\n');
    const { code, err } = runCli(['import', 'letter.txt'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(/letter\.txt holds no resolution.*--reference/);
  });
});

describe('damaged and hostile documents', () => {
  it('give one clear line and exit 2, or are read; the library stays as it was', () => {
    const random = seeded(7);
    const good = proposal();
    const files: string[] = [];
    const add = (name: string, bytes: Uint8Array | string) => {
      files.push(join(folder, name));
      writeFileSync(join(folder, name), bytes);
    };
    for (let at = 0; at < Number(process.env.HOSTILE ?? 12); at++)
      add(`damaged-${at}.docx`, damage(good, random));
    add('truncated.docx', good.slice(0, good.length / 2));
    add('empty.docx', new Uint8Array());
    add('picture.docx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    add('line.md', `# RESOLUTION 1\n\n*resolves*\n\n1 ${'**a_'.repeat(30_000)}`);
    add('alias.md', `---\na: &a [x]\nb: [${'*a,'.repeat(3000)}]\n---\n# RESOLUTION 1\n`);
    add(
      '..evil.md',
      '---\nkind: adopted\n---\n# RESOLUTION ../../x (Rev. ../../../y, 2022)\n\n*resolves*\n\nto go on.\n',
    );
    for (const file of files) {
      const { code, err } = runCli(['import', file], { cwd: folder });
      const lines = err
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('clausewatch: '));
      expect({ file: basename(file), code, err: code === 2 ? lines.length : 0 }).toEqual({
        file: basename(file),
        code: code === 2 ? 2 : 0,
        err: code === 2 ? 1 : 0,
      });
      expect(err).not.toContain('this is a bug');
    }
    // Nothing outside the library folder.
    expect(readdirSync(folder).filter((name) => !files.some((file) => basename(file) === name))).toEqual(
      readdirSync(folder).includes('resolutions') ? ['resolutions'] : [],
    );
  });
});

describe('a copy whose tracked changes were run together', () => {
  const whenShared = itWithFolder('../shared/data/texts');
  const copy = (name: string, to: string) =>
    writeFileSync(
      join(folder, to),
      readFileSync(resolve('../shared/data/texts', name), 'utf8').split('\n').slice(1).join('\n'),
    );

  whenShared('is refused as clean text, and taken apart with the base in the library', () => {
    copy('103-syn-flattened-docest-en.txt', 'copy.txt');
    copy('101-syn-rejected-en.txt', 'base.txt');
    expect(runCli(['import', 'copy.txt', '--yes'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('run together'),
    });
    expect(runCli(['import', 'base.txt'], { cwd: folder }).code).toBe(0);
    expect(runCli(['import', 'copy.txt', '--yes'], { cwd: folder }).err).toContain('uncertain');
    const filed = readFileSync(join(folder, 'resolutions/wtsa-990/wtsa-16/eur-99a12.en.md'), 'utf8');
    expect(filed).toContain('calls for an orderly replacement');
    expect(filed).not.toContain('acceleratedorderly');
  });
});
