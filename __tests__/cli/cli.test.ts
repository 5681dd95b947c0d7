import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, runJson } from '../support/run-cli.ts';

const BASE = 'wtsa-64@2022-geneva';
const REVISED = 'wtsa-64@wtsa-24/rcc-40a7';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('list', () => {
  it('shows both shipped resolutions with revisions and proposals in English and French', () => {
    const { resolutions } = runJson(['list'], { cwd: folder }) as {
      resolutions: {
        id: string;
        texts: { id: string; kind: string; languages: string[]; model: boolean }[];
      }[];
    };
    expect(resolutions.map(({ id }) => id)).toEqual(['wtsa-47', 'wtsa-64']);
    for (const { texts } of resolutions) {
      expect(texts.filter(({ kind }) => kind === 'adopted').length).toBeGreaterThanOrEqual(3);
      expect(texts.filter(({ kind }) => kind === 'proposal').length).toBeGreaterThanOrEqual(5);
      for (const { languages, model } of texts)
        expect({ languages, model }).toEqual({ languages: ['en', 'fr'], model: true });
    }
  });

  it('is what the program prints without a command and without a terminal', () => {
    expect(runCli([], { cwd: folder }).out).toBe(runCli(['list'], { cwd: folder }).out);
  });
});

describe('show', () => {
  it('prints a text in the contract’s JSON shape', () => {
    const text = runJson(['show', BASE], { cwd: folder });
    expect(text).toMatchObject({
      schema: 'clausewatch/text@1',
      body: 'WTSA',
      number: '64',
      language: 'en',
      revision: { place: 'Geneva', year: 2022 },
      history: [
        { place: 'Johannesburg', year: 2008 },
        { place: 'Dubai', year: 2012 },
        { place: 'Hammamet', year: 2016 },
        { place: 'Geneva', year: 2022 },
      ],
      warnings: [],
    });
    const { clauses } = text as { clauses: Record<string, unknown>[] };
    expect(clauses[0]).toMatchObject({
      path: 'recognizing a)',
      part: 'preamble',
      heading: 'recognizing',
      label: 'a)',
      depth: 1,
    });
    expect(typeof clauses[0]?.line).toBe('number');
  });

  it('takes the language from the id', () => {
    expect(runJson(['show', `${BASE}:fr`], { cwd: folder })).toMatchObject({
      language: 'fr',
      body: 'WTSA',
      number: '64',
    });
  });

  it('reads standard input, and a text whose lines have no blank lines between', () => {
    const input =
      'RESOLUTION 9\nOn lamps\nnoting\na) that lamps\nare lit;\nb) that they burn,\nresolves\n1 to go on.\n';
    const { clauses } = runJson(['show', '-'], { input, cwd: folder }) as {
      clauses: { path: string; text: string }[];
    };
    expect(clauses.map(({ path }) => path)).toEqual(['noting a)', 'noting b)', 'resolves 1']);
    expect(clauses[0]?.text).toBe('that lamps are lit;');
  });

  it('marks model texts on screen', () => {
    expect(runCli(['show', BASE], { cwd: folder }).out).toContain('model text, not the official wording');
  });
});

