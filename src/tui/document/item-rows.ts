import type { Change, Unit } from '../../core/model/change.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cutToWidth } from '../layout/cell-width.ts';
import type { Row } from '../layout/row.ts';
import { fitRow, spreadRow } from '../layout/row-shape.ts';
import type { Piece } from '../layout/words.ts';
import { wrapPieces } from '../layout/wrap.ts';
import type { LabelledPieces } from './change-pieces.ts';
import { changePieces, sidePieces } from './change-pieces.ts';
import type { Entry } from './entries.ts';
import { highlight } from './highlight.ts';
import type { Fold, Item } from './items.ts';
import type { Sheet } from './sheet.ts';

/** Columns for a label, and how much deeper a sub-clause starts. */
const LABEL_COLUMNS = 4;
const DEPTH_COLUMNS = 3;
/** However deep a clause is, this much is left for its words. */
const LEAST_TEXT = 18;

const plain = (text: string, style: Piece['style'] = 'plain'): Piece => ({ text, style });

const labels = (units: readonly Unit[], from: Unit | undefined): string =>
  units
    .map((unit) => (unit.section === from?.section && unit.label ? unit.label : unit.path))
    // They stand in brackets of their own: `(was d)`, not `(was d))`.
    .map((label) => sanitiseLine(label).replace(/\)$/u, ''))
    .join(', ');

/** What is said before the words of a clause that is not where, or what, it was: `(was 2)`. */
export function provenance(change: Change, { say }: Pick<Sheet, 'say'>): string {
  const [revised] = change.revised;
  if (!revised || change.base.length === 0) return '';
  const label = labels(change.base, revised);
  if (change.kind === 'split') return say('clause.split', { label });
  if (change.kind === 'merged') return say('clause.merges', { label });
  if (change.moved) return say('clause.movedFrom', { path: labels(change.base, revised) });
  if (!change.renumbered) return '';
  const [base] = change.base;
  return base && base.path !== revised.path ? say('clause.was', { label }) : '';
}

/** A group of pieces set under its label with a hanging indent. */
const setGroup = (group: LabelledPieces, before: string, columns: number, sheet: Sheet): Row[] => {
  const deepest = Math.max(0, columns - LABEL_COLUMNS - LEAST_TEXT);
  const start = Math.min(Math.max(0, group.depth - 1) * DEPTH_COLUMNS, deepest);
  const label = sanitiseLine(group.label ?? '');
  const indent = start + LABEL_COLUMNS;
  const isLong = label.length >= LABEL_COLUMNS;
  const lead: Piece[] = [];
  if (isLong) lead.push(plain(label, 'strong'), plain(' '));
  if (before !== '') lead.push(plain(before, 'moved'), plain(' '));
  const pieces = [...lead, ...highlight(group.pieces, sheet.query)];
  return wrapPieces(pieces, columns - indent, sheet.theme.markers).map((row, nth) => {
    const margin =
      nth === 0 && !isLong ? ' '.repeat(start) + label.padEnd(LABEL_COLUMNS) : ' '.repeat(indent);
    return [{ text: margin, style: 'strong' as const }, ...row];
  });
};

const setGroups = (groups: readonly LabelledPieces[], before: string, columns: number, sheet: Sheet): Row[] =>
  groups.flatMap((group, nth) => setGroup(group, nth === 0 ? before : '', columns, sheet));

const ghostGroups = (entry: Entry, sheet: Sheet): LabelledPieces => {
  const path = sanitiseLine(entry.change?.revised[0]?.path ?? '');
  const { label, depth, text } = entry.unit;
  const start = cutToWidth(sanitiseLine(text), 60, sheet.theme.glyphs.ellipsis);
  const pieces = [plain(sheet.say('clause.movedTo', { path }), 'moved'), plain(' '), plain(start, 'dim')];
  return { label, depth, pieces };
};

const setHeading = (entry: Entry, columns: number, sheet: Sheet, side?: 'base' | 'revised'): Row[] => {
  const { change } = entry;
  const groups = !change
    ? [{ pieces: [plain(sanitiseLine(entry.unit.text))] }]
    : side
      ? sidePieces(change, side)
      : changePieces(change);
  const pieces = groups
    .flatMap((group) => group.pieces)
    .map((piece) => (piece.style === 'plain' ? { ...piece, style: 'heading' as const } : piece));
  return wrapPieces(highlight(pieces, sheet.query), columns, sheet.theme.markers).map((row) => [...row]);
};

const setInline = (entry: Entry, sheet: Sheet): Row[] => {
  const { columns } = sheet;
  if (entry.kind === 'heading') return setHeading(entry, columns, sheet);
  if (entry.kind === 'ghost') return setGroups([ghostGroups(entry, sheet)], '', columns, sheet);
  const { change } = entry;
  if (!change) return [];
  return setGroups(changePieces(change), provenance(change, sheet), columns, sheet);
};

const setSide = (entry: Entry, side: 'base' | 'revised', columns: number, sheet: Sheet): Row[] => {
  const { change } = entry;
  if (entry.kind === 'heading') return setHeading(entry, columns, sheet, side);
  if (entry.kind === 'ghost')
    return side === 'base' ? setGroups([ghostGroups(entry, sheet)], '', columns, sheet) : [];
  if (!change) return [];
  const before = side === 'revised' && change.moved ? provenance(change, sheet) : '';
  return setGroups(sidePieces(change, side), before, columns, sheet);
};

/** Columns of each half in the side-by-side layout. */
export function halfColumns(columns: number): number {
  return Math.floor((columns - 3) / 2);
}

const setSplit = (entry: Entry, sheet: Sheet): Row[] => {
  const half = halfColumns(sheet.columns);
  const base = setSide(entry, 'base', half, sheet);
  const revised = setSide(entry, 'revised', half, sheet);
  const divider = { text: ` ${sheet.theme.glyphs.column} `, style: 'dim' as const };
  return Array.from({ length: Math.max(base.length, revised.length) }, (_, nth) => [
    ...fitRow(base[nth] ?? [], half),
    divider,
    ...(revised[nth] ?? []),
  ]);
};

const setFold = (fold: Fold, sheet: Sheet): Row[] => {
  const { say, theme } = sheet;
  const parts = [say('fold.unchanged', { count: fold.clauses })];
  if (fold.renumbered > 0) parts.push(say('fold.renumbered', { count: fold.renumbered }));
  const left = `${theme.glyphs.fold} ${parts.join(', ')}`;
  const right = say('fold.opens', { key: sheet.foldKey });
  return [spreadRow([{ text: left, style: 'dim' }], [{ text: right, style: 'dim' }], sheet.columns)];
};

/** The rows of an item on a sheet, without its gutter; none is wider than the sheet. */
export function itemRows(item: Item, sheet: Sheet): readonly Row[] {
  if (item.kind === 'fold') return setFold(item, sheet);
  const rows = sheet.layout === 'split' ? setSplit(item, sheet) : setInline(item, sheet);
  const [first = []] = rows;
  if (sheet.isCut !== true || rows.length < 2) return rows.length > 0 ? rows : [first];
  const { ellipsis } = sheet.theme.glyphs;
  return [[...fitRow(first, sheet.columns - ellipsis.length), { text: ellipsis, style: 'dim' }]];
}
