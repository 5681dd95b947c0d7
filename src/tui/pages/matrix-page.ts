import type { Place } from '../../core/model/review.ts';
import type { Cell, Clash, Column, Matrix, Row as MatrixRow } from '../../core/negotiate/matrix-types.ts';
import { countMatrix } from '../../core/negotiate/matrix-counts.ts';
import { cellCode, marksOf, resultsOf, touchedRows } from '../../core/negotiate/row-results.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { spanPieces } from '../document/change-pieces.ts';
import { KIND_SIGNS, flagSign } from '../document/gutter.ts';
import { cellWidth } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import type { Piece } from '../layout/words.ts';
import { labelName } from '../screens/label-name.ts';
import type { Read } from '../../app/pages-session.ts';
import { heading, hung, paragraph, plainPage, words } from './blocks.ts';
import { flagsStyle, heatSegments } from './cell-signs.ts';
import type { PagesDesk } from './desk.ts';
import { gridBlock } from './grid.ts';
import type { Block, Page, PageRequest, Target } from './page.ts';
import { NO_SUBJECT, readId } from './subject.ts';

const rowName = ({ base, cells }: MatrixRow): string => {
  if (base !== null) return base.path;
  const [cell] = cells.values();
  return cell?.revised[0] ?? '';
};

const clashText = ({ between: [one, other], reason }: Clash, desk: PagesDesk): string =>
  desk.told(`matrix.conflict.${reason}`, { one: nameOf(one), other: nameOf(other) });

/** How a sponsor is called: its acronym as people write it. */
const nameOf = (name: string): string => (/^[a-z]{2,5}$/u.test(name) ? name.toUpperCase() : name);

/** What a cell says in few letters; a clause that moved and was reworded has the sign of both. */
const codeOf = (cell: Cell): string => cellCode(cell).replace('MOVE+MOD', `MOVE${KIND_SIGNS.edited}`);

/** Green points beside the action: red ones have the line below. */
const greenOf = ({ green }: Column['heat']): Segment[] =>
  green > 0 ? [{ text: ` +${green}`, style: 'green' }] : [];

/** Where a cell stands in the comparison of its proposal with the base. */
const placeOf = (row: MatrixRow, column: Column): Place | null => {
  const cell = row.cells.get(column.name);
  const [revised] = cell?.revised ?? [];
  if (revised !== undefined) return { side: 'revised', path: revised };
  return row.base === null ? null : { side: 'base', path: row.base.path };
};

const cellSegments = (row: MatrixRow, name: string, desk: PagesDesk): Segment[] => {
  const cell = row.cells.get(name);
  if (!cell) return [{ text: `  ${desk.theme.glyphs.dot}`, style: 'dim' }];
  const { isAgreed, isClashing } = marksOf(row, name);
  const style = cell.kind === 'renumbered' ? 'dim' : flagsStyle(cell.flags);
  return [
    { text: isClashing ? 'x ' : isAgreed ? '= ' : '  ', style: isClashing ? 'serious' : 'dim' },
    { text: codeOf(cell), style: style === 'plain' ? 'strong' : style },
  ];
};

/** What a result does, in its own words, with its flags: the lines under a sponsor's name. */
const resultPieces = (row: MatrixRow, name: string, desk: PagesDesk): readonly (readonly Piece[])[] => {
  const cell = row.cells.get(name);
  if (!cell) return [[{ text: row.base?.text ?? '', style: 'plain' }]];
  const labels = new Set(cell.flags.map((flag) => `${flag.polarity} ${flag.label}`));
  const flags = cell.flags
    .filter((flag) => labels.delete(`${flag.polarity} ${flag.label}`))
    .map((flag): readonly Piece[] => {
      const sign = flagSign(flag);
      const grade = flag.polarity === 'red' ? `${desk.report(`severity.${flag.severity}`)}: ` : '';
      return [
        { text: `${sign.text} `, style: sign.style },
        { text: `${grade}${labelName(desk.say, flag)}. `, style: 'strong' },
        { text: flag.message[desk.session.uiLanguage], style: 'plain' },
      ];
    });
  return [spanPieces(cell.change.spans), ...flags];
};

