import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What each room of src/ may import besides itself (docs/architecture.md draws it). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/text': ['core/model'],
  'core/parse': ['core/model', 'core/text'],
  'core/diff': ['core/model', 'core/text'],
  'core/rules': ['core/model', 'core/text'],
  'core/negotiate': ['core/model', 'core/text', 'core/diff', 'core/rules'],
  'core/review': ['core/model', 'core/text'],
  'core/report': [
    'core/model',
    'core/text',
    'core/diff',
    'core/rules',
    'core/negotiate',
    'core/review',
    'core/parse',
  ],
  io: ['core'],
  app: ['core', 'io'],
  cli: ['app', 'core', 'io', 'tui'],
  tui: ['app', 'core'],
};

/** Libraries that are pure and may be used in core: no file, clock, network or process. */
const PURE = new Set([
  'diff',
  'intl-messageformat',
  'mdast',
  'munkres',
  're2js',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'remark-stringify',
  'unified',
  'unist',
  'vfile',
]);

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((found) => found[1] ?? found[2] ?? '');

const roomOf = (path: string): string => {
  const place = relative('src', path);
  return Object.keys(MAY_IMPORT).find((room) => place.startsWith(`${room}/`)) ?? '';
};

const files = sourceFiles('src');

describe('the layers of src/', () => {
  it('has a room for every file but the public entry', () => {
    const homeless = files.filter(
      (file) => roomOf(file) === '' && !/src\/(index|api|data\.d)\.ts$/.test(file),
    );
    expect(homeless).toEqual([]);
  });

  it('lets every room import only what stands below it', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      if (room === '') continue;
      for (const name of importsOf(file)) {
        if (!name.startsWith('.') || name.endsWith('.yaml')) continue;
        const target = roomOf(resolve(dirname(file), name).replace(`${resolve('.')}/`, ''));
        const isAllowed =
          target === room ||
          (MAY_IMPORT[room] ?? []).some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
        if (!isAllowed) wrong.push(`${file} imports ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps core pure: no node: import, no clock, no random, no process', () => {
    const impure: string[] = [];
    for (const file of files.filter((one) => one.startsWith('src/core/'))) {
      const source = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
      if (
        /\bprocess\s*[.[]|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bglobalThis\.(?:process|fetch)|\bperformance\./.test(
          source,
        )
      ) {
        impure.push(file);
      }
      for (const name of importsOf(file)) {
        const isRelative = name.startsWith('.');
        if (!isRelative && !PURE.has(name)) impure.push(`${file} imports ${name}`);
      }
    }
    expect(impure).toEqual([]);
  });

  it('loads Ink and React nowhere but in tui', () => {
    const outside = files.filter(
      (file) =>
        !file.startsWith('src/tui/') && importsOf(file).some((name) => /^(ink|react)(\/|$)/.test(name)),
    );
    expect(outside).toEqual([]);
  });
});
