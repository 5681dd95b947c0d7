import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Condition, Ladder, Rule, RulePack } from '../../core/rules/rule-pack.ts';
import { checkCondition } from './check-condition.ts';
import { checked, withoutUndefined } from './checked.ts';
import type { LocatedYaml, PackProblem } from './locate.ts';
import { extendingRuleSchema, ruleSchema } from './pack-schema.ts';
import type { ReadFile } from './read-lexicon.ts';

/** Examples a rule owes in each language it has any in. */
const TESTS_OWED = 2;

/** A rule of a folder and where it stands. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The rules of a folder: every `*.yaml` in it but the manifest and the ladders. */
export function readRules(
  folder: string,
  core: RulePack,
  read: ReadFile,
  concepts: ReadonlySet<string>,
  ladders: Readonly<Record<string, Ladder>>,
  problems: PackProblem[],
): readonly PlacedRule[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml' && name !== 'ladders.yaml')
    .sort();
  const placed: PlacedRule[] = [];
  for (const name of files) {
    const yaml = read(join(folder, name));
    if (yaml.problems.length > 0) continue;
    const list: unknown = yaml.data;
    if (!Array.isArray(list)) {
      problems.push({
        file: yaml.file,
        line: 1,
        code: 'bad-value',
        message: 'A rules file is a list of rules.',
      });
      continue;
    }
    list.forEach((entry: unknown, index) => {
      const fault = (path: readonly PropertyKey[], code: string, message: string): void => {
        problems.push({ file: yaml.file, line: yaml.lineOf([index, ...path]), code, message });
      };
      const isExtending = typeof entry === 'object' && entry !== null && 'extends' in entry;
      const rule = isExtending
        ? readExtending(index, yaml, core, problems, fault)
        : readPlain(index, yaml, problems);
      if (rule === null) return;
      for (const each of checkCondition(rule.when, concepts, ladders))
        fault(each.path, each.code, each.message);
      const others = [...placed.map((each) => each.rule), ...core.rules];
      const shadow = shadowOf(rule, others, isExtending);
      if (shadow !== null) fault(['id'], 'shadowed', shadow);
      for (const message of owedTests(rule)) fault(['tests'], 'tests-owed', message);
      placed.push({ rule, file: yaml.file, lineOf: (path) => yaml.lineOf([index, ...path]) });
    });
  }
  return placed;
}

function readPlain(index: number, yaml: LocatedYaml, problems: PackProblem[]): Rule | null {
  const rule = checked(yaml, ruleSchema, problems, [index]);
  return rule === null ? null : asRule(rule);
}

function readExtending(
  index: number,
  yaml: LocatedYaml,
  core: RulePack,
  problems: PackProblem[],
  fault: (path: readonly PropertyKey[], code: string, message: string) => void,
): Rule | null {
  const extending = checked(yaml, extendingRuleSchema, problems, [index]);
  if (extending === null) return null;
  const parent = core.rules.find((rule) => rule.id === extending.extends);
  if (parent === undefined) {
    fault(['extends'], 'unknown-rule', `“${extending.extends}” is no rule of ${core.pack}.`);
    return null;
  }
  const own = withoutUndefined({ ...extending, extends: undefined });
  return asRule({ ...parent, tests: [], ...own, when: extending.when ?? parent.when });
}

/** The schema leaves `when` unknown on purpose: checkCondition vouches for it, and names the operator at fault. */
function asRule(rule: { readonly when?: unknown; readonly tests: Rule['tests'] | object }): Rule {
  return { ...rule, when: rule.when as Condition } as Rule;
}

/** Why a rule could never be told from another; null when it can. */
function shadowOf(rule: Rule, others: readonly Rule[], isExtending: boolean): string | null {
  const taken = others.find((other) => other.id === rule.id);
  if (taken !== undefined && !isExtending)
    return `The id ${rule.id} is taken: choose another, or write extends: ${rule.id}.`;
  const when = JSON.stringify(rule.when);
  const twin = others.find(
    (other) => other.id !== rule.id && other.label === rule.label && JSON.stringify(other.when) === when,
  );
  return twin === undefined
    ? null
    : `${rule.id} is shadowed by ${twin.id}, which has the same label and condition.`;
}

function owedTests(rule: Rule): readonly string[] {
  const out: string[] = [];
  if (rule.tests.length === 0)
    out.push(
      `${rule.id} has no examples: at least ${TESTS_OWED} that flag and ${TESTS_OWED} that stay quiet are owed.`,
    );
  for (const language of new Set(rule.tests.map((test) => test.lang)))
    for (const expect of ['flag', 'quiet'] as const) {
      const have = rule.tests.filter((test) => test.lang === language && test.expect === expect).length;
      if (have < TESTS_OWED)
        out.push(
          `${rule.id} has ${have} example(s) in ${language} that should be ${expect}: ${TESTS_OWED} are owed.`,
        );
    }
  return out;
}
