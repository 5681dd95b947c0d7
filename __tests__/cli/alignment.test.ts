import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, runJson } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-pins-'));
  writeFileSync(
    join(folder, 'a.md'),
    '# RESOLUTION 9\n\n*resolves*\n\n1 to study the lamps of bridges;\n\n2 to report every year to the Council.\n',
  );
  writeFileSync(
    join(folder, 'b.md'),
    '# RESOLUTION 9\n\n*resolves*\n\n1 to study the lamps of bridges;\n\n2 that nothing here concerns tunnels.\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { CLAUSEWATCH_AUTHOR: 'Ada' };
const kinds = (): string[] => {
  const { changes } = runJson(['diff', 'a.md', 'b.md'], { cwd: folder, env }) as {
    changes: { kind: string; part: string; base: string[]; pairing: { reason: string } }[];
  };
  return changes
    .filter(({ part }) => part === 'operative')
    .map(({ kind, pairing }) => `${kind} ${pairing.reason}`)
    .sort();
};

describe('pins', () => {
  it('pair what the program left apart, stay in the review, and can be taken back', () => {
    expect(kinds()).toEqual(['added alone', 'deleted alone', 'unchanged identical']);
    const pin = ['pin', 'a.md', 'b.md', 'resolves 2', 'resolves 2'];
    expect(runCli(pin, { cwd: folder, env })).toMatchObject({ code: 0, out: 'resolves 2 = resolves 2\n' });
    expect(kinds()).toEqual(['edited pinned', 'unchanged identical']);
    expect(runCli([...pin, '--remove'], { cwd: folder, env }).code).toBe(0);
    expect(kinds()).toEqual(['added alone', 'deleted alone', 'unchanged identical']);
  });

  it('name a clause that is there', () => {
    const { code, err } = runCli(['pin', 'a.md', 'b.md', 'resolves 3', 'resolves 2'], { cwd: folder, env });
    expect(code).toBe(2);
    expect(err).toContain('did you mean "resolves 1"');
  });
});

describe('receipt', () => {
  it('says what is not editorial, and is held against the texts', () => {
    expect(runCli(['receipt', 'a.md', 'b.md', '-o', 'r.json'], { cwd: folder, env }).code).toBe(1);
    expect(runCli(['receipt', 'a.md', 'b.md', '--verify', 'r.json'], { cwd: folder, env }).code).toBe(0);
    const path = join(folder, 'r.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"editorialOnly": false', '"editorialOnly": true'),
    );
    const { code, out } = runCli(['receipt', 'a.md', 'b.md', '--verify', 'r.json'], { cwd: folder, env });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ isTrue: false });
    expect(runCli(['receipt', 'a.md', 'a.md'], { cwd: folder, env }).code).toBe(0);
  });
});

describe('the order in which to look', () => {
  it('puts words changed inside a move or a split before plain edits', () => {
    const { changes } = runJson(['diff', 'wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'], {
      cwd: folder,
    }) as {
      changes: { kind: string; moved: boolean; editorial: boolean; reasons?: string[]; rank: number }[];
    };
    const hidden = changes.filter(
      ({ kind, editorial, reasons }) => kind === 'moved' && !editorial && reasons !== undefined,
    );
    const edited = changes.filter(({ kind }) => kind === 'edited');
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of hidden) for (const plain of edited) expect(one.rank).toBeLessThan(plain.rank);
    const { out } = runCli(['diff', 'wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7'], { cwd: folder });
    expect(out).toContain('Look first at');
  });
});
