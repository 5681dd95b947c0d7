import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordFile } from '../../src/io/export/docx/package.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const PAIR = ['wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'];
const PROPOSAL = 'resolutions/wtsa-64/wtsa-24/rcc-40a7.en.md';
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'notes-'));
  mkdirSync(join(cwd, 'resolutions'));
  cpSync(resolve('resolutions'), join(cwd, 'resolutions'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const env = { CLAUSEWATCH_AUTHOR: 'Ana' };
const cli = (...args: string[]) => runCli(args, { cwd, env });

interface Listed {
  readonly notes: readonly {
    readonly id: string;
    readonly comment: string;
    readonly anchor: { readonly path: string };
  }[];
  readonly orphaned: readonly string[];
}

const listed = (): Listed => runJson(['notes', 'list', ...PAIR], { cwd, env }) as Listed;
const placeOf = (comment: string): string | undefined =>
  listed().notes.find((note) => note.comment === comment)?.anchor.path;

/** A new version of the proposal takes the place of the old one, as a new import does. */
const reimport = (change: (text: string) => string): void => {
  const path = join(cwd, PROPOSAL);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

describe('notes through the life of a proposal', () => {
  it('follow their clauses when it is renumbered and reworded, and are kept when it is gone', () => {
    for (const [path, comment] of [
      ['resolves 3', 'sovereign'],
      ['Annex 3', 'machines'],
    ] as const)
      expect(cli('notes', 'add', ...PAIR, '--on', path, '--comment', comment).code).toBe(0);
    reimport((text) =>
      text
        .replace(
          /^3 that each Member State hold.*$/mu,
          (old) =>
            `3 that a new clause be put in before it;\n\n${old.replace(/^3/u, '4').replace('an equal entitlement', 'an equal right')}`,
        )
        .replace(/^4 (?!that each)/mu, '5 '),
    );
    expect(placeOf('sovereign')).toBe('resolves 4');
    expect(listed().orphaned).toEqual([]);
    reimport((text) => text.replace(/^3 +Use of artificial.*$/mu, ''));
    const { notes, orphaned } = listed();
    const lost = notes.find(({ comment }) => comment === 'machines');
    expect(orphaned).toEqual([lost?.id]);
    expect(cli('notes', 'list', ...PAIR).out).toContain('Notes whose clause is in neither text');
    expect(cli('export', ...PAIR, '--format', 'markdown').out).toContain('machines');
  });

  it('come in from the comments of a Word file, each on the clause that was commented, once', () => {
    const quoted = 'a description of the method';
    const body = `<w:p><w:r><w:t>1</w:t><w:tab/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>to publish every two years, together with the underlying data and ${quoted}</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const comments = `<w:comment w:id="0" w:author="Ben"><w:p><w:r><w:t>Good, keep it.</w:t></w:r></w:p></w:comment>`;
    writeFileSync(join(cwd, 'ben.docx'), wordFile({ title: 'x', language: 'en', body, comments }));
    expect(cli('notes', 'import', ...PAIR, 'ben.docx')).toMatchObject({
      code: 0,
      out: '1 added, 0 without a clause\n',
    });
    expect(cli('notes', 'import', ...PAIR, 'ben.docx').out).toBe('0 added, 0 without a clause\n');
    expect(placeOf('Good, keep it.')).toMatch(/Development Bureau 3$/);
    const { out } = cli('notes', 'import', ...PAIR, 'ben.docx', '--json');
    expect(JSON.parse(out)).toEqual({ schema: 'clausewatch/notes-import@1', added: 0, orphaned: 0 });
  });

  it('are written to a file that is there only when told so, and never into a folder that is not', () => {
    const args = ['export', ...PAIR, '--format', 'markdown'];
    writeFileSync(join(cwd, 'mine.md'), 'my own words');
    const refused = cli(...args, '-o', 'mine.md');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toBe('clausewatch: mine.md is there already (name another file, or add --force)\n');
    expect(readFileSync(join(cwd, 'mine.md'), 'utf8')).toBe('my own words');
    expect(cli(...args, '-o', 'mine.md', '--force').code).toBe(0);
    expect(cli(...args, '-o', 'mine.md').code).toBe(0);
    for (const command of [args, ['list'], ['letter', 'wtsa-24', '--format', 'docx']])
      expect(cli(...command, '-o', 'nowhere/x')).toMatchObject({
        code: 2,
        err: 'clausewatch: there is no folder nowhere (make it first, or name another)\n',
      });
  });
});
