import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { daysUntil } from '../../../src/app/letter-meetings.ts';
import type { Page } from '../emulated-terminal.ts';
import { openTerminal } from '../emulated-terminal.ts';
import { testLibrary } from './library-port.ts';
import { openScreenPage, until } from './pages-page.ts';

const { runReview } = await import('../../../src/tui/terminal/run.ts');
const { runLibrary } = await import('../../../src/tui/library/run-library.ts');
const { openLibrarySession } = await import('../../../src/app/library-session.ts');

const { port, folder, context } = testLibrary('en');
const MATRIX = { kind: 'matrix', resolution: 'wtsa-64', meeting: 'wtsa-24' } as const;
const BASE = 'wtsa-64@2022-geneva';
const RCC = 'wtsa-64@wtsa-24/rcc-40a7';

/** The review of RCC's proposal as it opens from the library. */
const openRcc = async (columns = 100, rows = 30): Promise<Page> => {
  const opened = await port.open(BASE, RCC, null);
  const review = { ...opened.review, place: { side: 'revised', path: 'recognizing a)' } as const };
  const page = await openTerminal(columns, rows, (around) =>
    runReview({ ...opened, review, isNested: false }, around),
  );
  return page;
};

describe('the matrix', () => {
  it('keeps the names of the clauses in view while its columns scroll, and stops at both ends', async () => {
    const page = await openScreenPage(port, MATRIX, { columns: 60, rows: 15 });
    expect(page.rows()[2]).toMatch(/clause +AFCP +ARB/u);
    expect(page.rows()[0]).toContain('1-3/6');
    await page.press('h');
    expect(page.status()).toBe('This is the first column.');
    await page.press('l', 'l', 'l', 'l', 'l');
    expect(page.rows()[2]).toMatch(/clause .*USA/u);
    expect(page.rows()[2]).not.toContain('AFCP');
    await page.press('j');
    expect(page.current()).toContain('recognizing a)');
    await page.press('l');
    expect(page.status()).toBe('This is the last column.');
  });

  it('tells the cell in words below, and everything of the row with +', async () => {
    const page = await openScreenPage(port, { ...MATRIX, at: { line: 'recognizing c)', column: 'rcc' } });
    expect(page.current()).toContain('recognizing c)');
    expect(page.text()).toMatch(/^ recognizing c\) {2}RCC {2}edited/mu);
    expect(page.text()).toContain('IAP and RCC: other results on the same words');
    await page.press('+');
    expect(page.rows()[0]).toBe(' recognizing c)');
    expect(page.text()).toMatch(/^ {3}Base/mu);
    await page.press('q');
    expect(page.current()).toContain('recognizing c)');
  });

  it('opens the comparison of a cell on its clause, and comes back to the cell', async () => {
    const page = await openScreenPage(port, { ...MATRIX, at: { line: 'recognizing c)', column: 'rcc' } });
    await page.press('enter');
    await until(page, /Geneva 2022 → RCC\/40A7\/1/u);
    expect(page.current()).toContain('paragraphs 35');
    expect(page.status()).toMatch(/q back$/u);
    await page.press('q');
    await until(page, /heat/u);
    expect(page.current()).toContain('recognizing c)');
  });

  it('compares two proposals with each other', async () => {
    const page = await openScreenPage(port, MATRIX);
    await page.press('=');
    expect(page.status()).toBe('AFCP is marked; = on another column compares the two.');
    await page.press('l', '=');
    await until(page, /AFCP\/35A14\/1 → ARB\/36A9\/1/u);
    await page.press('Q');
    expect((await page.end()).code).toBe(-1);
  });

  it('writes itself to a file, and asks before one is replaced', async () => {
    const path = join(folder, 'matrix.md');
    const page = await openScreenPage(port, MATRIX);
    await page.press('x');
    expect(page.status()).toBe('write to: matrix-wtsa-64-wtsa-24.md');
    await page.press('ctrl-u', `"${path}`, 'enter', '');
    expect(readFileSync(path, 'utf8')).toContain('recognizing');
    writeFileSync(path, 'mine');
    await page.press('x', 'ctrl-u', `"${path}`, 'enter', '');
    expect(page.status()).toContain('is there already; replace it? (y/n)');
    await page.press('n', 'enter');
    expect([page.status(), readFileSync(path, 'utf8')]).toEqual(['Left as it was.', 'mine']);
    await page.press('x', 'ctrl-u', `"${path}`, 'enter', '', 'y', 'enter', '');
    expect(readFileSync(path, 'utf8')).toContain('recognizing');
  });
});