const doing = (row: MatrixRow, name: string, desk: PagesDesk): string => {
  const cell = row.cells.get(name);
  if (!cell) return row.base ? desk.told('matrix.noCell') : desk.say('page.matrix.absent');
  const moved = cell.moved ? `, ${desk.told('matrix.moved', { path: cell.revised.join(', ') })}` : '';
  const stance =
    cell.stance === null
      ? ''
      : `, ${desk.told('matrix.stance', { stance: desk.report(`stance.${cell.stance}`) })}`;
  return `${desk.report(`kind.${cell.kind}`)}${moved}${stance}`;
};

/** Who agrees and who clashes in a row; with a name, only what concerns it. */
const relations = (row: MatrixRow, desk: PagesDesk, name: string | null): Piece[][] => {
  const isMeant = (names: readonly string[]): boolean => name === null || names.includes(name);
  const agreed = row.agreements
    .filter(({ sponsors }) => isMeant(sponsors))
    .map(({ sponsors, text }): Piece[] => [
      { text: '= ', style: 'strong' },
      {
        text: desk.told(text === null ? 'matrix.agreeDelete' : 'matrix.agree', {
          sponsors: sponsors.map(nameOf).join(', '),
        }),
        style: 'plain',
      },
    ]);
  const clashes = row.conflicts
    .filter(({ between }) => isMeant(between))
    .map((clash): Piece[] => [
      { text: 'x ', style: 'serious' },
      { text: clashText(clash, desk), style: 'plain' },
    ]);
  const meets = row.meets
    .filter(({ between }) => isMeant(between))
    .map(({ between: [one, other] }): Piece[] => [
      { text: '  ', style: 'plain' },
      { text: desk.told('matrix.meets', { one: nameOf(one), other: nameOf(other) }), style: 'dim' },
    ]);
  return [...agreed, ...clashes, ...meets];
};

const cleaned = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, text: sanitiseLine(piece.text) }));

/** The current cell in words: the panel under the table. */
const cellRows = (row: MatrixRow, column: Column, desk: PagesDesk, columns: number): Row[] => {
  const head: Piece[] = [
    { text: `${rowName(row)}  `, style: 'strong' },
    { text: nameOf(column.name), style: 'strong' },
    { text: `  ${doing(row, column.name, desk)}`, style: 'plain' },
  ];
  const markers = desk.theme.markers;
  return [
    ...hung(cleaned(head), columns - 1, 1, 0, null),
    ...resultPieces(row, column.name, desk).flatMap((pieces) => hung(pieces, columns - 1, 3, 0, markers)),
    ...relations(row, desk, column.name).flatMap((pieces) => hung(cleaned(pieces), columns - 1, 1, 2, null)),
  ];
};

/** Every result of a row in full, each with who asks for it: `+` on a line. */
const rowPage = (matrix: Matrix, row: MatrixRow, desk: PagesDesk): Page => {
  const blocks: Block[] = [];
  if (row.base) {
    blocks.push(heading(desk.report('header.base')), words('base', row.base.text, 'plain', { indent: 3 }));
  }
  for (const [nth, { sponsors, cell }] of resultsOf(row).entries()) {
    const [name = ''] = sponsors;
    const column = matrix.columns.find((one) => one.name === name);
    const open = (): Target | null => (column ? reviewOf(matrix, row, column) : null);
    blocks.push(heading(`${sponsors.map(nameOf).join(', ')}: ${doing(row, name, desk)}`, `s${nth}`));
    for (const [at, pieces] of resultPieces(row, name, desk).entries()) {
      blocks.push(
        paragraph(`s${nth}.${at}`, pieces, { indent: 3, markers: desk.theme.markers, open, find: cell.kind }),
      );
    }
  }
  const related = relations(row, desk, null);
  if (related.length > 0)
    blocks.push(heading(`${desk.told('matrix.agreements')} / ${desk.told('matrix.conflicts')}`));
  for (const [nth, pieces] of related.entries()) blocks.push(paragraph(`r${nth}`, pieces, { hang: 2 }));
  return plainPage({ kind: 'details', title: sanitiseLine(rowName(row)), blocks });
};

