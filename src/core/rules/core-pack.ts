import ar from '../../../data/rules/lexicon/ar.yaml';
import en from '../../../data/rules/lexicon/en.yaml';
import es from '../../../data/rules/lexicon/es.yaml';
import fr from '../../../data/rules/lexicon/fr.yaml';
import ru from '../../../data/rules/lexicon/ru.yaml';
import zh from '../../../data/rules/lexicon/zh.yaml';
import described from '../../../data/rules/described.yaml';
import green from '../../../data/rules/green.yaml';
import examples from '../../../data/rules/examples.yaml';
import ladders from '../../../data/rules/ladders.yaml';
import pack from '../../../data/rules/pack.yaml';
import red from '../../../data/rules/red.yaml';
import signRules from '../../../data/rules/sign-rules.yaml';
import points from '../../../data/rules/signs.yaml';
import { compilePack } from './compile-pack.ts';
import { expandExamples, type Examples } from './examples.ts';
import type { PackSource, Rule, RulePack } from './rule-pack.ts';

/** A rule that takes its reasons, its cure and its sources from another. */
type LikeRule = Pick<
  Rule,
  'id' | 'code' | 'title' | 'label' | 'base' | 'since' | 'message' | 'why' | 'charitable' | 'when'
> & {
  readonly like: string;
};

function likeOthers(rules: readonly LikeRule[]): readonly Rule[] {
  return rules.map(({ like, ...own }) => {
    const model = (red as Rule[]).find((rule) => rule.id === like);
    if (model === undefined) throw new Error(`sign-rules.yaml: no rule ${like}`);
    return { ...model, ...own };
  });
}

// The one edge where the shipped data gets its types: a test holds it to the schema that users' packs must meet.
const CORE_SOURCE = {
  ...(pack as object),
  ladders,
  described,
  points,
  rules: [...(red as Rule[]), ...likeOthers(signRules as LikeRule[]), ...(green as Rule[])].map((rule) => ({
    ...rule,
    tests: expandExamples(examples as Examples, rule.id),
  })),
  lexicon: { en, fr, es, ru, ar, zh },
} as unknown as PackSource;

/** The pack that comes with Clausewatch. Lexicons compile on first use and are kept. */
export const CORE_PACK: RulePack = compilePack(CORE_SOURCE);
