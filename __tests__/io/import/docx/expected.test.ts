import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../../src/io/import/docx/resolve-changes.ts';
import { sharedData } from '../shared-data.ts';

const folder = sharedData('docx');

const withoutBlanks = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

describe('tracked changes of real Word files', () => {
  if (folder === null) return;
  it.each(readdirSync(join(folder, 'expected')))('%s', (name) => {
    const [, stem = '', mode = ''] = /^(.*)\.(accept|reject)\.txt$/.exec(name) ?? [];
    const doc = readDocx(readFileSync(join(folder, 'tracked', `${stem}.docx`)));
    const text = plainText(doc, mode === 'accept' ? 'accept' : 'reject');
    expect(withoutBlanks(text)).toEqual(withoutBlanks(readFileSync(join(folder, 'expected', name), 'utf8')));
  });

  it.each(readdirSync(join(folder, 'tracked')))('%s is read both ways', (name) => {
    const doc = readDocx(readFileSync(join(folder, 'tracked', name)));
    for (const mode of ['accept', 'reject'] as const) {
      expect(resolveChanges(doc, mode).lines.length).toBeGreaterThan(0);
    }
  });
});
