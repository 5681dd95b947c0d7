import { sumWords } from '../../core/report/sum-words.ts';
import type { Flag } from '../../core/model/flag.ts';
import { instrumentWords } from '../../core/report/instruments.ts';
import { explainRule } from '../../core/rules/explain-rule.ts';
import type { Rule, RulePack } from '../../core/rules/rule-pack.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { flagSign } from '../document/gutter.ts';
import type { Piece } from '../layout/words.ts';
import { labelName } from '../screens/label-name.ts';
import { heading, led, paragraph, plainPage, words } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import type { Block, Page, Target } from './page.ts';
import { NO_SUBJECT, readId } from './subject.ts';

const ruleTarget = (rule: string): Target => ({ kind: 'request', request: { kind: 'rule', rule } });

const sign = ({ polarity }: Pick<Rule, 'polarity'>): Piece =>
  polarity === 'red' ? { text: ' !', style: 'serious' } : { text: '++', style: 'green' };

const ruleBlock = (rule: Rule, desk: PagesDesk): Block => {
  const title = rule.title[desk.session.uiLanguage];
  const label = labelName(desk.say, rule);
  return paragraph(
    `rule ${rule.id}`,
    [
      sign(rule),
      { text: ` ${rule.code} `, style: 'strong' },
      { text: `${title} `, style: 'plain' },
      { text: `(${label})`, style: 'dim' },
    ],
    { hang: 3, open: () => ruleTarget(rule.id), find: `${rule.id} ${rule.code} ${title} ${label}` },
  );
};

const flagBlock = (flag: Flag, nth: number, desk: PagesDesk): Block => {
  const place = flag.revised[0] !== undefined ? 'revised' : 'base';
  const path = flag.revised[0] ?? flag.base[0] ?? '';
  const decision = desk.origin?.review.decisions?.find((one) => one.flag === flag.fingerprint);
  const grade = flag.polarity === 'red' ? `${desk.report(`severity.${flag.severity}`)} ` : '';
  const standing = decision ? ` [${desk.say(`panel.${decision.decision}`)}]` : '';
  const mark = flagSign(flag);
  const evidence = flag.evidence.map(({ text }) => `“${text}”`).join(', ');
  return paragraph(
    `flag ${nth} ${flag.fingerprint}`,
    [
      { text: `${mark.text} `, style: mark.style },
      { text: `${path}  `, style: 'strong' },
      { text: grade, style: mark.style },
      { text: sanitiseLine(sumWords(flag, desk.session.uiLanguage)), style: 'dim' },
      { text: standing, style: 'note' },
      { text: evidence === '' ? '' : `  ${sanitiseLine(evidence)}`, style: 'plain' },
    ],
    {
      indent: 4,
      hang: 3,
      open: () => ({ kind: 'back', place: { side: place, path }, flag: flag.fingerprint }),
      find: `${flag.rule} ${path} ${flag.label} ${grade}`,
    },
  );
};

/** Rules that fired in the comparison one came from, gravest first, each with its flags; then those that did not. */
const firedBlocks = (pack: RulePack, desk: PagesDesk): Block[] => {
  const report = desk.origin?.report;
  if (!report) return [];
  const byRule = new Map<string, Flag[]>();
  for (const flag of report.flags) byRule.set(flag.rule, [...(byRule.get(flag.rule) ?? []), flag]);
  const weight = (flags: readonly Flag[]): number =>
    Math.max(...flags.map(({ polarity, score }) => (polarity === 'red' ? 1000 : 0) + score));
  const fired = [...byRule].sort(([, a], [, b]) => weight(b) - weight(a));
  const blocks: Block[] = report.notChecked.map(({ what, reason }, nth) =>
    words(`n${nth}`, desk.say('panel.notChecked', { what, reason }), 'warning', { hang: 2 }),
  );
  blocks.push(heading(desk.say('page.rules.fired', { count: fired.length })));
  if (fired.length === 0) blocks.push(words('none', desk.say('page.rules.none'), 'dim', { indent: 3 }));
  for (const [id, flags] of fired) {
    const rule = pack.rules.find((one) => one.id === id);
    const [flag] = flags;
    if (rule) {
      blocks.push(ruleBlock(rule, desk));
      blocks.push(words(`why ${id}`, rule.why[desk.session.uiLanguage], 'dim', { indent: 4, isStop: false }));
    } else if (flag) blocks.push(words(`rule ${id}`, id, 'strong'));
    blocks.push(...flags.map((one, nth) => flagBlock(one, nth, desk)));
  }
  return blocks;
};

