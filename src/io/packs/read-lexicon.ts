import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../core/model/language.ts';
import type { Lexicon, PatternMatcher } from '../../core/rules/lexicon.ts';
import type { Ladder, Rule, RulePack } from '../../core/rules/rule-pack.ts';
import { checked } from './checked.ts';
import { conceptsIn, isHeard } from './check-condition.ts';
import type { LocatedYaml, PackProblem } from './locate.ts';
import { laddersSchema, lexiconSchema } from './pack-schema.ts';
import { compilePattern, patternFault } from './patterns.ts';

export type ReadFile = (file: string) => LocatedYaml;

/** The ladders of a folder laid over the shipped ones. */
export function readLadders(
  folder: string,
  core: RulePack,
  read: ReadFile,
  problems: PackProblem[],
): Readonly<Record<string, Ladder>> {
  const file = join(folder, 'ladders.yaml');
  if (!existsSync(file)) return core.ladders;
  return { ...core.ladders, ...(checked(read(file), laddersSchema, problems) ?? {}) };
}

/** The cues of a folder laid over the shipped ones: `concept` adds, `concept-` takes away, `re:` is a pattern. */
export function readLexicon(
  folder: string,
  core: RulePack,
  read: ReadFile,
  problems: PackProblem[],
): { lexicon: Partial<Record<Language, Lexicon>>; patterns: PatternMatcher[] } {
  const lexicon: Partial<Record<Language, Lexicon>> = { ...core.source.lexicon };
  const patterns: PatternMatcher[] = [];
  for (const language of LANGUAGES) {
    const file = join(folder, 'lexicon', `${language}.yaml`);
    if (!existsSync(file)) continue;
    const yaml = read(file);
    const own = checked(yaml, lexiconSchema, problems);
    if (own === null) continue;
    const merged: Record<string, readonly string[]> = { ...lexicon[language] };
    for (const [key, cues] of Object.entries(own)) {
      const concept = key.replace(/[+-]$/u, '');
      const words: string[] = [];
      cues.forEach((cue, index) => {
        if (!cue.startsWith('re:')) return words.push(cue);
        const fault = patternFault(cue.slice(3));
        if (fault === null) return patterns.push(compilePattern(concept, cue.slice(3)));
        return problems.push({
          file: yaml.file,
          line: yaml.lineOf([key, index]),
          code: 'pattern',
          message: fault,
        });
      });
      merged[concept] = key.endsWith('-')
        ? withoutCues(merged[concept] ?? [], words)
        : [...(merged[concept] ?? []), ...words];
    }
    lexicon[language] = merged;
  }
  return { lexicon, patterns };
}

/** Members without the names given; a member whose names are all gone goes too. */
function withoutCues(members: readonly string[], gone: readonly string[]): readonly string[] {
  const dropped = new Set(gone.map((cue) => cue.trim()));
  return members
    .map((member) =>
      member
        .split('|')
        .map((name) => name.trim())
        .filter((name) => !dropped.has(name))
        .join(' | '),
    )
    .filter((member) => member !== '');
}

/** Concepts of the folder's own lexicon that nothing listens to. */
export function reportDead(
  folder: string,
  core: RulePack,
  rules: readonly Rule[],
  ladders: Readonly<Record<string, Ladder>>,
  read: ReadFile,
  problems: PackProblem[],
): void {
  const named = [...core.rules, ...rules].flatMap((rule) => [...conceptsIn(rule.when), ...rule.about]);
  for (const ladder of Object.values(ladders)) named.push(...Object.keys(ladder.levels));
  for (const language of LANGUAGES) {
    const file = join(folder, 'lexicon', `${language}.yaml`);
    if (!existsSync(file)) continue;
    const yaml = read(file);
    if (yaml.data === null || typeof yaml.data !== 'object') continue;
    for (const key of Object.keys(yaml.data)) {
      const concept = key.replace(/[+-]$/u, '');
      if (!isHeard(concept, named))
        problems.push({
          file: yaml.file,
          line: yaml.lineOf([key]),
          code: 'dead-concept',
          message: `No rule listens to “${concept}”.`,
        });
    }
  }
}
