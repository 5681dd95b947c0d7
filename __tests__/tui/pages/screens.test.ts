import { describe, expect, it } from '@jest/globals';
import type { UiLanguage } from '../../../src/core/model/language.ts';
import type { PageRequest } from '../../../src/tui/pages/page.ts';
import { testLibrary } from './library-port.ts';
import { openScreenPage } from './pages-page.ts';

const SIZES: readonly [columns: number, rows: number][] = [
  [60, 15],
  [100, 30],
  [200, 60],
];

const NEGOTIATION = { resolution: 'wtsa-64', meeting: 'wtsa-24' };

/** Every screen, with words it has to show in both languages of the program. */
const SCREENS: readonly (readonly [request: PageRequest, en: RegExp, fr: RegExp])[] = [
  [{ kind: 'matrix', ...NEGOTIATION }, /recognizing a\)/u, /recognizing a\)/u],
  [{ kind: 'history', resolution: 'wtsa-64' }, /since 2008/u, /depuis 2008/u],
  [{ kind: 'composite', ...NEGOTIATION }, /Square brackets hold/u, /Les crochets/u],
  [{ kind: 'campaigns', resolution: 'wtsa-64' }, /2 uses/u, /2 emplois/u],
  [
    { kind: 'versions', text: 'wtsa-64@wtsa-24/rcc-40a7' },
    /Language versions of/u,
    /Versions linguistiques/u,
  ],
  [{ kind: 'text', text: 'wtsa-64@2022-geneva' }, /RESOLUTION 64/u, /RESOLUTION 64/u],
  [{ kind: 'meeting', meeting: 'wtsa-24' }, /wtsa-64 en/u, /wtsa-64 en/u],
  [
    { kind: 'letter', base: 'wtsa-24', revised: null },
    /open national consultation/u,
    /consultation nationale/u,
  ],
  [{ kind: 'rules' }, /R05/u, /R05/u],
  [{ kind: 'rule', rule: 'R05' }, /Why: /u, /Pourquoi\s: /u],
  [{ kind: 'meetings' }, /Contributions due/u, /Contributions à remettre/u],
  [{ kind: 'following' }, /You follow no resolution yet/u, /Vous ne suivez encore aucune/u],
  [{ kind: 'problems' }, /Nothing to mend/u, /Rien à corriger/u],
];

const libraries = { en: testLibrary('en'), fr: testLibrary('fr') };

describe.each(['en', 'fr'] as const)('in %s', (uiLanguage: UiLanguage) => {
  const { port } = libraries[uiLanguage];

  describe.each(SCREENS)('the screen %j', (request, en, fr) => {
    it.each(SIZES)('stands at %ix%i, and every line of it can be reached', async (columns, rows) => {
      const page = await openScreenPage(port, request, { columns, rows, uiLanguage });
      expect(page.text()).toMatch(uiLanguage === 'en' ? en : fr);
      expect(page.status()).toMatch(uiLanguage === 'en' ? /\? help {2}q back$/u : /\? aide {2}q retour$/u);
      expect(page.rows().every((row) => row.length <= columns)).toBe(true);
      // Down to the end and back: the cursor is always in view, and nothing wraps around.
      await page.press('G');
      expect(page.text()).toMatch(/^>/mu);
      await page.press('j', 'j', 'j');
      expect(page.status()).toMatch(uiLanguage === 'en' ? /last line/u : /dernière ligne/u);
      await page.press('g', 'space', 'b', 'g', 'k');
      expect(page.status()).toMatch(uiLanguage === 'en' ? /first line/u : /première ligne/u);
      expect(page.text()).toMatch(/^>/mu);
      await page.press('?');
      expect(page.rows()[0]).toMatch(uiLanguage === 'en' ? /Keys/u : /Touches/u);
      await page.press('?');
      await page.resize(80, 24);
      expect(page.text()).toMatch(/^>/mu);
      await page.press('q');
      expect(await page.code()).toBe(0);
      expect([page.isAlternate(), page.isRaw()]).toEqual([false, false]);
    });
  });
});