/** All rules in use; from a comparison, first those that fired there and why. */
export function rulesPage(desk: PagesDesk, pack: RulePack): Page {
  const { origin } = desk;
  const firedIds = new Set(origin?.report.flags.map(({ rule }) => rule));
  const quiet = pack.rules.filter(({ id }) => !firedIds.has(id));
  const blocks: Block[] = [...firedBlocks(pack, desk)];
  for (const polarity of ['red', 'green'] as const) {
    const rules = quiet.filter((rule) => rule.polarity === polarity);
    if (rules.length === 0) continue;
    const name = origin ? 'page.rules.quiet' : 'page.rules.all';
    blocks.push(heading(desk.say(name, { kind: desk.report(`polarity.${polarity}`) }), polarity));
    blocks.push(...rules.map((rule) => ruleBlock(rule, desk)));
  }
  const id = readId(origin?.report.revised.facts.name ?? '');
  return plainPage({
    kind: 'rules',
    title: desk.say('page.rules.title'),
    facts: `${pack.pack} ${pack.version}`,
    blocks,
    subject: () => ({
      ...NO_SUBJECT,
      resolution: id?.resolution ?? null,
      meeting: id?.meeting ?? null,
      text: id?.text ?? null,
    }),
  });
}

/** One rule: what it finds, why, how to read it kindly, how to cure it, its words by language, its examples. */
export function rulePage(desk: PagesDesk, pack: RulePack, name: string): Page {
  const found = explainRule(pack, name);
  const { report, say } = desk;
  const language = desk.session.uiLanguage;
  if (!found) {
    return plainPage({
      kind: 'rule',
      title: name,
      blocks: [words('none', say('page.rules.unknown', { rule: name }), 'warning')],
    });
  }
  const { rule, cues, withoutCues } = found;
  const lead = (key: string): string => say('panel.lead', { name: report(key) });
  const blocks: Block[] = [
    words('message', rule.message[language], 'strong'),
    led('label', say('panel.lead', { name: report(`polarity.${rule.polarity}`) }), labelName(say, rule)),
    led('points', lead('flag.sum'), String(rule.base)),
    led('why', lead('flag.why'), rule.why[language]),
    led('charitable', lead('flag.charitable'), rule.charitable[language]),
    led('cure', lead('flag.cure'), rule.cure[language]),
    led('basis', lead('flag.basis'), instrumentWords(rule.basis, language)),
    led('source', lead('flag.source'), instrumentWords(rule.source, language)),
    heading(say('page.rules.when')),
    words('when', JSON.stringify(rule.when), 'dim', { indent: 3 }),
  ];
  for (const { language: own, status, concepts } of cues) {
    blocks.push(heading(say('page.rules.cues', { language: own, status }), `cues ${own}`));
    blocks.push(
      ...concepts.map(({ concept, members }) =>
        led(`${own} ${concept}`, `${concept}: `, members.join('; '), { indent: 3 }),
      ),
    );
  }
  if (withoutCues.length > 0) {
    blocks.push(led('without', lead('notChecked.title'), withoutCues.join(', ')));
  }
  if (rule.tests.length > 0) blocks.push(heading(say('page.rules.examples')));
  for (const [nth, test] of rule.tests.entries()) {
    const { arrow } = desk.theme.glyphs;
    const pair = `${test.before ?? '–'} ${arrow} ${test.after ?? '–'}`;
    blocks.push(
      led(`t${nth}`, `${say(`page.rules.expect.${test.expect}`)} (${test.lang}): `, pair, { indent: 3 }),
    );
  }
  return plainPage({
    kind: 'rule',
    title: `${rule.code} ${rule.title[language]}`,
    facts: rule.id,
    blocks,
  });
}
