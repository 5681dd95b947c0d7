import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Placed, Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { clipRow, fitRow, spreadRow } from '../layout/row-shape.ts';
import { helpLines } from '../screens/help-lines.ts';
import { answerRow, overlaid, pendingRows, promptRow, workingRow } from '../screens/hint-row.ts';
import { ruleRow } from '../screens/rule-row.ts';
import type { ComparisonSummary, TextView } from '../session.ts';
import type { LibraryLine } from './library-lines.ts';
import { libraryLines, numberOf, proposalsOf } from './library-lines.ts';
import type { LibraryDesk, LibraryState } from './library-state.ts';
import { baseOf, openedResolution, summaryKey } from './library-state.ts';
import { LIBRARY_CONTEXTS, helpRows, libraryRows, spotOf } from './update-library.ts';

const pad = (text: string, columns: number, ellipsis: string): string => {
  const cut = cutToWidth(sanitiseLine(text), columns, ellipsis);
  return cut + ' '.repeat(Math.max(0, columns - cellWidth(cut)));
};

const counts = (summary: ComparisonSummary | undefined): Segment[] => {
  if (!summary) return [];
  const { grave, lesser, green, seen, clauses } = summary;
  const flag = (text: string, count: number, style: Segment['style']): Segment[] =>
    count > 0 ? [{ text: `${text}${count} `, style }] : [];
  return [
    ...flag('!!', grave, 'critical'),
    ...flag('!', lesser, 'serious'),
    ...flag('++', green, 'green'),
    { text: ` ${seen}/${clauses} `, style: 'dim' },
  ];
};

/** Columns for what is short; the title gets the rest. */
const NUMBER = 6;
const PLACE = 16;
const PROPOSALS = 12;

const versionOf = ({ id }: TextView): string => id.slice(id.indexOf('@') + 1);

const textSegments = (
  desk: LibraryDesk,
  state: LibraryState,
  line: Extract<LibraryLine, { kind: 'text' }>,
): Segment[] => {
  const { text, resolution } = line;
  const { ellipsis, dot } = desk.theme.glyphs;
  const base = baseOf(state, resolution, text);
  const summary = base === null ? undefined : state.summaries.get(summaryKey(base, text.id, state.language));
  const facts = [text.action, text.sponsor, text.languages.join(' ')].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return [
    { text: pad(text.symbol ?? versionOf(text), 24, ellipsis), style: 'plain' },
    { text: ` ${sanitiseLine(facts.join(` ${dot} `))}`, style: 'dim' },
    ...(text.isModel ? [{ text: `  [${desk.say('header.model')}]`, style: 'serious' } as const] : []),
    ...(state.base === text.id
      ? [{ text: `  < ${desk.say('library.isBase')}`, style: 'moved' } as const]
      : []),
    ...(summary ? [{ text: '  ', style: 'plain' } as const, ...counts(summary)] : []),
  ];
};

const lineRow = (desk: LibraryDesk, state: LibraryState, line: LibraryLine, isCursor: boolean): Row => {
  const { columns } = state.size;
  const { ellipsis } = desk.theme.glyphs;
  if (line.kind === 'title') return textRow(` ${sanitiseLine(line.text)}`, 'heading');
  const cursor: Segment = { text: isCursor ? '>' : ' ', style: isCursor ? 'cursor' : 'plain' };
  if (line.kind === 'text')
    return fitRow([cursor, { text: '  ', style: 'plain' }, ...textSegments(desk, state, line)], columns);
  const { resolution } = line;
  const newest = resolution.texts.findLast(({ kind }) => kind === 'adopted');
  const title = Math.max(8, columns - NUMBER - PLACE - PROPOSALS - 3);
  return fitRow(
    [
      cursor,
      { text: ` ${numberOf(resolution).padStart(NUMBER - 2)} `, style: 'strong' },
      { text: ` ${pad(resolution.title, title, ellipsis)}`, style: 'plain' },
      { text: ` ${pad(newest ? versionOf(newest) : '', PLACE - 1, ellipsis)}`, style: 'dim' },
      { text: String(proposalsOf(resolution).length).padStart(PROPOSALS - 2), style: 'plain' },
    ],
    columns,
  );
};