describe('the other screens', () => {
  it('lead from a clause’s history into the comparison of two revisions', async () => {
    const page = await openScreenPage(port, {
      kind: 'history',
      resolution: 'wtsa-64',
      at: { line: 'recognizing d)' },
    });
    expect(page.text()).toMatch(/\[2012\]\u00A0?\s?under policies/u);
    await page.press('h', 'enter');
    await until(page, /Dubai 2012 → Hammamet 2016/u);
    expect(page.current()).toContain('that blocks of IP addresses');
  });

  it('tell the days that are left until contributions are due', async () => {
    const meetings = await port.meetings();
    const soon = { ...port, meetings: () => Promise.resolve({ ...meetings, today: '2024-09-01' }) };
    expect(daysUntil('2024-09-16', '2024-09-01')).toBe(15);
    const page = await openScreenPage(soon, { kind: 'meetings' });
    expect(page.text()).toContain('Contributions due 2024-09-16  in 15 days');
    await page.press('j', 'enter');
    await until(page, /Meeting wtsa-24: 4 resolutions/u);
    await page.press('l', 'enter');
    await until(page, /heat/u);
    expect(page.rows()[0]).toContain('wtsa-47');
  });

  it('follow a resolution, show what is new on it, and count it as seen', async () => {
    const page = await openScreenPage(port, MATRIX);
    await page.press('f', '');
    expect(page.status()).toBe('You follow wtsa-64 now.');
    await page.press('o', 'f');
    await until(page, /new since you last looked/u);
    await page.press('r');
    await until(page, /All that is there counts as seen/u);
    expect(page.text()).not.toContain('new since');
    await page.press('j', 'f', '');
    await until(page, /You follow wtsa-64 no longer/u);
  });

  it('filter their lines, say when none is left, and forget the filter with esc', async () => {
    const page = await openScreenPage(port, { kind: 'rules' });
    await page.press('/', '"dns', 'enter');
    expect(page.rows()[0]).toContain('/dns');
    expect(page.current()).toContain('R05');
    await page.press('/', '"zzz', 'enter', 'j');
    expect(page.text()).toContain('Nothing to show.');
    expect(page.status()).toBe('The list is empty.');
    await page.press('esc');
    expect(page.text()).toContain('R01');
  });

  it('say why a screen cannot be opened from here', async () => {
    const page = await openScreenPage(port, { kind: 'rules' });
    await page.press('m');
    expect(page.status()).toBe('This needs a resolution of the library; choose one first.');
    await page.press('o', 'e');
    expect(page.status()).toBe('This needs a comparison; open one first.');
  });
});

