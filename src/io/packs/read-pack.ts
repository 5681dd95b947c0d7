import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compilePack } from '../../core/rules/compile-pack.ts';
import type { PackSource, RulePack } from '../../core/rules/rule-pack.ts';
import { readLadders, readLexicon, reportDead } from './read-lexicon.ts';
import { parseLocated, type LocatedYaml, type PackProblem } from './locate.ts';
import { checked, withoutUndefined } from './checked.ts';
import { manifestSchema } from './pack-schema.ts';
import { readRules } from './read-rules.ts';
import { testPack } from './test-pack.ts';

/** A folder read: the pack, or null when something in it is wrong; nothing is loaded by halves. */
export interface ReadPack {
  readonly pack: RulePack | null;
  readonly problems: readonly PackProblem[];
  /** Ids of the rules the folder itself holds. */
  readonly own: readonly string[];
}

/**
 * Reads a user's pack over the shipped one: `pack.yaml`, `lexicon/<language>.yaml`, `ladders.yaml`, and rules
 * in every other `*.yaml`. It adds rules and cues, extends rules (`extends: id`) and switches rules off
 * (`off: [id]`). A pack loads only when all of it is understood and its own examples pass.
 */
export function readPack(folder: string, core: RulePack): ReadPack {
  const problems: PackProblem[] = [];
  const files = new Map<string, LocatedYaml>();
  const read = (file: string): LocatedYaml => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const located = parseLocated(relative(folder, file), readFileSync(file, 'utf8'));
    files.set(file, located);
    problems.push(...located.problems);
    return located;
  };
  const manifestFile = join(folder, 'pack.yaml');
  if (!existsSync(manifestFile)) {
    const message = 'A rule pack is a folder with a pack.yaml that names it.';
    return { pack: null, problems: [{ file: 'pack.yaml', line: 1, code: 'missing', message }], own: [] };
  }
  const manifest = checked(read(manifestFile), manifestSchema, problems);
  const ladders = readLadders(folder, core, read, problems);
  const { lexicon, patterns } = readLexicon(folder, core, read, problems);
  const concepts = new Set([
    ...Object.values(lexicon).flatMap((each) => Object.keys(each)),
    ...patterns.map((pattern) => pattern.concept),
  ]);
  const placed = readRules(folder, core, read, concepts, ladders, problems);
  const rules = placed.map((each) => each.rule);
  if (manifest !== null)
    for (const [index, id] of manifest.off.entries())
      if (!core.rules.some((rule) => rule.id === id))
        problems.push({
          file: 'pack.yaml',
          line: read(manifestFile).lineOf(['off', index]),
          code: 'unknown-rule',
          message: `“${id}” is no rule of ${core.pack}.`,
        });
  reportDead(folder, core, rules, ladders, read, problems);
  if (manifest === null || problems.length > 0)
    return { pack: null, problems, own: rules.map((rule) => rule.id) };

  const own = new Set(rules.map((rule) => rule.id));
  const kept = core.rules.filter((rule) => !manifest.off.includes(rule.id) && !own.has(rule.id));
  const source: PackSource = {
    ...core.source,
    pack: manifest.pack,
    version: manifest.version,
    severity: { ...core.severity, ...withoutUndefined(manifest.severity ?? {}) },
    ladders,
    rules: [...kept, ...rules],
    lexicon,
  };
  const pack = compilePack(source, patterns);
  for (const outcome of testPack(pack, rules)) {
    if (outcome.isPassed) continue;
    const place = placed.find((each) => each.rule.id === outcome.rule);
    problems.push({
      file: place?.file ?? 'pack.yaml',
      line: place?.lineOf(['tests', outcome.index]) ?? 1,
      code: 'test-failed',
      message: `${outcome.rule}: ${outcome.message}: “${outcome.test.after ?? outcome.test.before ?? ''}”`,
    });
  }
  return { pack: problems.length === 0 ? pack : null, problems, own: [...own] };
}
