import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/app/context.ts';
import { watchLibrary, watchTexts } from '../../src/app/watch-files.ts';
import { openLibrary } from '../../src/io/library/library.ts';

let folder = '';
let stop: () => void = () => undefined;
let calls = 0;
const onChange = (): void => {
  calls += 1;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-watch-'));
  calls = 0;
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

const context = (): Context => ({ library: openLibrary(folder), language: undefined, uiLanguage: 'en' });
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a call, at most so long that its absence says something. */
const called = async (): Promise<boolean> => {
  for (let waited = 0; waited < 5_000 && calls === 0; waited += 50) await rest(50);
  return calls > 0;
};

describe('two texts', () => {
  it('tell once when one is written in several steps, or replaced', async () => {
    const [base, revised] = [join(folder, 'a.md'), join(folder, 'b.md')];
    writeFileSync(base, 'a');
    writeFileSync(revised, 'b');
    stop = watchTexts([base, revised], context(), onChange);
    await rest(50);
    for (const text of ['b1', 'b2', 'b3']) writeFileSync(revised, text);
    expect(await called()).toBe(true);
    await rest(700);
    expect(calls).toBe(1);
    calls = 0;
    writeFileSync(join(folder, 'a.md.new'), 'a2');
    renameSync(join(folder, 'a.md.new'), base);
    expect(await called()).toBe(true);
  });

  it('say nothing of other files, nor when nobody listens any more', async () => {
    const base = join(folder, 'a.md');
    writeFileSync(base, 'a');
    stop = watchTexts([base, '-', 'HEAD:b.md', 'no-such@text'], context(), onChange);
    await rest(50);
    writeFileSync(join(folder, 'other.md'), 'x');
    await rest(900);
    expect(calls).toBe(0);
    stop();
    writeFileSync(base, 'a2');
    await rest(900);
    expect(calls).toBe(0);
  });
});

describe('a library', () => {
  it('tells of texts and facts below it, and not of reviews', async () => {
    mkdirSync(join(folder, 'wtsa-1', 'wtsa-24'), { recursive: true });
    mkdirSync(join(folder, 'reviews'));
    stop = watchLibrary(context(), onChange);
    await rest(150);
    writeFileSync(join(folder, 'reviews', 'note.md'), 'n');
    await rest(900);
    expect(calls).toBe(0);
    writeFileSync(join(folder, 'wtsa-1', 'wtsa-24', 'eur.en.md'), 'text');
    expect(await called()).toBe(true);
  });

  it('may be nowhere yet', () => {
    const present = context();
    stop = watchLibrary(
      { ...present, library: { ...present.library, root: join(folder, 'none') } },
      onChange,
    );
    expect(calls).toBe(0);
  });
});
