import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { plainText } from '../../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { describeWithTool } from '../../../support/need-tool.ts';
import { sharedData } from '../shared-data.ts';

/** Where pandoc is known to be wrong, and in what. */
const PANDOC_DIFFERS = new Map<string, string>([
  ['008-InsertedFieldCode.docx accept', 'loses the result of a simple field (w:fldSimple)'],
  ['008-InsertedFieldCode.docx reject', 'loses the result of a simple field (w:fldSimple)'],
  ['RP001-Tracked-Revisions-01.docx reject', 'loses what was struck inside a text moved away'],
  ['RP001-Tracked-Revisions-02.docx reject', 'loses what was struck inside a text moved away'],
]);

interface Node {
  readonly t?: string;
  readonly c?: unknown;
}

/** The words of a pandoc tree without white space: how it joins paragraphs and lays out tables is its own. */
const words = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(words).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as Node;
  if (t === 'Str') return String(c);
  if (t === 'Math' || t === 'Note' || t === 'RawInline') return '';
  if (t === undefined) return Object.values(node).map(words).join('');
  return words(c);
};

const folder = sharedData('docx');

describeWithTool('pandoc')('pandoc as a second opinion', () => {
  if (folder === null) return;
  it.each(readdirSync(join(folder, 'tracked')))('%s', (name) => {
    const file = join(folder, 'tracked', name);
    const doc = readDocx(readFileSync(file));
    for (const mode of ['accept', 'reject'] as const) {
      const told = spawnSync('pandoc', ['-f', 'docx', '-t', 'json', `--track-changes=${mode}`, file], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const tree = JSON.parse(told.stdout) as { readonly blocks: unknown };
      const ours = plainText(doc, mode).replace(/\s+/g, '');
      if (PANDOC_DIFFERS.has(`${name} ${mode}`))
        expect(ours).not.toBe(words(tree.blocks).replace(/\s+/g, ''));
      else expect(ours).toBe(words(tree.blocks).replace(/\s+/g, ''));
    }
  });
});
