import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { explainRule } from '../../../src/core/rules/explain-rule.ts';
import { checkCondition, conceptsIn, isHeard } from '../../../src/io/packs/check-condition.ts';
import { ruleSchema } from '../../../src/io/packs/pack-schema.ts';

const concepts = new Set(Object.values(CORE_PACK.source.lexicon).flatMap((lexicon) => Object.keys(lexicon)));

describe('the shipped pack', () => {
  it('meets the schema that users’ packs must meet', () => {
    for (const rule of CORE_PACK.rules) {
      expect(ruleSchema.safeParse(rule).error?.issues ?? []).toEqual([]);
      expect(checkCondition(rule.when, concepts, CORE_PACK.ladders)).toEqual([]);
    }
  });

  it('has two examples of each kind for every rule in English and French', () => {
    for (const rule of CORE_PACK.rules)
      for (const lang of ['en', 'fr'])
        for (const expected of ['flag', 'quiet'])
          expect([
            rule.id,
            lang,
            expected,
            rule.tests.filter((test) => test.lang === lang && test.expect === expected).length >= 2,
          ]).toEqual([rule.id, lang, expected, true]);
  });

  it('has no concept that nobody listens to', () => {
    const named = CORE_PACK.rules.flatMap((rule) => [...conceptsIn(rule.when), ...rule.about]);
    for (const ladder of Object.values(CORE_PACK.ladders)) named.push(...Object.keys(ladder.levels));
    expect([...concepts].filter((concept) => !isHeard(concept, named))).toEqual([]);
  });

  it('rests on instruments and sources that are described', () => {
    const known = Object.keys(parse(readFileSync('data/instruments.yaml', 'utf8')) as object);
    for (const rule of CORE_PACK.rules)
      for (const id of [...rule.basis, ...rule.source]) expect(known).toContain(id);
  });
});

describe('explainRule', () => {
  it('finds a rule by id or code and gives its cues', () => {
    expect(explainRule(CORE_PACK, 'R05')?.rule.id).toBe('di-normative');
    const found = explainRule(CORE_PACK, 'si-surveillance');
    expect(found?.cues.map((each) => each.language)).toEqual(['en', 'fr', 'es', 'ru', 'ar', 'zh']);
    expect(found?.cues.find((each) => each.language === 'ru')?.status).toBe('beta');
    expect(explainRule(CORE_PACK, 'nothing')).toBeNull();
  });
});
