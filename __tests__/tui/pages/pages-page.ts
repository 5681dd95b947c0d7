import type { Language, UiLanguage } from '../../../src/core/model/language.ts';
import type { PageRequest } from '../../../src/tui/pages/page.ts';
import type { PagesEnd } from '../../../src/tui/pages/pages-state.ts';
import type { Origin } from '../../../src/tui/pages/desk.ts';
import type { PagesPort } from '../../../src/tui/session.ts';
import type { Page } from '../emulated-terminal.ts';
import { openTerminal } from '../emulated-terminal.ts';

const { runPages } = await import('../../../src/tui/pages/run-pages.ts');

export interface PagesOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly uiLanguage?: UiLanguage;
  readonly language?: Language;
  readonly origin?: Origin;
}

/** A further screen on an emulated terminal. */
export interface PagesPage extends Page {
  /** How it was left. */
  readonly end: () => Promise<PagesEnd>;
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a screen shows something; what it shows instead is in the failure. */
export async function until(page: Page, words: RegExp, isWanted = true, ms = 20_000): Promise<void> {
  const deadline = Date.now() + ms;
  const isThere = (): boolean => words.test(page.text()) === isWanted;
  while (!isThere()) {
    if (Date.now() > deadline) throw new Error(`${String(words)} did not come:\n${page.text()}`);
    await rest(20);
    await page.send('');
  }
}

/** Opens a further screen on an emulated terminal, and waits until it has been read. */
export async function openScreenPage(
  port: PagesPort,
  request: PageRequest,
  { columns = 100, rows = 30, uiLanguage = 'en', language, origin }: PagesOptions = {},
): Promise<PagesPage> {
  let ended: Promise<PagesEnd> | undefined;
  const page = await openTerminal(columns, rows, async (around) => {
    ended = runPages(
      {
        session: { uiLanguage, color: false },
        port,
        origin: origin ?? null,
        request,
        language: language ?? null,
      },
      around,
    );
    return (await ended).code;
  });
  await until(page, /(?:Reading|Lecture)…/u, false);
  return { ...page, end: () => ended ?? Promise.reject(new Error('not opened')) };
}
