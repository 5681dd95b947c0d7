import { signsLine, signsTitle } from '../../core/report/rule-words.ts';
import { instrumentWords } from '../../core/report/instruments.ts';
import { rankChanges, rankOf } from '../../core/diff/rank.ts';
import { sumWords } from '../../core/report/sum-words.ts';
import type { Change, ReferenceFinding, Unit } from '../../core/model/change.ts';
import type { Flag } from '../../core/model/flag.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Report } from '../../core/model/report.ts';
import { countClauses, countFlags } from '../../core/report/counts.ts';
import { labelWords } from '../../core/report/strings.ts';
import type { Say } from '../../core/text/speak.ts';
import { hang, safe, type Style } from './style.ts';
import { renderHead } from './text.ts';

const SIGNS: Readonly<Record<Change['kind'], string>> = {
  unchanged: ' ',
  renumbered: ' ',
  editorial: '.',
  edited: '~',
  moved: 'M',
  split: 'S',
  merged: 'J',
  added: '+',
  deleted: '-',
};

const paths = (units: readonly Unit[]): string => units.map(({ path }) => safe(path)).join(', ');

/** What became of the clause, beyond its words. */
const remarks = (change: Change, say: Say): string[] => {
  const list: string[] = [];
  const [from, to] = [change.base[0], change.revised[0]];
  if (change.kind === 'split') list.push(say('split.into', { paths: paths(change.revised) }));
  else if (change.kind === 'merged') list.push(say('merged.from', { paths: paths(change.base) }));
  else if (change.moved && from !== undefined) list.push(say('move.from', { path: safe(from.path) }));
  else if (from !== undefined && to !== undefined && from.path !== to.path)
    list.push(say('was', { path: safe(from.path) }));
  if (
    change.pairing.isAmbiguous &&
    change.pairing.runnerUp !== undefined &&
    change.pairing.reason !== 'identical'
  ) {
    list.push(say('pair.ambiguous', { path: safe(change.pairing.runnerUp.path) }));
  }
  return list;
};

const renderSpans = (change: Change, style: Style): string =>
  change.spans
    .map(({ op, text }) => {
      const shown = safe(text);
      return op === 'equal' ? shown : op === 'delete' ? style.deleted(shown) : style.inserted(shown);
    })
    .join('');

const renderChange = (change: Change, say: Say, style: Style): string[] => {
  const units = change.revised.length > 0 ? change.revised : change.base;
  const title = `${SIGNS[change.kind]} ${style.bold(paths(units))}  ${say(`kind.${change.kind}`)}`;
  const told = remarks(change, say);
  return [
    told.length === 0 ? title : `${title} (${told.join('; ')})`,
    hang('', renderSpans(change, style), 4, style),
  ];
};

const renderFlag = (flag: Flag, say: Say, language: UiLanguage, style: Style): string[] => {
  const paint = flag.polarity === 'red' ? style.red : style.green;
  const label = labelWords(language, flag.label);
  const places = (flag.revised.length > 0 ? flag.revised : flag.base).map(safe).join(', ');
  const line = (name: string, text: string) => hang('', `${say(name)}: ${safe(text)}`, 4, style);
  return [
    paint(
      `${flag.polarity === 'red' ? '!' : '+'} ${say(flag.polarity === 'green' ? 'polarity.green' : `severity.${flag.severity}`)}: ${label}  ${places}  [${flag.rule}]`,
    ),
    hang('', safe(flag.message[language]), 4, style),
    line('flag.why', flag.why[language]),
    line('flag.sum', sumWords(flag, language)),
    ...(flag.signs === undefined
      ? []
      : [hang('', `${signsTitle(language)}: ${safe(signsLine(flag.signs, language))}`, 4, style)]),
    ...(flag.basis.length === 0 ? [] : [line('flag.basis', instrumentWords(flag.basis, language))]),
    // A green flag needs no excuse and no cure.
    ...(flag.polarity === 'green'
      ? []
      : [line('flag.charitable', flag.charitable[language]), line('flag.cure', flag.cure[language])]),
  ];
};

const renderReference = (finding: ReferenceFinding, say: Say, style: Style): string => {
  const { kind, path, text, was, now, meant, suggestion } = finding;
  const told = {
    text: safe(text),
    label: safe(finding.label),
    was: safe(was ?? ''),
    now: safe(now ?? ''),
    meant: safe(meant ?? ''),
    suggestion: safe(suggestion ?? ''),
  };
  const what = kind === 'deleted' && now !== null ? 'deletedNow' : was === null ? 'empty' : kind;
  const advice = suggestion === null ? '' : ` ${say('reference.write', told)}`;
  return hang('!', `${style.bold(safe(path))}: ${say(`reference.${what}`, told)}${advice}`, 0, style);
};

/** How many changes are named at the top: those that a quick reader must not miss. */
const LOOK_FIRST = 5;

/** Words changed under cover of a move, a split or a merge, then moves that changed who speaks: the first things to read. */
const lookFirst = (changes: readonly Change[], say: Say, style: Style): string[] => {
  const first = rankChanges(changes.filter(({ unit }) => unit === 'clause')).filter(
    (change) => (rankOf(change)[0] ?? 9) <= 1,
  );
  if (first.length === 0) return [];
  const named = first.slice(0, LOOK_FIRST).map((change) => {
    const units = change.revised.length > 0 ? change.revised : change.base;
    return hang('', `${SIGNS[change.kind]} ${paths(units)}: ${say(`kind.${change.kind}`)}`, 2, style);
  });
  const rest = first.length > LOOK_FIRST ? [`  … ${first.length - LOOK_FIRST}`] : [];
  return [style.bold(say('changes.lookFirst')), ...named, ...rest, ''];
};

/** Both heads, the changes, and what they come to. */
export function renderDiff(report: Report, say: Say, style: Style): string {
  const { comparison } = report;
  const lines = [
    `${say('header.base')}:`,
    ...renderHead(report.base, say, style),
    `${say('header.revised')}:`,
    ...renderHead(report.revised, say, style),
    '',
  ];
  const changed = comparison.changes.filter(({ kind }) => kind !== 'unchanged' && kind !== 'renumbered');
  if (changed.length === 0) lines.push(say('changes.none'));
  lines.push(...lookFirst(changed, say, style));
  for (const change of changed) lines.push(...renderChange(change, say, style), '');
  const references = report.references ?? [];
  if (references.length > 0) {
    lines.push(style.bold(say('references.title')));
    for (const finding of references) lines.push(renderReference(finding, say, style));
    lines.push('');
  }
  lines.push(say('changes.summary', countClauses(comparison)));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The changes and then the flags, worst first, green ones after the red. */
export function renderCheck(report: Report, say: Say, language: UiLanguage, style: Style): string {
  const lines: string[] = [renderDiff(report, say, style)];
  const sorted = [...report.flags].sort(
    (a, b) => Number(a.polarity === 'green') - Number(b.polarity === 'green') || b.score - a.score,
  );
  lines.push(style.bold(say('flags.title')));
  if (sorted.length === 0) lines.push(say('flags.none'));
  for (const flag of sorted) lines.push(...renderFlag(flag, say, language, style), '');
  if (report.notChecked.length > 0) {
    lines.push(style.bold(say('notChecked.title')));
    for (const { what, reason } of report.notChecked)
      lines.push(hang('', `${safe(what)}: ${safe(reason)}`, 2, style));
    lines.push('');
  }
  const [red, green] = [countFlags(report.flags, 'red'), countFlags(report.flags, 'green')];
  lines.push(say('flags.summary', { red, green }));
  return `${lines.join('\n').trimEnd()}\n`;
}
