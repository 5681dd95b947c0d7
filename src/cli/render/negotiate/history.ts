import type { UiLanguage } from '../../../core/model/language.ts';
import type { History, Life } from '../../../core/negotiate/build-history.ts';
import {
  LADDER_TOP,
  MEASURES,
  addresseeTurns,
  driftOf,
  meanOf,
  sparkline,
  type DriftRow,
} from '../../../core/negotiate/drift.ts';
import { readableRuns } from '../../../core/negotiate/readable-runs.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';
import { hang, safe, type Style } from '../style.ts';
import { plainTable } from './table.ts';

const flat = (text: string): string => safe(text).replace(/\s+/g, ' ');

const series = (values: readonly (number | null)[]): string =>
  values.map((value) => (value === null ? '·' : value < 0 ? '-' : String(value))).join(' ');

const topOf = (rows: readonly DriftRow[], measure: (typeof MEASURES)[number]): number =>
  measure === 'force' || measure === 'task'
    ? LADDER_TOP[measure]
    : Math.max(1, ...rows.flatMap((row) => row[measure].map((value) => value ?? 0)));

const bySection = <Item>(
  items: readonly Item[],
  sectionOf: (item: Item) => string,
): ReadonlyMap<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const list = groups.get(sectionOf(item));
    if (list === undefined) groups.set(sectionOf(item), [item]);
    else list.push(item);
  }
  return groups;
};

/** The label of a clause under its heading; a single clause has none. */
const labelIn = ({ path, section }: Life['unit']): string =>
  flat(path.startsWith(section) ? path.slice(section.length).trim() : path) || '–';

const driftLines = (history: History, say: Say, style: Style): string[] => {
  const rows = driftOf(history);
  if (rows.length === 0) return [];
  const years = history.revisions.map(({ year }) => year);
  const lines = [
    '',
    style.bold(`${say('history.drift')} (${years.join(' ')})`),
    hang('', style.dim(say('history.driftNote')), 0, style),
  ];
  for (const measure of MEASURES) {
    const mean = meanOf(rows, measure);
    const top =
      measure === 'force' || measure === 'task'
        ? LADDER_TOP[measure]
        : Math.max(1, ...mean.map((value) => value ?? 0));
    lines.push(`  ${say(`history.${measure}`).padEnd(10)} ${sparkline(mean, top)}  ${series(mean)}`);
  }
  const head = ['', ...MEASURES.map((measure) => say(`history.${measure}`))];
  const last = history.revisions.length - 1;
  for (const [section, own] of bySection(rows, ({ life }) => life.unit.section)) {
    const cells = own.map((row) => [
      `  ${labelIn(row.life.unit)}${row.life.until === last ? '' : ` (${say('history.goneMark')})`}`,
      ...MEASURES.map(
        (measure) => `${sparkline(row[measure], topOf(rows, measure))} ${series(row[measure])}`,
      ),
    ]);
    lines.push('', hang('', style.bold(flat(section)), 2, style), ...plainTable(head, cells, style.width));
  }
  const turned = addresseeTurns(rows);
  if (turned.length > 0) lines.push('', style.bold(say('history.addressees')));
  for (const { turns } of turned) {
    const told = turns.map(({ revision, addressee }) => `${years[revision] ?? ''} ${addressee}`);
    lines.push(hang('', flat(told.join(' → ')), 2, style));
  }
  return lines;
};

/** The history of a resolution as plain text: lives, words by year, safeguards, drift. */
export function renderHistory(
  history: History,
  name: string,
  say: Say,
  language: UiLanguage,
  style: Style,
): string {
  const report = reportWords(language);
  const { revisions, lives } = history;
  const yearOf = (at: number) => revisions[at]?.year ?? 0;
  const last = revisions.length - 1;
  const lines = [style.bold(safe(say('history.title', { resolution: name, count: revisions.length })))];
  if (revisions.some(({ text }) => text.facts.isModel)) lines.push(style.dim(say('matrix.model')));
  lines.push('', style.bold(say('history.lives')));
  const living = lives.filter(({ until }) => until === last);
  for (const [section, own] of bySection(living, ({ unit }) => unit.section)) {
    lines.push('', hang('', style.bold(flat(section)), 2, style));
    for (const { unit, since, stages, runs } of own) {
      const told = stages
        .filter(({ kind }) => kind !== 'first' && kind !== 'unchanged')
        .map(({ revision, kind }) => `${yearOf(revision)} ${report(`kind.${kind}`)}`);
      const life = [say('history.since', { year: String(yearOf(since)) }), ...told].join(' · ');
      lines.push('', hang('', flat(`${labelIn(unit)} · ${life}`), 2, style));
      const text = readableRuns(runs)
        .map((run) => `${style.dim(`[${yearOf(run.origin)}]`)} ${flat(run.text).trim()}`)
        .join(' ');
      lines.push(hang('', text, 4, style));
    }
  }
  const gone = lives.filter(({ until }) => until !== last);
  if (gone.length > 0) lines.push('', style.bold(say('history.gone')));
  for (const { unit, since, until } of gone) {
    lines.push(
      flat(
        `  ${say('history.goneLine', { path: unit.path, from: String(yearOf(since)), until: String(yearOf(until)) })}`,
      ),
    );
    lines.push(hang('', style.dim(flat(unit.text)), 4, style));
  }
  if (history.returned.length > 0) lines.push('', style.bold(say('history.returned')));
  for (const { path, text, first, lost, back } of history.returned) {
    const years = { first: String(yearOf(first)), lost: String(yearOf(lost)), back: String(yearOf(back)) };
    lines.push(flat(`  ${say('history.returnedLine', { path, ...years })}`), hang('', flat(text), 4, style));
  }
  const turned = history.safeguards.filter(({ appeared, vanished }) => appeared.length + vanished.length > 0);
  lines.push('', style.bold(say('history.safeguards')));
  if (turned.length === 0) lines.push(`  ${say('history.none')}`);
  for (const { text, appeared, vanished, held } of turned) {
    const paths = [...new Set(held.flat())].join(', ');
    const turns = [
      ...appeared.map((at) => ({
        at,
        line: style.green(`+ ${say('history.appeared', { year: String(yearOf(at)) })}`),
      })),
      ...vanished.map((at) => ({
        at,
        line: style.red(`! ${say('history.vanished', { year: String(yearOf(at)) })}`),
      })),
    ].sort((a, b) => a.at - b.at);
    lines.push(
      hang('', `"${flat(text)}" (${flat(paths)}): ${turns.map(({ line }) => line).join(' · ')}`, 2, style),
    );
  }
  lines.push(...driftLines(history, say, style));
  return `${lines.join('\n')}\n`;
}
