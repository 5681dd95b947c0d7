import type { Change, Span, Unit } from '../../core/model/change.ts';
import { sanitise } from '../../core/text/sanitise.ts';
import type { Piece } from '../layout/words.ts';

/** One labelled paragraph of a change: a split clause has several, all others one. */
export interface LabelledPieces {
  readonly label: string | null;
  readonly depth: number;
  readonly pieces: readonly Piece[];
}

/** Footnote marks as people read them: `[1]` for the `[^1]` of Markdown. */
export function footnoted(text: string): string {
  return text.replace(/\[\^([^\]\s]{1,12})\]/gu, '[$1]');
}

const labelOf = ({ unit, label }: Unit): string | null => (unit === 'footnote' ? `[${label ?? ''}]` : label);

const pieceOf = (op: Span['op'], text: string): Piece => {
  const clean = footnoted(sanitise(text));
  if (op === 'delete') return { text: clean, style: 'removed', mark: 'removed' };
  if (op === 'insert') return { text: clean, style: 'added', mark: 'added' };
  return { text: clean, style: 'plain' };
};

/** Spans as pieces to set, in one run. */
export function spanPieces(spans: readonly Span[]): readonly Piece[] {
  return spans.map(({ op, text }) => pieceOf(op, text));
}

/** Where in the side's joined text each further clause starts: just behind the line feed that joins them. */
const startsOf = (units: readonly Unit[]): readonly number[] => {
  const starts: number[] = [];
  let at = 0;
  for (const unit of units) {
    starts.push(at);
    at += unit.text.length + 1;
  }
  return starts;
};

/** The spans of a change as pieces to set, a group for each revised clause (each base one when deleted). */
export function changePieces(change: Change): readonly LabelledPieces[] {
  const units = change.revised.length > 0 ? change.revised : change.base;
  const passedOver: Span['op'] = change.revised.length > 0 ? 'delete' : 'insert';
  const starts = startsOf(units);
  const groups: Piece[][] = units.map(() => []);
  let offset = 0;
  let group = 0;
  for (const { op, text } of change.spans) {
    if (op === passedOver) {
      groups[group]?.push(pieceOf(op, text));
      continue;
    }
    let rest = text;
    for (
      let next = starts[group + 1];
      next !== undefined && offset + rest.length >= next;
      next = starts[group + 1]
    ) {
      const start = rest.slice(0, Math.max(0, next - 1 - offset));
      if (start !== '') groups[group]?.push(pieceOf(op, start));
      rest = rest.slice(next - offset);
      offset = next;
      group += 1;
    }
    if (rest !== '') groups[group]?.push(pieceOf(op, rest));
    offset += rest.length;
  }
  return units.map((unit, nth) => ({ label: labelOf(unit), depth: unit.depth, pieces: groups[nth] ?? [] }));
}

/** One side of a change: its own words, with what the other side does not have marked. */
export function sidePieces(change: Change, side: 'base' | 'revised'): readonly LabelledPieces[] {
  if (side === 'revised' && change.revised.length > 0) {
    return changePieces(change).map((group) => ({
      ...group,
      pieces: group.pieces.filter(({ mark }) => mark !== 'removed'),
    }));
  }
  if (side === 'base' && change.base.length > 0) {
    // Seen from the base, its clauses are the groups and the inserted words are left out.
    const mirrored = { ...change, revised: change.base, spans: change.spans.map(mirror) };
    return changePieces(mirrored).map((group) => ({
      ...group,
      pieces: group.pieces.filter(({ mark }) => mark !== 'removed').map(asRemoved),
    }));
  }
  return [];
}

const mirror = ({ op, text }: Span): Span => {
  if (op === 'delete') return { op: 'insert', text };
  return op === 'insert' ? { op: 'delete', text } : { op, text };
};

const asRemoved = (piece: Piece): Piece =>
  piece.mark === 'added' ? { ...piece, style: 'removed', mark: 'removed' } : piece;