const reviewOf = (matrix: Matrix, row: MatrixRow | null, column: Column): Target => ({
  kind: 'review',
  base: matrix.base.facts.name,
  revised: column.text.facts.name,
  language: matrix.base.resolution.language,
  place: row ? placeOf(row, column) : null,
});

/** The proposals of a meeting side by side: a line a clause, a column a proposal. */
export function matrixPage(
  desk: PagesDesk,
  request: Extract<PageRequest, { kind: 'matrix' }>,
  { data: matrix, messages, markdown }: Read<Matrix>,
): Page {
  const { told } = desk;
  const { ellipsis } = desk.theme.glyphs;
  const { columns } = matrix;
  const rows = new Map<string, MatrixRow>();
  const blocks = touchedRows([...matrix.headings, ...matrix.rows]).map((entry, nth): Block => {
    if ('untouched' in entry) {
      return words(`u${nth}`, told('matrix.untouched', { count: entry.untouched }), 'dim', { isStop: false });
    }
    const { row } = entry;
    const name = rowName(row);
    const key = `${nth} ${row.base === null ? 'new:' : ''}${name}`;
    rows.set(key, row);
    const labels = [...row.cells.values()].flatMap(({ flags }) =>
      flags.map((flag) => labelName(desk.say, flag)),
    );
    return gridBlock({
      key,
      name: row.base === null ? `+ ${name}` : name,
      style: row.unit === 'heading' ? 'heading' : 'plain',
      cells: columns.map((column) => cellSegments(row, column.name, desk)),
      last: heatSegments(row.heat),
      find: `${name} ${labels.join(' ')}`,
      ellipsis,
      open: (at) => {
        const column = columns[at];
        return column ? reviewOf(matrix, row, column) : null;
      },
      details: () => rowPage(matrix, row, desk),
    });
  });
  const all = [...rows.values()];
  const widths = [
    ...all.flatMap((row) => [...row.cells.values()].map((cell) => codeOf(cell).length + 2)),
    ...columns.map(({ heat }) => 7 + String(heat.green).length),
    ...columns.map(({ heat }) => 4 + String(heat.red).length),
    ...columns.map(({ name }) => 2 + name.length),
  ];
  const counts = countMatrix(matrix);
  return plainPage({
    kind: 'matrix',
    title: `${request.resolution} ${desk.theme.glyphs.dot} ${request.meeting}  ${sanitiseLine(matrix.base.resolution.title)}`,
    facts: told('matrix.summary', { ...counts }),
    isModel: matrix.base.facts.isModel || columns.some(({ text }) => text.facts.isModel),
    blocks,
    grid: {
      corner: told('matrix.clause'),
      last: told('matrix.heat'),
      columns: columns.map(({ name, action, text, heat }) => ({
        name,
        head: `  ${nameOf(name)}`,
        under: [
          [{ text: `  ${action}`, style: 'dim' }, ...greenOf(heat)],
          [{ text: '  ', style: 'plain' }, ...heatSegments({ ...heat, green: 0 })],
        ],
        text: text.facts.name,
      })),
      nameColumns: Math.max(12, ...all.map((row) => cellWidth(rowName(row)) + 2)),
      // A cell that is cut would hide its flags, or the end of a figure.
      cellColumns: Math.max(...widths, 7),
      widestColumns: Math.max(...widths, 7),
      lastColumns: 10,
    },
    panel: (block, at, width) => {
      const row = rows.get(block?.key ?? '');
      const column = columns[at];
      return row && column ? cellRows(row, column, desk, width) : [];
    },
    start: request.at ?? {},
    write: markdown
      ? {
          file: `matrix-${request.resolution}-${request.meeting}.md`,
          data: () => Promise.resolve(markdown()),
        }
      : null,
    subject: (block, at) => ({
      ...NO_SUBJECT,
      resolution: request.resolution,
      meeting: request.meeting,
      base: matrix.base.facts.name,
      text: readId(columns[at]?.text.facts.name ?? '')?.text ?? null,
      basePath: rows.get(block?.key ?? '')?.base?.path ?? null,
      path: rows.get(block?.key ?? '')?.cells.get(columns[at]?.name ?? '')?.revised[0] ?? null,
      language: matrix.base.resolution.language,
    }),
    languages: [],
    language: matrix.base.resolution.language,
    messages,
  });
}
