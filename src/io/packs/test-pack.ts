import { diffWords } from '../../core/diff/diff-words.ts';
import { checkComparison } from '../../core/rules/check-comparison.ts';
import type { Rule, RulePack, RuleTest } from '../../core/rules/rule-pack.ts';
import type { Change, Unit } from '../../core/model/change.ts';

export interface TestOutcome {
  readonly rule: string;
  /** Place in the rule's list of tests. */
  readonly index: number;
  readonly test: RuleTest;
  readonly isPassed: boolean;
  /** What went otherwise than expected; empty when it passed. */
  readonly message: string;
}

/** Runs the examples that rules carry. `flag` asks for this very rule, alone or among those that agree. */
export function testPack(pack: RulePack, rules: readonly Rule[] = pack.rules): readonly TestOutcome[] {
  return rules.flatMap((rule) => rule.tests.map((test, index) => runTest(pack, rule, test, index)));
}

function runTest(pack: RulePack, rule: Rule, test: RuleTest, index: number): TestOutcome {
  const change = changeOf(test);
  const context = { base: null, revised: null, language: test.lang };
  const { flags } = checkComparison({ changes: [change], summary: {} }, context, pack);
  const own = flags.find((flag) => flag.rule === rule.id || flag.agreeing.includes(rule.id));
  const message = judge(test, own?.score);
  return { rule: rule.id, index, test, isPassed: message === '', message };
}

function judge(test: RuleTest, score: number | undefined): string {
  if (test.expect === 'flag' && score === undefined) return 'expected a flag, but the rule is quiet';
  if (test.expect === 'flag' && score !== undefined && test.min !== undefined && score < test.min)
    return `expected ${test.min} points at least, got ${score}`;
  if (test.expect === 'quiet' && score !== undefined)
    return `expected quiet, but the rule flags (${score} points)`;
  // A known miss that is found has to be promoted, or nobody notices when it is lost again.
  if (test.expect === 'known_miss' && score !== undefined)
    return 'a known miss is found now: write expect: flag';
  return '';
}

function changeOf(test: RuleTest): Change {
  const part = test.part ?? 'operative';
  const unit = (text: string, heading: string, where: 'preamble' | 'operative'): Unit => ({
    unit: 'clause',
    path: 'example',
    part: where,
    heading,
    section: heading,
    verb: null,
    addressee: null,
    label: null,
    depth: 1,
    text,
    line: 0,
  });
  const heading = test.heading ?? '';
  const base =
    test.before === null ? [] : [unit(test.before, test.before_heading ?? heading, test.before_part ?? part)];
  const revised = test.after === null ? [] : [unit(test.after, heading, part)];
  const isMoved = test.before_part !== undefined && test.before_part !== part;
  return {
    kind: base.length === 0 ? 'added' : revised.length === 0 ? 'deleted' : 'edited',
    unit: 'clause',
    part,
    base,
    revised,
    moved: isMoved,
    ...(isMoved ? { moveScope: 'part' as const } : {}),
    renumbered: false,
    editorial: false,
    reasons: [],
    score: 0,
    pairing: { reason: 'similar', isAmbiguous: false },
    spans: diffWords(test.before ?? '', test.after ?? '', test.lang).spans,
  };
}
