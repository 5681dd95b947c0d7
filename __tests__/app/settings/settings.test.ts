import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSettings } from '../../../src/app/settings/check-settings.ts';
import { readSettings, settingsPath } from '../../../src/app/settings/read-settings.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewatch-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('where the settings are', () => {
  it('follows XDG_CONFIG_HOME, when that is an absolute path', () => {
    expect(settingsPath({ XDG_CONFIG_HOME: '/a/b' })).toBe('/a/b/clausewatch/config.yaml');
    expect(settingsPath({ XDG_CONFIG_HOME: 'b' })).toMatch(/\.config.clausewatch.config\.yaml$/);
    expect(settingsPath({})).toMatch(/\.config.clausewatch.config\.yaml$/);
  });

  it('may be nowhere', async () => {
    expect(await readSettings(join(folder, 'none.yaml'))).toEqual({});
    expect(await readSettings(join(folder, 'none', 'config.yaml'))).toEqual({});
  });
});

it('reads everything there is to set', async () => {
  const path = join(folder, 'config.yaml');
  const lines = [
    '# mine',
    'ui-lang: fr',
    'theme: light',
    'layout: inline',
    'ascii: true',
    'screen-reader: false',
    'mouse: false',
    'keys:',
    '  review.next: J',
    '  review.nextFlag: ["] j", 5]',
    '  app.redraw: []',
  ];
  writeFileSync(path, lines.join('\n'));
  expect(await readSettings(path)).toEqual({
    uiLang: 'fr',
    theme: 'light',
    layout: 'inline',
    ascii: true,
    screenReader: false,
    mouse: false,
    keys: {
      file: path,
      keys: { 'review.next': ['J'], 'review.nextFlag': ['] j', '5'], 'app.redraw': [] },
      lines: { 'review.next': 9, 'review.nextFlag': 10, 'app.redraw': 11 },
    },
  });
});

it('may be empty', () => {
  expect(checkSettings('c', '')).toEqual({});
  expect(checkSettings('c', '# nothing yet\n')).toEqual({});
});

it.each([
  ['theme: blue', 'c:1: no theme "blue"', 'there is dark, light, colour-blind, mono'],
  ['\nui-lang: de', 'c:2: no ui-lang "de"', 'there is en, fr'],
  ['ascii: yes please', 'c:1: ascii is true or false, not "yes please"', 'write true or false'],
  ['# a\ntheem: dark', 'c:2: no setting "theem"', 'did you mean theme?'],
  ['keys: [a]', 'c:1: keys are commands with their keys', /review\.next/u],
  ['keys:\n  review.next: {a: b}', 'c:2: review.next has no key to it', /review\.next/u],
  ['theme: [', /^c:1: /u, 'mend the YAML'],
  ['theme: dark\ntheme: light', /^c:2: /u, 'mend the YAML'],
  ['- dark', 'c:1: settings are names with values', /^there is/u],
])('%j is told with file and line', (source, message, hint) => {
  let told: unknown;
  try {
    checkSettings('c', source);
  } catch (error) {
    told = error;
  }
  expect(told).toMatchObject({ name: 'UserError' });
  expect((told as Error).message).toMatch(message);
  expect((told as { hint: string }).hint).toMatch(hint);
});