const header = (desk: LibraryDesk, state: LibraryState, shown: number): Row => {
  const { columns } = state.size;
  const { say } = desk;
  const { filter } = spotOf(state);
  const opened = openedResolution(state);
  const name = opened
    ? ` Res. ${sanitiseLine(numberOf(opened))}  ${sanitiseLine(opened.title)}`
    : ` ${say('library.title')} ${sanitiseLine(desk.session.root)}`;
  const right = [
    filter === '' ? '' : `/${sanitiseLine(filter)}`,
    state.language ?? '',
    opened ? '' : say('library.resolutions', { count: shown }),
  ].filter((part) => part !== '');
  const end = ` ${right.join('  ')} `;
  const room = Math.max(4, columns - cellWidth(end) - 1);
  return spreadRow(
    textRow(cutToWidth(name, room, desk.theme.glyphs.ellipsis), 'strong'),
    textRow(end, 'dim'),
    columns,
  );
};

const columnNames = (desk: LibraryDesk, state: LibraryState): Row => {
  if (openedResolution(state)) return [];
  const { say, theme } = desk;
  const title = Math.max(8, state.size.columns - NUMBER - PLACE - PROPOSALS - 3);
  const names = [
    `  ${say('library.columns.number').padStart(NUMBER - 2)} `,
    ` ${pad(say('library.columns.title'), title, theme.glyphs.ellipsis)}`,
    ` ${pad(say('library.columns.base'), PLACE - 1, theme.glyphs.ellipsis)}`,
    say('library.columns.proposals').padStart(PROPOSALS - 2),
  ];
  return fitRow(textRow(names.join(''), 'dim'), state.size.columns);
};

const status = (desk: LibraryDesk, state: LibraryState): Row => {
  const { columns } = state.size;
  if (state.prompt) return promptRow(desk.say('library.filter'), state.prompt, columns);
  if (state.status) return answerRow(desk, state.status, columns);
  return workingRow(desk, 'library', columns);
};

const helpScreen = (desk: LibraryDesk, state: LibraryState, top: number): Row[] => {
  const rows = helpRows(state);
  const lines = helpLines(desk, LIBRARY_CONTEXTS, state.size.columns - 1);
  const shown = lines.slice(top, top + rows);
  while (shown.length < rows) shown.push([]);
  return [textRow(` ${desk.say('help.title')}`, 'heading'), ruleRow(desk, state.size.columns), ...shown];
};

const listScreen = (desk: LibraryDesk, state: LibraryState): Row[] => {
  const lines = libraryLines(desk, state);
  const { cursor, top } = spotOf(state);
  const rows = libraryRows(state);
  const shown = lines
    .slice(top, top + rows)
    .map((line, nth) => lineRow(desk, state, line, top + nth === cursor));
  if (shown.length === 0 && state.resolutions) shown.push(textRow(`   ${desk.say('library.empty')}`, 'dim'));
  while (shown.length < rows) shown.push([]);
  return [
    header(desk, state, lines.length),
    ruleRow(desk, state.size.columns),
    columnNames(desk, state),
    ...shown,
  ];
};

/** The whole window of the library. */
export function libraryFrame(desk: LibraryDesk, state: LibraryState): readonly Placed[] {
  const { columns, rows } = state.size;
  const isSmall = columns < LEAST_COLUMNS || rows < LEAST_ROWS;
  const body = state.help === null ? listScreen(desk, state) : helpScreen(desk, state, state.help);
  const all = isSmall
    ? [textRow(desk.say('small.window', { columns, rows }))]
    : [...body, ruleRow(desk, columns), status(desk, state)];
  const frame = Array.from({ length: rows }, (_, y) => ({
    x: 0,
    y,
    columns,
    row: clipRow(all[y] ?? [], columns),
  }));
  if (state.pending.length === 0 || isSmall) return frame;
  return overlaid(frame, pendingRows(desk, 'library', state.pending, columns), state.size);
}
