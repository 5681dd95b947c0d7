import { describe, expect, it } from '@jest/globals';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { readPack } from '../../../src/io/packs/read-pack.ts';
import { testPack } from '../../../src/io/packs/test-pack.ts';

const PACKS = 'fixtures/red-flags/packs';

describe('readPack', () => {
  it("lays a user's pack over the shipped one", () => {
    const { pack, problems, own } = readPack(`${PACKS}/good`, CORE_PACK);
    expect(problems).toEqual([]);
    expect(own).toEqual(['my-satellites', 'my-operate']);
    const ids = pack?.rules.map((rule) => rule.id) ?? [];
    expect(ids).toContain('di-normative');
    expect(ids).not.toContain('me-foothold');
    expect(pack?.rules.find((rule) => rule.id === 'my-operate')?.label).toBe('mandate-expansion');
    expect(pack?.hash).not.toBe(CORE_PACK.hash);
    expect(pack?.source.lexicon.en?.['safe.open']?.join()).not.toMatch(/\bopenness\b/u);
  });

  it('names file and line of everything wrong, and loads nothing', () => {
    const { pack, problems } = readPack(`${PACKS}/bad`, CORE_PACK);
    expect(pack).toBeNull();
    const seen = problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        'pack.yaml:3 unknown-key',
        'lexicon/en.yaml:1 dead-concept',
        'lexicon/en.yaml:2 pattern',
        'rules.yaml:12 dead-concept',
        'rules.yaml:13 unknown-key',
        'rules.yaml:14 bad-value',
        'rules.yaml:15 tests-owed',
        'rules.yaml:19 unknown-key',
      ]),
    );
  });

  it('says that a folder without manifest is no pack', () => {
    expect(readPack(PACKS, CORE_PACK).problems[0]?.code).toBe('missing');
  });
});

describe('the shipped pack', () => {
  it('passes its own examples', () => {
    const failed = testPack(CORE_PACK).filter((outcome) => !outcome.isPassed);
    expect(
      failed.map((outcome) => `${outcome.rule}: ${outcome.message}: ${outcome.test.after ?? ''}`),
    ).toEqual([]);
  });
});
