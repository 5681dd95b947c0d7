import { instrumentWords } from '../../core/report/instruments.ts';
import { join, relative } from 'node:path';
import { newPack } from '../../app/new-pack.ts';
import { openPack, packFolder } from '../../app/rule-packs.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import { conceptWords, conditionLines } from '../../core/report/rule-words.ts';
import { labelWords, reportWords } from '../../core/report/strings.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { explainRule, type RuleExplanation } from '../../core/rules/explain-rule.ts';
import type { RulePack } from '../../core/rules/rule-pack.ts';
import type { Say } from '../../core/text/speak.ts';
import { nearest } from '../../io/library/suggest.ts';
import { readPack } from '../../io/packs/read-pack.ts';
import { testPack } from '../../io/packs/test-pack.ts';
import { UserError } from '../../io/user-error.ts';
import { consoleWords } from '../console-words.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { hang, type Style } from '../render/style.ts';

const listText = (pack: RulePack, language: UiLanguage, style: Style): string => {
  const lines = pack.rules.map((rule) =>
    hang(
      `${rule.polarity === 'red' ? '!' : '+'} ${rule.code.padEnd(4)} ${rule.id.padEnd(22)}`,
      `${rule.title[language]} (${labelWords(language, rule.label)})`,
      0,
      style,
    ),
  );
  return `${[`${pack.pack} ${pack.version} (${pack.hash})`, '', ...lines].join('\n')}\n`;
};

/** Names of a concept shown before the rest are only counted: the lexicon holds them all. */
const NAMES_SHOWN = 12;

const shortened = (members: readonly string[], say: Say): string => {
  const names = members.flatMap((member) => member.split('|').map((name) => name.trim()));
  const rest = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join('; ') + (rest > 0 ? `; ${say('rules.more', { count: rest })}` : '');
};

const explainText = (
  { rule, cues, withoutCues }: RuleExplanation,
  language: UiLanguage,
  style: Style,
): string => {
  const say = reportWords(language);
  const line = (name: string, text: string) => hang('', `${name}: ${text}`, 2, style);
  const lines = [
    style.bold(`${rule.code} ${rule.id}: ${rule.title[language]}`),
    line(say(`polarity.${rule.polarity}`), `${rule.label}, base ${rule.base}`),
    hang('', rule.message[language], 2, style),
    line(say('flag.why'), rule.why[language]),
    line(say('flag.charitable'), rule.charitable[language]),
    line(say('flag.cure'), rule.cure[language]),
    line(say('flag.basis'), instrumentWords(rule.basis, language)),
    line(say('flag.source'), instrumentWords(rule.source, language)),
    hang('', `${say('rules.when')}:`, 2, style),
    ...conditionLines(rule.when, language).map(({ depth, text }) => hang('', text, 4 + 2 * depth, style)),
  ];
  for (const { language: own, status, concepts } of cues) {
    lines.push(`  ${own} (${status})`);
    for (const { concept, members } of concepts)
      lines.push(
        hang('', `${conceptWords(language, concept)} (${concept}): ${shortened(members, say)}`, 4, style),
      );
  }
  if (withoutCues.length > 0) lines.push(line(say('notChecked.title'), withoutCues.join(', ')));
  for (const test of rule.tests) {
    lines.push(
      hang('', `${test.expect} (${test.lang}): ${test.before ?? '–'} → ${test.after ?? '–'}`, 4, style),
    );
  }
  return `${lines.join('\n')}\n`;
};

/** `clausewatch rules list` */
export async function listRules(options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const pack = await openPack(context);
  if (formatOf(options, ['text', 'json']) === 'json') {
    const { pack: name, version, hash, languages, rules } = pack;
    emit(json({ schema: 'clausewatch/rules@1', pack: name, version, hash, languages, rules }), options);
  } else emit(listText(pack, context.uiLanguage, styleFor(options)), options);
  return 0;
}

/** `clausewatch rules explain ID` */
export async function explain(name: string, options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const pack = await openPack(context);
  const found = explainRule(pack, name);
  if (found === null) {
    const near = nearest(
      name,
      pack.rules.map(({ id }) => id),
    );
    throw new UserError(`no rule "${name}"`, {
      hint: near.length > 0 ? `did you mean ${near.join(', ')}?` : '"clausewatch rules list" shows them',
    });
  }
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  emit(
    isJson
      ? json({ schema: 'clausewatch/rule@1', ...found })
      : explainText(found, context.uiLanguage, styleFor(options)),
    options,
  );
  return 0;
}

/** `clausewatch rules test [FOLDER]`: every fault with file and line, every example that fails; 1 when there is one. */
export function testRules(folder: string | undefined, options: CommonOptions): number {
  const context = contextOf(options);
  const place = folder ?? packFolder(context);
  const told = consoleWords(context.uiLanguage);
  if (place === null) {
    const outcomes = testPack(CORE_PACK);
    const failed = outcomes.filter(({ isPassed }) => !isPassed);
    for (const { rule, message } of failed) emit(`${rule}: ${message}\n`, {});
    const pack = `${CORE_PACK.pack} ${CORE_PACK.version}`;
    emit(`${told('rules.tested', { pack, examples: outcomes.length, failed: failed.length })}\n`, options);
    return failed.length > 0 ? 1 : 0;
  }
  const { pack, problems, own } = readPack(place, CORE_PACK);
  if (formatOf(options, ['text', 'json']) === 'json') {
    emit(json({ schema: 'clausewatch/rules-test@1', pack: pack?.pack ?? null, own, problems }), options);
  } else {
    for (const { file, line, message, code } of problems)
      emit(`${relative('.', join(place, file))}:${line}: ${message} (${code})\n`, {});
    if (problems.length === 0)
      emit(
        `${told('rules.passed', { pack: `${pack?.pack ?? ''} ${pack?.version ?? ''}`, count: own.length })}\n`,
        {},
      );
  }
  return problems.length > 0 ? 1 : 0;
}

/** `clausewatch rules new FOLDER` */
export function makePack(folder: string, options: CommonOptions): number {
  for (const path of newPack(folder)) emit(`${relative('.', path)}\n`, options);
  return 0;
}
