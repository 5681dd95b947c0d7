import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Context } from '../../../src/app/context.ts';
import { openPages } from '../../../src/app/pages-session.ts';
import type { UiLanguage } from '../../../src/core/model/language.ts';
import { openLibrary } from '../../../src/io/library/library.ts';
import type { PagesPort } from '../../../src/tui/session.ts';

// Jest links one dynamic import at a time; what the screens load side by side is linked here first.
const modules = [
  () => import('../../../src/app/negotiate/open-negotiation.ts'),
  () => import('../../../src/app/negotiate/open-history.ts'),
  () => import('../../../src/app/negotiate/following-state.ts'),
  () => import('../../../src/app/negotiate/read-following.ts'),
  () => import('../../../src/app/export-review.ts'),
  () => import('../../../src/app/reference-texts.ts'),
  () => import('../../../src/app/validate-library.ts'),
  () => import('../../../src/app/write-export.ts'),
  () => import('../../../src/core/negotiate/build-composite.ts'),
  () => import('../../../src/core/negotiate/build-matrix.ts'),
  () => import('../../../src/core/report/build-report.ts'),
  () => import('../../../src/io/export/negotiate/composite-markdown.ts'),
  () => import('../../../src/io/export/negotiate/history-markdown.ts'),
  () => import('../../../src/io/export/negotiate/matrix-markdown.ts'),
];
for (const load of modules) await load();

/** A copy of the shipped library that a test may write to, and the screens over it. */
export interface TestLibrary {
  readonly folder: string;
  readonly context: Context;
  readonly port: PagesPort;
}

/** What is read again and again is read once: a matrix of six proposals takes its time. */
const remembered = <Arguments extends readonly unknown[], Result>(
  read: (...given: Arguments) => Promise<Result>,
): ((...given: Arguments) => Promise<Result>) => {
  const known = new Map<string, Promise<Result>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const result = known.get(key) ?? read(...given);
    known.set(key, result);
    return result;
  };
};

/** The shipped texts in a folder of their own, gone after the tests of the file. */
export function testLibrary(uiLanguage: UiLanguage = 'en'): TestLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-pages-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('resolutions', join(folder, 'resolutions'), { recursive: true });
  const context: Context = {
    library: openLibrary(join(folder, 'resolutions')),
    language: undefined,
    uiLanguage,
  };
  const pages = openPages(() => context, 'test');
  const port: PagesPort = {
    ...pages,
    matrix: remembered(pages.matrix),
    history: remembered(pages.history),
    composite: remembered(pages.composite),
    campaigns: remembered(pages.campaigns),
    meeting: remembered(pages.meeting),
    open: async (base, revised, language) => ({
      ...(await pages.open(base, revised, language)),
      uiLanguage,
      color: false,
      pages: port,
      isNested: true,
    }),
  };
  return { folder, context, port };
}
