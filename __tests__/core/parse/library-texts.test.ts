import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { writeMarkdown } from '../../../src/core/parse/write-markdown.ts';
import type { Resolution } from '../../../src/core/model/resolution.ts';
import { bareTree, clausesOf } from './tree-shape.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Every Markdown text below a folder of the project or beside it; none, said once, where it is absent. */
const textsBelow = (folder: string): string[] => {
  const root = `${PROJECT}${folder}`;
  if (!existsSync(root)) {
    console.warn(`skipped: ${folder} is not there`);
    it.skip(`needs ${folder}`, () => undefined);
    return [];
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.endsWith('README.md'))
    .map((name) => `${folder}/${name}`);
};

const bodyOf = (path: string): string =>
  readFileSync(`${PROJECT}${path}`, 'utf8').replace(/^---\n[^]*?\n---\n+/u, '');

const texts = ['resolutions', '../shared/data/documents', '../shared/data/negotiations'].flatMap(textsBelow);

it.each(texts)('%s is canonical: read and written it gives the same bytes', (path) => {
  const body = bodyOf(path);
  const tree = parseMarkdown(body);
  expect(writeMarkdown(tree)).toBe(body);
  expect(bareTree(parseMarkdown(writeMarkdown(tree), { language: tree.language }))).toEqual(bareTree(tree));
});

it.each(texts)('%s is understood: nothing unknown, nothing out of order', (path) => {
  const language = /\.(en|fr)\.md$/.exec(path)?.[1] as 'en' | 'fr' | undefined;
  const { messages, confidence, number } = parseMarkdown(
    bodyOf(path),
    language === undefined ? {} : { language },
  );
  expect(messages.filter(({ code }) => code !== 'no-operative')).toEqual([]);
  expect(number).not.toBeNull();
  // A SUP or NOC holds number and title only.
  if (messages.length === 0) expect(confidence).toBe('high');
});

/** What must be alike in two languages: the sections' parts and verbs, the clauses' labels and depths. */
const outline = (tree: Resolution): string[] =>
  tree.children.flatMap((part) =>
    part.name === 'frame'
      ? part.children.map((line) => line.name)
      : part.children.flatMap((section) => [
          `${part.name} ${section.verb ?? ''}`,
          ...clausesOf({ ...tree, children: [{ ...part, children: [section] }] }).map(
            ({ label, depth }) => `${depth} ${label ?? 'none'}`,
          ),
        ]),
  );

const pairs = textsBelow('resolutions').filter((path) => path.endsWith('.fr.md'));

describe('French and English of one text', () => {
  it.each(pairs)('%s matches its English clause by clause', (path) => {
    const french = parseMarkdown(bodyOf(path), { language: 'fr' });
    const english = parseMarkdown(bodyOf(path.replace('.fr.md', '.en.md')), { language: 'en' });
    expect(outline(french)).toEqual(outline(english));
  });
});
