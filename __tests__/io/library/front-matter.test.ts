import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partFrontMatter, readPlainKeys, readYaml } from '../../../src/io/library/front-matter.ts';

describe('plain front matter', () => {
  it('is read as YAML reads it, or left to YAML', () => {
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[a-z0-9][\w./@()-]{0,6}$/) },
      fc.stringMatching(/^[\w./@():#'"&*!|>%{}[\]?,+~-]{1,9}$/),
      fc.constantFrom('true', 'Null', '1e3', '0x1F', '12', '1.', 'no', 'kind', '2022-11-03', '~', '.5', '#'),
    );
    const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const line = fc.tuple(fc.constantFrom('kind', 'base', 'x-y', 'sha256'), value);
    let plain = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), (lines) => {
        const source = lines.map(([key, text]) => `${key}: ${text}\n`).join('');
        const keys = readPlainKeys(source);
        if (keys === null) return;
        plain += 1;
        expect(readYaml(source, 'here')).toEqual(keys);
      }),
      { numRuns: 3_000, seed: 64 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  it('keeps what is text to YAML and nothing else', () => {
    expect(readPlainKeys('symbol: EUR/38A12/1\nbase: 2022-geneva\n')).toEqual({
      symbol: 'EUR/38A12/1',
      base: '2022-geneva',
    });
    expect(readPlainKeys('year: 2022\n')).toBeNull();
    expect(readPlainKeys('kind: adopted\nkind: draft\n')).toBeNull();
    expect(readPlainKeys('kind: "adopted"\n')).toBeNull();
  });

  it('leaves broken front matter to YAML, which names the line', () => {
    expect(() => partFrontMatter('---\nkind: adopted\nbase: [\n---\n', 'a.md')).toThrow(/a\.md:\d/);
  });
});