describe('from the comparison', () => {
  it('the matrix opens on the clause and the sponsor one is at', async () => {
    const page = await openRcc();
    await page.press('j', 'j', 'm');
    await until(page, /heat/u);
    expect(page.current()).toContain('recognizing c)');
    expect(page.text()).toMatch(/^ recognizing c\) {2}RCC/mu);
    await page.press('q', '');
    expect(page.current()).toContain('paragraphs 35');
  });

  it('the rules say what fired and why, and lead back to the flag', async () => {
    const page = await openRcc();
    await page.press('!');
    await until(page, /rules fired here/u);
    await page.press('/', '"resolves 3', 'enter', 'enter', '');
    await until(page, /seen 0/u);
    expect(page.text()).toMatch(/^.. .*resolves 3 .*critical/mu);
  });

  it('two clauses are set apart and paired by hand, and undone', async () => {
    const page = await openRcc();
    await page.press('j');
    expect(page.current()).toMatch(/ e {2}b\) /u);
    await page.press('P');
    await until(page, /-\]$/mu);
    await until(page, /^> +- +b\)/mu);
    expect(page.status()).toBe('recognizing b) stands alone now. u undoes.');
    await page.press('p', 'j', 'p');
    await until(page, /^> +e +b\)/mu);
    expect(page.status()).toBe('recognizing b) and recognizing b) are the same clause now. u undoes.');
    await page.press('u', 'u');
    expect(page.current()).toMatch(/ e {2}b\) /u);
    const { pins } = (await port.open(BASE, RCC, null)).review;
    expect(pins ?? []).toEqual([]);
  });

  it('the next proposal and the other language open at the same clause', async () => {
    const page = await openRcc();
    await page.press('j', '[', 'p');
    await until(page, /→ IAP\/39A6\/1/u);
    expect(page.current()).toContain('b)');
    await page.press('L');
    await until(page, /Genève 2022/u);
    expect(page.current()).toContain('b)');
    await page.press('q');
    expect(await page.code()).toBe(0);
  });

  it('parts, one line a clause, and reading again are keys of their own', async () => {
    const page = await openRcc();
    await page.press(']', 's');
    expect(page.text()).toMatch(/considering/u);
    await page.press('[', 's', '[', 's');
    expect(page.status()).toBe('No heading above.');
    await page.press('w');
    expect(page.status()).toBe('A line for each clause.');
    expect(page.current()).toMatch(/…/u);
    await page.press('w', 'R');
    await until(page, /Both texts read again/u);
  });

  it.each([
    ['html', '<html'],
    ['brief', 'Position'],
    ['csv', 'Path'],
  ])('the menu exports as %s', async (format, words) => {
    const path = join(folder, `review.${format}`);
    const page = await openRcc();
    await page.press('x');
    expect(page.rows()[0]).toMatch(/^ Export as/u);
    await page.press('/', `"${format}`, 'enter', 'enter');
    expect(page.status()).toMatch(/^write to: wtsa-64-wtsa-24-rcc-40a7\.en/u);
    await page.press('ctrl-u', `"${path}`, 'enter');
    await until(page, /Written to/u);
    expect(readFileSync(path, 'utf8')).toContain(words);
    await page.press('x', '/', `"${format}`, 'enter', 'enter', 'ctrl-u', `"${path}`, 'enter', '', '', '');
    expect(page.status()).toContain('replace it? (y/n)');
    await page.press('n', 'enter');
    expect(page.status()).toBe('Left as it was.');
  });

  it('a text that is of no library says so, and exports where its notes are kept', async () => {
    const opened = await port.open(BASE, RCC, null);
    const { pages, exportAs, rebuild, reread, importNotes, ...bare } = opened;
    expect([pages, exportAs, rebuild, reread, importNotes].every((one) => one !== undefined)).toBe(true);
    const page = await openTerminal(80, 24, (around) => runReview(bare, around));
    for (const key of ['m', 'H', 'L', 'R']) {
      await page.press(key);
      expect([key, page.status()]).toEqual([
        key,
        expect.stringMatching(/not of a library|cannot be read again/u),
      ]);
    }
  });
});

describe('from the library', () => {
  const openLibraryPage = async (): Promise<Page> => {
    const session = openLibrarySession(join(folder, 'resolutions'), context);
    const page = await openTerminal(100, 30, (around) =>
      runLibrary(
        {
          ...session,
          uiLanguage: 'en',
          color: false,
          pages: port,
          open: (base, revised, language) => port.open(base, revised, language),
        },
        around,
      ),
    );
    await until(page, /2 resolutions/u);
    return page;
  };

  it('screens open on the resolution one is on, by key and by name', async () => {
    const page = await openLibraryPage();
    await page.press('j', 'm');
    await until(page, /heat/u);
    expect(page.rows()[0]).toContain('wtsa-64');
    await page.press('q', '');
    expect(page.current()).toContain('64');
    await page.press(':', '"meetings', 'enter', '');
    await until(page, /Meetings and deadlines/u);
    await page.press('q', 'q');
    expect(await page.code()).toBe(0);
  });

  it('a document is shown with its place before it is filed, and found afterwards', async () => {
    const file = join(folder, 'usa-99a1.md');
    const text = readFileSync('resolutions/wtsa-64/2022-geneva.en.md', 'utf8');
    writeFileSync(file, text.replace(/^---[^]*?---\n/u, '').replaceAll('2022', '2023'));
    const page = await openLibraryPage();
    await page.press('i', `"${join(folder, 'nothing.docx')}`, 'enter');
    await until(page, /Not read/u);
    await page.press('a');
    expect(page.status()).toBe('There is nothing to file here.');
    await page.press('q', 'i', `"${file}`, 'enter');
    await until(page, /1 text to file/u);
    expect(page.current()).toMatch(/wtsa-64@2023-geneva:en .*new/u);
    await page.press('a');
    await until(page, /1 text filed/u);
    expect(page.current()).toContain('there already');
    await page.press('q');
    await until(page, /2 resolutions/u);
    await page.press('j', 'enter');
    expect(page.text()).toContain('2023-geneva');
  });

  it('a proposal’s status is kept', async () => {
    const page = await openLibraryPage();
    await page.press('j', 'enter', 'S', '');
    expect(page.current()).toContain('merged');
    expect((await port.statuses())['wtsa-64@wtsa-24/afcp-35a14']).toBe('merged');
    expect(existsSync(join(folder, '.clausewatch', 'following.json'))).toBe(true);
  });
});
