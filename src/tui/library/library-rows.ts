import { negotiationWords } from '../../core/negotiate/strings.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow, rowWidth } from '../layout/row-shape.ts';
import type { ComparisonSummary, ResolutionView, TextView } from '../session.ts';
import type { LibraryLine } from './library-lines.ts';
import { newestProposals, numberOf, proposalsOf } from './library-lines.ts';
import type { LibraryDesk, LibraryState } from './library-state.ts';
import { baseOf, openedResolution, summaryKey } from './library-state.ts';

const pad = (text: string, columns: number, ellipsis: string): string => {
  const cut = cutToWidth(sanitiseLine(text), columns, ellipsis);
  return cut + ' '.repeat(Math.max(0, columns - cellWidth(cut)));
};

const flagCounts = ({ grave, lesser, green }: ComparisonSummary): Segment[] => {
  const flag = (text: string, count: number, style: Segment['style']): Segment[] =>
    count > 0 ? [{ text: `${text}${count} `, style }] : [];
  return [...flag('!!', grave, 'critical'), ...flag('!', lesser, 'serious'), ...flag('++', green, 'green')];
};

const seenCount = ({ seen, clauses }: ComparisonSummary): string => `${seen}/${clauses}`;

/** The comparison of a text with what it is compared with, where it is known yet. */
const summaryOf = (
  state: LibraryState,
  resolution: ResolutionView,
  text: TextView,
): ComparisonSummary | undefined => {
  const base = baseOf(state, resolution, text);
  return base === null ? undefined : state.summaries.get(summaryKey(base, text.id, state.language));
};

/** The comparisons of the newest proposals together, as far as they are known. */
const sumOf = (state: LibraryState, resolution: ResolutionView): ComparisonSummary | undefined => {
  const known = newestProposals(resolution).flatMap((text) => summaryOf(state, resolution, text) ?? []);
  if (known.length === 0) return undefined;
  const add = (name: keyof ComparisonSummary): number => known.reduce((sum, one) => sum + one[name], 0);
  return {
    clauses: add('clauses'),
    seen: add('seen'),
    notes: add('notes'),
    grave: add('grave'),
    lesser: add('lesser'),
    green: add('green'),
  };
};

/** Columns for what is short; the title gets the rest. */
const NUMBER = 6;
const PLACE = 16;
const PROPOSALS = 12;
const FLAGS = 15;
const SEEN = 9;
/** From these widths on the title leaves room for flags, and for what was seen. */
const FLAGS_FROM = 90;
const SEEN_FROM = 100;

const flagColumns = (columns: number): number => (columns >= FLAGS_FROM ? FLAGS : 0);
const seenColumns = (columns: number): number => (columns >= SEEN_FROM ? SEEN : 0);

const titleColumns = (columns: number): number =>
  Math.max(8, columns - NUMBER - PLACE - PROPOSALS - flagColumns(columns) - seenColumns(columns) - 3);

const versionOf = ({ id }: TextView): string => id.slice(id.indexOf('@') + 1);

/** Room for a text's name and facts; on a narrow window the counts matter more than the rest. */
const NAME = 22;

const textRowOf = (
  desk: LibraryDesk,
  state: LibraryState,
  { text, resolution }: Extract<LibraryLine, { kind: 'text' }>,
  cursor: Segment,
): Row => {
  const { columns } = state.size;
  const { ellipsis, dot } = desk.theme.glyphs;
  const summary = summaryOf(state, resolution, text);
  const status = state.statuses[text.id];
  const told =
    status === undefined ? undefined : negotiationWords(desk.session.uiLanguage)(`status.${status}`);
  const facts = [text.action, text.sponsor, text.languages.join(' '), told].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  // Said of each only where they differ: else the header says it of all.
  const isMixed = resolution.texts.some(({ isModel }) => isModel !== text.isModel);
  const base = baseOf(state, resolution, text);
  const against =
    columns >= SEEN_FROM && base !== null && text.kind !== 'adopted' ? base.slice(base.indexOf('@') + 1) : '';
  const left: Segment[] = [
    cursor,
    { text: `  ${pad(text.symbol ?? versionOf(text), columns < 80 ? 18 : NAME, ellipsis)}`, style: 'plain' },
    { text: ` ${sanitiseLine(facts.join(` ${dot} `))}`, style: 'dim' },
    { text: against === '' ? '' : `  ${desk.theme.glyphs.arrow} ${sanitiseLine(against)}`, style: 'dim' },
    { text: isMixed && text.isModel ? `  [${desk.say('header.model')}]` : '', style: 'serious' },
    { text: state.base === text.id ? `  < ${desk.say('library.isBase')}` : '', style: 'moved' },
  ];
  if (!summary) return fitRow(left, columns);
  const counts: Segment[] = [
    ...flagCounts(summary),
    { text: ` ${seenCount(summary).padStart(6)} `, style: 'dim' },
  ];
  return [
    ...fitRow(left, Math.max(0, columns - rowWidth(counts) - 1)),
    { text: ' ', style: 'plain' },
    ...counts,
  ];
};

/** One line of the library: a resolution, a text, or a title between them. */
export function lineRow(desk: LibraryDesk, state: LibraryState, line: LibraryLine, isCursor: boolean): Row {
  const { columns } = state.size;
  const { ellipsis } = desk.theme.glyphs;
  if (line.kind === 'title') return textRow(` ${sanitiseLine(line.text)}`, 'heading');
  const cursor: Segment = { text: isCursor ? '>' : ' ', style: isCursor ? 'cursor' : 'plain' };
  if (line.kind === 'text') return textRowOf(desk, state, line, cursor);
  const { resolution } = line;
  const newest = resolution.texts.findLast(({ kind }) => kind === 'adopted');
  const summary = sumOf(state, resolution);
  const flags = flagColumns(columns);
  return fitRow(
    [
      cursor,
      { text: ` ${numberOf(resolution).padStart(NUMBER - 2)} `, style: 'strong' },
      { text: ` ${pad(resolution.title, titleColumns(columns), ellipsis)}`, style: 'plain' },
      { text: ` ${pad(newest ? versionOf(newest) : '', PLACE - 1, ellipsis)}`, style: 'dim' },
      { text: String(proposalsOf(resolution).length).padStart(PROPOSALS - 2), style: 'plain' },
      ...(flags > 0
        ? fitRow([{ text: '  ', style: 'plain' }, ...(summary ? flagCounts(summary) : [])], flags)
        : []),
      {
        text: summary && seenColumns(columns) > 0 ? seenCount(summary).padStart(SEEN - 1) : '',
        style: 'dim',
      },
    ],
    columns,
  );
}

/** What the columns of the first screen are called; a resolution's texts need no names. */
export function columnNames(desk: LibraryDesk, state: LibraryState): Row {
  if (openedResolution(state)) return [];
  const { say, theme } = desk;
  const { columns } = state.size;
  const flags = flagColumns(columns);
  const names = [
    `  ${say('library.columns.number').padStart(NUMBER - 2)} `,
    ` ${pad(say('library.columns.title'), titleColumns(columns), theme.glyphs.ellipsis)}`,
    ` ${pad(say('library.columns.base'), PLACE - 1, theme.glyphs.ellipsis)}`,
    say('library.columns.proposals').padStart(PROPOSALS - 2),
    flags > 0 ? `  ${pad(say('library.columns.flags'), flags - 2, theme.glyphs.ellipsis)}` : '',
    seenColumns(columns) > 0 ? say('library.columns.seen').padStart(SEEN - 1) : '',
  ];
  return fitRow(textRow(names.join(''), 'dim'), columns);
}
