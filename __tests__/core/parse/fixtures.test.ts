import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Clause, Resolution } from '../../../src/core/model/resolution.ts';
import { buildResolution } from '../../../src/core/parse/build-resolution.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { writeMarkdown } from '../../../src/core/parse/write-markdown.ts';
import { readText } from '../../../src/io/import/text/read-text.ts';
import { bareTree } from './tree-shape.ts';

const ROOT = fileURLToPath(new URL('../../../fixtures/parse/', import.meta.url));

/** The tree as a list to read by eye: one line a frame line, heading, clause, block, footnote, message. */
const compact = (tree: Resolution): unknown => {
  const { language, body, instrument, number, title, revision, history, isDraft, confidence } = tree;
  const lines: string[] = [];
  const clause = (own: Clause): void => {
    const place = own.position?.start.line ?? '?';
    lines.push(`${own.depth} ${own.path} | ${own.label ?? ''} | ${own.text} @${place}`);
    for (const child of own.children) clause(child);
  };
  for (const part of tree.children) {
    lines.push(`== ${part.name}`);
    if (part.name === 'frame') {
      for (const block of part.blocks) lines.push(`block: ${block.text}`);
      for (const line of part.children) lines.push(`${line.name}: ${line.text}`);
      continue;
    }
    for (const section of part.children) {
      lines.push(`# ${section.text} | ${section.path} | ${section.verb ?? ''} | ${section.addressee ?? ''}`);
      for (const own of section.children) clause(own);
      for (const block of section.blocks)
        lines.push(`${block.kind} after ${block.after ?? 'heading'}: ${block.text}`);
    }
  }
  for (const note of tree.footnotes) lines.push(`[^${note.label}]: ${note.text}`);
  const messages = tree.messages.map(({ code, message, line }) => `${code} @${line ?? '?'}: ${message}`);
  const facts = { language, body, instrument, number, title, revision, history, isDraft, confidence };
  return { ...facts, lines, messages };
};

const read = (folder: string): Resolution => {
  const text = `${ROOT}${folder}/input.txt`;
  if (existsSync(text))
    return buildResolution(readText(readFileSync(text, 'utf8').replace(/^# SYNTHETIC.*\n/, '')));
  return parseMarkdown(readFileSync(`${ROOT}${folder}/input.md`, 'utf8'));
};

describe.each(readdirSync(ROOT))('fixtures/parse/%s', (folder) => {
  const expected = `${ROOT}${folder}/tree.json`;

  it('reads as the tree beside it', () => {
    const found = `${JSON.stringify(compact(read(folder)), null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });

  it('is written so that it reads the same', () => {
    const tree = read(folder);
    const written = writeMarkdown(tree);
    const reread = parseMarkdown(written, { language: tree.language });
    expect(bareTree(reread)).toEqual(bareTree(tree));
    expect(writeMarkdown(reread)).toBe(written);
  });

  it('says for every message where it is and what to do', () => {
    for (const { code, message, line } of read(folder).messages) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(message).toMatch(/: |\?|; say/);
      expect(line).toBeGreaterThan(0);
    }
  });
});