describe('diff and check', () => {
  it('prints the contract’s shape; spans hold both texts', () => {
    const report = runJson(['check', BASE, REVISED], { cwd: folder }) as {
      changes: {
        kind: string;
        spans: { op: string; text: string }[];
        base: string[];
        revised: string[];
        part: string;
      }[];
      flags: {
        rule: string;
        label: string;
        polarity: string;
        sum: [string, number][];
        score: number;
        revised: string[];
        evidence: { side: string; start: number; end: number; text: string; path: string }[];
      }[];
      summary: Record<string, number>;
      notChecked: unknown[];
    };
    const { clauses } = runJson(['show', REVISED], { cwd: folder }) as {
      clauses: { path: string; text: string }[];
    };
    const texts = new Map(clauses.map(({ path, text }) => [path, text]));
    for (const change of report.changes) {
      if (change.revised.length !== 1 || ['frame', 'heading', 'footnote'].includes(change.part)) continue;
      const revised = change.spans
        .filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join('');
      expect(revised).toBe(texts.get(change.revised[0] ?? ''));
    }
    for (const kind of [
      'edited',
      'moved',
      'split',
      'merged',
      'added',
      'deleted',
      'editorial',
      'renumbered',
      'unchanged',
    ]) {
      expect({ kind, count: report.summary[kind] ?? 0 }).toMatchObject({ count: expect.any(Number) });
    }
    const labels = new Set(
      report.flags.filter(({ polarity }) => polarity === 'red').map(({ label }) => label),
    );
    expect(labels).toContain('mandate-expansion');
    expect(labels).toContain('dns-ip-standardisation');
    expect(labels).toContain('weakened-multistakeholder');
    for (const flag of report.flags) {
      expect(flag.score).toBe(
        Math.max(
          0,
          flag.sum.reduce((sum, [, points]) => sum + points, 0),
        ),
      );
      for (const { side, path, start, end, text } of flag.evidence) {
        if (side === 'revised' && texts.has(path)) expect(texts.get(path)?.slice(start, end)).toBe(text);
      }
    }
    expect(Array.isArray(report.notChecked)).toBe(true);
  });

  it('compares the French texts too, and speaks French', () => {
    const { out, code } = runCli(['check', `${BASE}:fr`, REVISED, '--ui-lang', 'fr'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('extension du mandat');
  });

  it('exits with 1 when a flag reaches --fail-on, and only then', () => {
    expect(runCli(['check', BASE, REVISED, '--fail-on', 'serious'], { cwd: folder }).code).toBe(1);
    expect(runCli(['check', BASE, BASE, '--fail-on', 'note'], { cwd: folder }).code).toBe(0);
  });

  it('reads a NOC as no change and a SUP as the deletion of every clause', () => {
    const noc = runJson(['diff', BASE, 'wtsa-64@wtsa-24/usa-45a3'], { cwd: folder }) as {
      summary: Record<string, number>;
    };
    expect(Object.keys(noc.summary)).toEqual(['unchanged']);
    const sup = runJson(['diff', 'wtsa-47@2012-dubai', 'wtsa-47@wtsa-24/usa-45a2'], { cwd: folder }) as {
      changes: { kind: string; part: string }[];
    };
    const kinds = new Set(sup.changes.filter(({ part }) => part !== 'frame').map(({ kind }) => kind));
    expect([...kinds]).toEqual(['deleted']);
  });

  it('compares files of different kinds, and a file with a commit of Git', () => {
    const a = file('a.md', '*resolves*\n\n1 to study lamps;\n\n2 to report.\n');
    const b = file('b.txt', 'resolves\n1 to study all lamps;\n2 to report.\n');
    const { summary } = runJson(['diff', a, b], { cwd: folder }) as { summary: Record<string, number> };
    expect(summary).toEqual({ edited: 1, unchanged: 2 });
  });
});

describe('review without a terminal', () => {
  it('prints what check prints', () => {
    expect(runCli(['review', BASE, REVISED], { cwd: folder }).out).toBe(
      runCli(['check', BASE, REVISED], { cwd: folder }).out,
    );
  });
});

describe('export', () => {
  it('writes the review notes as Markdown to a file, whole', () => {
    const path = join(folder, 'notes.md');
    expect(runCli(['export', BASE, REVISED, '-o', path], { cwd: folder })).toMatchObject({
      code: 0,
      out: '',
    });
    const notes = readFileSync(path, 'utf8');
    expect(notes).toContain('# Review notes on');
    expect(notes).toContain('model text, not the official wording');
    expect(notes).toContain('expanded mandate');
  });
});

describe('bad input', () => {
  it.each([
    [['show', 'nowhere.md'], /no file nowhere\.md/],
    [['show', 'wtsa-46'], /no text "wtsa-46".*did you mean wtsa-47/],
    [['show', 'wtsa-64@2022-genva'], /did you mean wtsa-64@2022-geneva/],
    [['show', 'wtsa-64:ru'], /not there in "ru".*:en.*:fr/],
    [['show', '/'], /is a folder/],
    [['show', '../../nowhere/passwd'], /no file/],
    [['check', BASE, REVISED, '--fail-on', 'bad'], /there is note, watch, serious, critical/],
    [['check', BASE, REVISED, '--format', 'odt'], /there is text, json, markdown/],
    [['show', BASE, '--lang', 'de'], /there is en, fr, es, ru, ar, zh/],
    [['show', BASE, '--library', 'nowhere'], /no library folder nowhere/],
    [['show'], /missing required argument/],
    [['shwo', 'x'], /no command "shwo".*show/],
    [['diff', '-', '-'], /only one of the two/],
  ])('%j gives one clear line and exit 2', (args, message) => {
    const { code, out, err } = runCli(args, { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says so when a text holds no resolution', () => {
    const path = file('letter.txt', 'Dear colleague,\n\nplease find the notes below.\n');
    expect(runCli(['show', path])).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds no resolution'),
    });
  });

  it('names file and line of broken front matter', () => {
    const path = file('broken.md', '---\nkind: [adopted\n---\n*resolves*\n\n1 to go on.\n');
    expect(runCli(['show', path])).toMatchObject({ code: 2, err: expect.stringMatching(/broken\.md:\d+: /) });
  });

  it('keeps control characters of a document away from the terminal', () => {
    const path = file('evil.md', '*resolves*\n\n1 to \u001B]52;c;x\u0007 clear \u202Ethe screen.\n');
    const { out } = runCli(['show', path]);
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(out).toContain('⟨U+202E⟩');
  });
});
