import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import english from '../../data/strings/tui.en.yaml';
import french from '../../data/strings/tui.fr.yaml';
import negotiation from '../../data/strings/negotiate.en.yaml';
import report from '../../data/strings/report.en.yaml';
import { reportWords } from '../../src/core/report/strings.ts';
import { EXPORT_FORMATS } from '../../src/app/export-formats.ts';
import { COMMANDS } from '../../src/tui/keys/commands.ts';
import { THEMES } from '../../src/tui/theme.ts';
import { SORTS } from '../../src/tui/library/library-state.ts';
import { speak } from '../../src/tui/strings.ts';
import { openPage } from './review-page.ts';
import { sampleReport } from './sample-report.ts';

const messages = { en: english as Record<string, string>, fr: french as Record<string, string> };

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [readFileSync(path, 'utf8')];
  });

describe('the words of the screen', () => {
  const code = sources('src/tui').join('\n');
  const commands = new Set<string>(COMMANDS);
  const quoted = new Set(
    [...code.matchAll(/['`]([a-z]+(?:\.[A-Za-z]+)+)['`]/gu)].map(([, name]) => name ?? ''),
  );
  const families = [
    ...['search', 'filter', 'accept', 'dismiss', 'export', 'replace', 'import'].map(
      (name) => `prompt.${name}`,
    ),
    ...EXPORT_FORMATS.map((name) => `export.${name}`),
    ...['new', 'same', 'conflict'].map((name) => `page.import.${name}`),
    ...['flag', 'quiet', 'known_miss'].map((name) => `page.rules.expect.${name}`),
    ...['accepted', 'dismissed'].map((name) => `panel.${name}`),
    ...SORTS.map((name) => `library.sorted.${name}`),
    ...['split', 'inline'].map((name) => `status.${name}`),
    ...THEMES.map((name) => `theme.${name}`),
  ];

  it('are the same in both languages, with the same places to fill', () => {
    expect(Object.keys(messages.fr).sort()).toEqual(Object.keys(messages.en).sort());
    const places = (text: string): string[] =>
      // A plural's own words for a number (`=0 {today}`) are no places.
      [
        ...new Set(
          [...text.replace(/=\d+ \{[^}]*\}/gu, '').matchAll(/\{([a-z]+)[,}]/gu)].map(
            ([, name]) => name ?? '',
          ),
        ),
      ].sort();
    for (const [name, text] of Object.entries(messages.en)) {
      expect([name, places(messages.fr[name] ?? '')]).toEqual([name, places(text)]);
    }
  });

  it('are all there, and none is left over', () => {
    const names = Object.keys(messages.en);
    const prefixes = new Set(names.map((name) => name.split('.')[0]));
    const theirs = new Set([...Object.keys(report as object), ...Object.keys(negotiation as object)]);
    const used = [...quoted].filter(
      (name) => prefixes.has(name.split('.')[0]) && !commands.has(name) && !theirs.has(name),
    );
    for (const name of [...used, ...families]) expect(names).toContain(name);
    for (const name of names)
      expect([name, quoted.has(name) || families.includes(name)]).toEqual([name, true]);
  });

  it('count as each language counts', () => {
    expect(speak('en')('fold.unchanged', { count: 1 })).toBe('1 unchanged clause');
    expect(speak('fr')('fold.unchanged', { count: 2 })).toBe('2 clauses inchangées');
    for (const name of ['severity.watch', 'kind.moved', 'stance.amend', 'label.limiter-removed']) {
      expect(speak('fr')(name)).toBe(reportWords('fr')(name));
    }
    expect(() => speak('en')('no.such')).toThrow('no message named no.such');
  });
});

describe('the screen in French', () => {
  it('says everything in French but the texts themselves', async () => {
    const page = await openPage(sampleReport(), { uiLanguage: 'fr' });
    for (const words of [
      '[texte modèle]',
      '(était 2)',
      '(vient de invites Member States 2)',
      'Une obligation devient',
      'Pourquoi\u00A0: Plus personne',
      'aide',
      'quitter',
    ]) {
      expect(page.text()).toContain(words);
    }
    await page.press('?');
    expect(page.text()).toContain('clause suivante');
    await page.press('q', 'g', 'k');
    expect(page.status()).toBe('C’est la première clause.');
  });
});

describe('what was not checked', () => {
  it('is never shown as clean', async () => {
    const report = {
      ...sampleReport(),
      flags: [],
      notChecked: [{ what: 'flags', reason: 'no cues for es' }],
    };
    const page = await openPage(report);
    expect(page.rows()[0]).toContain('not checked');
    expect(page.text()).toContain('Flags were not looked for.');
    expect(page.text()).not.toContain('No flag on this clause');
    await page.press('@');
    expect(page.text()).toContain('not checked: flags (no cues for es)');
  });
});
