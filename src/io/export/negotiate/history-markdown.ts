import type { RootContent } from 'mdast';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { History } from '../../../core/negotiate/build-history.ts';
import { LADDER_TOP, MEASURES, driftOf, sparkline } from '../../../core/negotiate/drift.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { readableRuns } from '../../../core/negotiate/readable-runs.ts';
import { reportWords } from '../../../core/report/strings.ts';
import { bullets, emphasis, heading, paragraph, strong, table, words, writeBlocks } from '../markdown.ts';

/** The history of a resolution as a Markdown document: each run of words after the year it comes from. */
export function historyMarkdown(history: History, name: string, language: UiLanguage): string {
  const say = negotiationWords(language);
  const report = reportWords(language);
  const { revisions, lives } = history;
  const yearOf = (at: number) => String(revisions[at]?.year ?? '');
  const last = revisions.length - 1;
  const blocks: RootContent[] = [
    heading(1, say('history.title', { resolution: name, count: revisions.length })),
    ...(revisions.some(({ text }) => text.facts.isModel) ? [paragraph(words(say('matrix.model')))] : []),
    heading(2, say('history.lives')),
  ];
  for (const { unit, since, until, stages, runs } of lives) {
    if (until !== last) continue;
    const told = stages
      .filter(({ kind }) => kind !== 'first' && kind !== 'unchanged')
      .map(({ revision, kind }) => `${yearOf(revision)} ${report(`kind.${kind}`)}`);
    blocks.push(
      paragraph(
        strong(unit.path),
        words(` · ${[say('history.since', { year: yearOf(since) }), ...told].join(' · ')}`),
      ),
      paragraph(
        ...readableRuns(runs).flatMap((run, at) => [
          ...(at === 0 ? [] : [words(' ')]),
          emphasis(yearOf(run.origin)),
          words(` ${run.text.trim()}`),
        ]),
      ),
    );
  }
  const gone = lives.filter(({ until }) => until !== last);
  if (gone.length > 0) {
    blocks.push(heading(2, say('history.gone')));
    blocks.push(
      bullets(
        gone.map(({ unit, since, until }) => [
          words(
            `${say('history.goneLine', { path: unit.path, from: yearOf(since), until: yearOf(until) })}: ${unit.text}`,
          ),
        ]),
      ),
    );
  }
  if (history.returned.length > 0) {
    const line = ({ path, text, first, lost, back }: History['returned'][number]) => [
      words(
        `${say('history.returnedLine', { path, first: yearOf(first), lost: yearOf(lost), back: yearOf(back) })}: ${text}`,
      ),
    ];
    blocks.push(heading(2, say('history.returned')), bullets(history.returned.map(line)));
  }
  const turned = history.safeguards.filter(({ appeared, vanished }) => appeared.length + vanished.length > 0);
  blocks.push(heading(2, say('history.safeguards')));
  if (turned.length === 0) blocks.push(paragraph(words(say('history.none'))));
  else
    blocks.push(
      bullets(
        turned.map(({ text, appeared, vanished }) => [
          words(
            `"${text}": ${[
              ...appeared.map((at) => say('history.appeared', { year: yearOf(at) })),
              ...vanished.map((at) => say('history.vanished', { year: yearOf(at) })),
            ].join(', ')}`,
          ),
        ]),
      ),
    );
  const drift = driftOf(history);
  const series = (values: readonly (number | null)[], top: number) =>
    `${sparkline(values, top)} ${values.map((value) => (value === null ? '·' : value < 0 ? '-' : String(value))).join(' ')}`;
  const topOf = (measure: (typeof MEASURES)[number]) =>
    measure === 'force' || measure === 'task'
      ? LADDER_TOP[measure]
      : Math.max(1, ...drift.flatMap((row) => row[measure].map((value) => value ?? 0)));
  blocks.push(
    heading(2, `${say('history.drift')} (${revisions.map(({ year }) => year).join(' ')})`),
    paragraph(words(say('history.driftNote'))),
    table([
      [say('matrix.clause'), ...MEASURES.map((measure) => say(`history.${measure}`))],
      ...drift.map((row) => [
        row.life.unit.path,
        ...MEASURES.map((measure) => series(row[measure], topOf(measure))),
      ]),
    ]),
  );
  return writeBlocks(blocks);
}
