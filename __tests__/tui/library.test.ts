import { describe, expect, it } from '@jest/globals';
import type { LibrarySession, ResolutionView, TextView } from '../../src/tui/session.ts';
import type { Page } from './emulated-terminal.ts';
import { openTerminal } from './emulated-terminal.ts';
import { hostileStrings } from './hostile-strings.ts';
import { sessionOf } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

const { runLibrary } = await import('../../src/tui/library/run-library.ts');

const adopted = (id: string): TextView => ({
  id,
  kind: 'adopted',
  meeting: null,
  languages: ['en', 'fr'],
  isModel: true,
});
const proposal = (id: string, sponsor: string, symbol: string): TextView => ({
  id,
  kind: 'proposal',
  meeting: 'wtsa-24',
  languages: ['en'],
  isModel: true,
  sponsor,
  symbol,
  action: 'MOD',
});

const LIBRARY: readonly ResolutionView[] = [
  {
    id: 'wtsa-64',
    title: 'IP address allocation',
    isShipped: true,
    texts: [
      adopted('wtsa-64@2016-hammamet'),
      adopted('wtsa-64@2022-geneva'),
      proposal('wtsa-64@wtsa-24/eur-38a12', 'EUR', 'EUR/38A12/1'),
      proposal('wtsa-64@wtsa-24/rcc-40a7', 'RCC', 'RCC/40A7/1'),
    ],
  },
  {
    id: 'wtsa-2',
    title: 'Study Group responsibility',
    isShipped: true,
    texts: [adopted('wtsa-2@2022-geneva')],
  },
];

interface LibraryPage extends Page {
  readonly asked: readonly (readonly [base: string, revised: string, language: string | null])[];
}

const openLibraryPage = async (
  changes: Partial<LibrarySession> = {},
  columns = 80,
  rows = 24,
): Promise<LibraryPage> => {
  const asked: [string, string, string | null][] = [];
  const session: LibrarySession = {
    uiLanguage: 'en',
    color: false,
    root: '~/itu',
    load: () => Promise.resolve(LIBRARY),
    open: (base, revised, language) => {
      asked.push([base, revised, language]);
      return Promise.resolve(sessionOf(sampleReport()));
    },
    ...changes,
  };
  const page = await openTerminal(columns, rows, (around) => runLibrary(session, around));
  return { ...page, asked };
};

