import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { itWithFolder } from '../support/need-tool.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const OPINION = resolve('../shared/data/sources/wtpf-13-draft-opinion-5.fr.txt');

interface TextJson {
  readonly clauses: readonly { readonly path: string; readonly text: string }[];
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('import of the WTPF-13 draft Opinion 5', () => {
  const whenShared = itWithFolder('../shared/data/sources');

  whenShared('gives a text with all its sections, accents and non-breaking hyphens', () => {
    expect(runCli(['import', OPINION], { cwd: folder })).toMatchObject({ code: 0, err: '' });
    const text = runJson(['show', 'wtpf-5@2013-geneve-draft'], { cwd: folder }) as TextJson;
    expect(text).toMatchObject({
      body: 'WTPF',
      instrument: 'opinion',
      number: '5',
      draft: true,
      language: 'fr',
      title: "APPUYER UNE APPROCHE MULTI-PARTIES PRENANTES POUR LA GOUVERNANCE DE L'INTERNET",
      revision: { place: 'Genève', year: 2013 },
      warnings: [],
    });
    const invites = 'invite les Etats Membres et les autres parties prenantes';
    expect(text.clauses.map(({ path }) => path)).toEqual([
      'rappelant',
      'reconnaissant a)',
      'reconnaissant b)',
      ...['i)', 'ii)', 'iii)', 'iv)', 'v)'].map((label) => `reconnaissant b) ${label}`),
      'reconnaissant c)',
      'reconnaissant d)',
      'considérant',
      "est d'avis",
      ...['a)', 'b)', 'c)'].map((label) => `${invites} ${label}`),
    ]);
    expect(text.clauses.find(({ path }) => path === "est d'avis")?.text).toContain(
      'multi\u2011parties prenantes',
    );
  });

  whenShared('changes nothing when it is imported again', () => {
    runCli(['import', OPINION], { cwd: folder });
    const path = join(folder, 'resolutions/wtpf-5/2013-geneve-draft.fr.md');
    const before = readFileSync(path);
    expect(runCli(['import', OPINION], { cwd: folder }).out).toContain('unchanged');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'resolutions/wtpf-5'))).toHaveLength(1);
  });

  whenShared('compares with an edited copy: one word, one clause gone, one moved', () => {
    const source = readFileSync(OPINION, 'utf8');
    const lines = source.split('\n');
    const gone = lines.findIndex((line) => line.startsWith('b)\tà apporter'));
    const edited = lines
      .filter((_, at) => at !== gone)
      .map((line) =>
        line
          .replace(/^c\)(\tà réfléchir)/, 'b)$1')
          .replace('il est important de poursuivre', 'il est utile de poursuivre'),
      );
    const copy = join(folder, 'edited.fr.txt');
    writeFileSync(copy, edited.join('\n'));
    const { changes } = runJson(['diff', OPINION, copy], { cwd: folder }) as {
      changes: { kind: string; base: string[]; spans: { op: string; text: string }[] }[];
    };
    const changed = changes.filter(({ kind }) => kind !== 'unchanged');
    expect(changed.map(({ kind }) => kind).sort()).toEqual(['deleted', 'edited', 'renumbered']);
    const word = changed.find(({ kind }) => kind === 'edited');
    expect(word?.base).toEqual(["est d'avis"]);
    expect(word?.spans.filter(({ op }) => op !== 'equal')).toEqual([
      { op: 'delete', text: 'important' },
      { op: 'insert', text: 'utile' },
    ]);
  });
});

it('refuses to overwrite another text of the same place', () => {
  const one = join(folder, 'one.md');
  writeFileSync(one, '# RESOLUTION 9 (Rev. Geneva, 2022)\n\n*resolves*\n\n1 to go on.\n');
  expect(runCli(['import', one], { cwd: folder }).code).toBe(0);
  writeFileSync(one, '# RESOLUTION 9 (Rev. Geneva, 2022)\n\n*resolves*\n\n1 to stop.\n');
  const again = runCli(['import', one], { cwd: folder });
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('holds another text') });
  expect(existsSync(join(folder, 'resolutions/text-9/2022-geneva.en.md'))).toBe(true);
  expect(readFileSync(join(folder, 'resolutions/text-9/2022-geneva.en.md'), 'utf8')).toContain('to go on');
});
