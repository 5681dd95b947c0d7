import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { isWord, type WordClass } from '../../../src/core/rules/grammar.ts';

const NAMES: readonly WordClass[] = [
  ...(['and', 'then', 'particle', 'asks', 'noun', 'lesson'] as const),
  ...(['denies', 'auxiliary', 'relative', 'under', 'beside', 'footing'] as const),
];

it('has the classes that the engine asks for, no more and no fewer', () => {
  const data = parse(readFileSync('data/rules/grammar.yaml', 'utf8')) as Record<string, string[]>;
  expect(Object.keys(data).sort()).toEqual([...NAMES].sort());
});

it('knows whole words, beginnings and endings', () => {
  expect(isWord('and', 'et')).toBe(true);
  expect(isWord('and', 'etc')).toBe(false);
  expect(isWord('under', 'consulting')).toBe(true);
  expect(isWord('noun', 'allocation')).toBe(true);
  expect(isWord('noun', 'allocate')).toBe(false);
});