describe('the library', () => {
  it('lists the resolutions with their newest revision and proposals', async () => {
    const page = await openLibraryPage();
    expect(page.rows().slice(0, 5).join('\n')).toBe(
      `
 Library ~/itu                                                    2 resolutions
────────────────────────────────────────────────────────────────────────────────
  Res.  Title                                       Newest          Proposals
>    2  Study Group responsibility                  2022-geneva             0
    64  IP address allocation                       2022-geneva             2`.slice(1),
    );
    expect(page.status()).toContain('? help');
  });

  it('sorts, filters and goes back', async () => {
    const page = await openLibraryPage();
    await page.press('s', 's');
    expect(page.status()).toBe('Sorted by the number of proposals.');
    expect(page.current()).toContain('IP address allocation');
    await page.press('/', '"study', 'enter');
    expect(page.rows()[0]).toContain('/study  1 resolution');
    expect(page.current()).toContain('Study Group');
    await page.press('esc');
    expect(page.text()).toContain('IP address allocation');
    await page.press('esc');
    expect(await page.code()).toBe(0);
    expect(page.isAlternate()).toBe(false);
  });

  it('opens a resolution on its proposals, and the review against the newest revision', async () => {
    const page = await openLibraryPage();
    await page.press('j', 'enter');
    expect(page.rows().slice(3, 9).join('\n')).toBe(
      `
 ADOPTED REVISIONS
   2016-hammamet          en fr
   2022-geneva            en fr
 PROPOSALS TO WTSA-24
>  EUR/38A12/1            MOD · EUR · en
   RCC/40A7/1             MOD · RCC · en`.slice(1),
    );
    // Said once for all texts, where all are.
    expect(page.rows()[0]).toMatch(/^ Res\. 64 {2}IP address allocation {2}\[model text\]/);
    await page.press('j', 'enter', '');
    expect(page.asked).toEqual([['wtsa-64@2022-geneva', 'wtsa-64@wtsa-24/rcc-40a7', null]]);
    expect(page.text()).toContain('Member States [-shall-]{+should+}');
    await page.press('q', '');
    expect(page.current()).toContain('RCC/40A7/1');
    await page.press('q', 'q');
    expect(await page.code()).toBe(0);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it('compares a revision with the one before, and anything with a base of one’s own', async () => {
    const page = await openLibraryPage();
    await page.press('j', 'enter', 'k', 'k', 'enter', '');
    expect(page.asked).toEqual([]);
    expect(page.status()).toContain('There is no earlier text');
    await page.press('=', 'G', 'l', 'enter', '');
    expect(page.asked).toEqual([['wtsa-64@2016-hammamet', 'wtsa-64@wtsa-24/rcc-40a7', 'en']]);
    await page.press('q', '', 'g', 'enter');
    expect(page.status()).toBe('A text cannot be compared with itself.');
  });

  it('tells why a comparison could not be opened, and stays', async () => {
    const page = await openLibraryPage({ open: () => Promise.reject(new Error('no such file')) });
    await page.press('j', 'enter', 'enter', '');
    expect(page.status()).toBe('It did not work: no such file');
    expect(page.isAlternate()).toBe(true);
  });

  it('fills in flags and what was seen while nothing is pressed', async () => {
    const summarise = (): ReturnType<NonNullable<LibrarySession['summarise']>> =>
      Promise.resolve({ clauses: 40, seen: 12, notes: 1, grave: 13, lesser: 3, green: 4 });
    const page = await openLibraryPage({ summarise });
    await page.press('j', 'enter');
    await new Promise((rest) => setTimeout(rest, 150));
    await page.press('');
    expect(page.current()).toContain('!!13 !3 ++4   12/40');
  });

  it('reads the library again', async () => {
    let count = 0;
    const page = await openLibraryPage({ load: () => Promise.resolve(LIBRARY.slice(count++)) });
    await page.press('R', '');
    expect(page.status()).toBe('Library read again.');
    expect(page.rows()[0]).toContain('1 resolution');
  });

  it('ends a review that was opened from it with the signal’s code', async () => {
    const page = await openLibraryPage();
    await page.press('j', 'enter', 'enter', '');
    await page.signal('SIGTERM');
    expect(await page.code()).toBe(143);
    expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
  });

  it.each([
    [60, 15],
    [140, 40],
    [40, 10],
  ])('fits %ix%i, and shows its keys', async (columns, rows) => {
    const page = await openLibraryPage({}, columns, rows);
    expect(page.current()).toContain('Study');
    expect(page.status()).toContain('? help');
    await page.press('?');
    expect(page.rows()[0]).toBe(' Keys');
    await page.press('G', 'q', 'j');
    expect(page.current()).toContain('64');
    await page.resize(80, 24);
    expect(page.current()).toContain('IP address allocation');
  });

  it('lets no hostile name reach the terminal', async () => {
    const hostile = hostileStrings.map((text, nth): ResolutionView => ({
      id: `wtsa-${nth}${text}`,
      title: text,
      isShipped: false,
      texts: [{ ...proposal(`x@${text}`, text, text), action: text, meeting: text }],
    }));
    const page = await openLibraryPage(
      { load: () => Promise.resolve(hostile), root: hostileStrings.join('') },
      100,
      40,
    );
    for (let nth = 0; nth < 8; nth++) await page.press('enter', 'q', 'j');
    const bytes = page
      .written()
      .replace(/\u001B\[(?:[0-9;]*m|\d+;\d+H|K|2J|H|\?(?:1049|25|2004|2026)[hl])/gu, '');
    expect(bytes).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
    expect(bytes).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});
