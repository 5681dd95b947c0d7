import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFlattening } from '../../../src/core/text/flattened.ts';
import { itWithFolder } from '../../support/need-tool.ts';

const signsOf = (text: string) =>
  findFlattening(text.split('\n').map((line, at) => ({ text: line, line: at + 1 })));

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return textsIn(path);
    return /\.(?:md|txt)$/.test(entry.name) ? [path] : [];
  });

const TEXTS = 'fixtures/import/texts';
const FLATTENED = /\/(?:103|104|109|121)-/;

describe('findFlattening', () => {
  it.each([
    ['place', '(HammametDubai, 2016)', 'HammametDubai'],
    ['date', '(REV. DUBAI, 2018BUCHAREST, 2022)', '2018BUCHAREST'],
    ['year', '(Dubai, 20122016)', '20122016'],
    ['year', '(Rev. Busan, 20140)', '20140'],
    ['year', '(2012年2016年,迪拜)', '2012年2016年'],
    ['label', 'dc)that lamps matter', 'dc)'],
    ['label', '1a)to ensure', '1a)'],
    ['punctuation', 'with interested parties,;', ',;'],
  ])('%s: %s', (kind, text, shown) => {
    expect(signsOf(text).signs).toContainEqual({ kind, line: 1, text: shown });
  });

  it('finds glued words that stand apart elsewhere, beside another sign', () => {
    const { signs } = signsOf(
      'the accelerated pace,;\nan orderly retreat\nan acceleratedorderly replacement',
    );
    expect(signs).toContainEqual({ kind: 'words', line: 3, text: 'acceleratedorderly' });
  });

  it.each([
    'bb) that', 'iv) that', 'xl) that', 'the 5G networks (Geneva, 2022)', 'etc.; and', 'McDonald said', '2012-2016',
    'document 20140 of the file', 'a 3e réunion',
  ])('%s is no sign', (text) => {
    expect(signsOf(text).signs).toEqual([]);
  }); // prettier-ignore

  it('takes one sign for a slip of the pen', () => {
    expect(signsOf('parties,;\nothers,;\nagain,;').isFlattened).toBe(false);
  });

  const fixtures = textsIn(TEXTS);
  it.each(fixtures.filter((path) => FLATTENED.test(path)))('%s is flattened', (path) => {
    expect(signsOf(readFileSync(path, 'utf8')).isFlattened).toBe(true);
  });

  it('is quiet on every clean text of the project', () => {
    const clean = [...fixtures.filter((path) => !FLATTENED.test(path)), ...textsIn('resolutions')];
    expect(clean.length).toBeGreaterThan(45);
    expect(clean.filter((path) => signsOf(readFileSync(path, 'utf8')).isFlattened)).toEqual([]);
  });

  itWithFolder('../shared/data')('is quiet on the shared documents and sources', () => {
    const folders = ['documents', 'sources', 'negotiations'].map((name) => join('../shared/data', name));
    const clean = folders.filter((folder) => existsSync(folder)).flatMap(textsIn);
    expect(clean.length).toBeGreaterThan(20);
    expect(clean.filter((path) => signsOf(readFileSync(path, 'utf8')).isFlattened)).toEqual([]);
  });

  it('takes no long time for a long text', () => {
    const text = `${'(Dubai, 20122016), '.repeat(20)}${'abcd'.repeat(50_000)}`;
    const started = Date.now();
    signsOf(`${text}\n${'word '.repeat(100_000)}`);
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});
