import { cellWidth, splitAtWidth } from './cell-width.ts';
import type { Row, Segment } from './row.ts';
import type { Mark, Piece } from './words.ts';
import { toWords } from './words.ts';

/** The signs around marked text: `[-removed-]`, `{+added+}`. */
export type Markers = Readonly<Record<Mark, readonly [open: string, close: string]>>;

export const PLAIN_MARKERS: Markers = { removed: ['[-', '-]'], added: ['{+', '+}'] };

interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
  /** The mark still open at the end. */
  readonly open: Mark | undefined;
}

const EMPTY: Line = { segments: [], width: 0, open: undefined };

const lastStyle = (line: Line): Segment['style'] => line.segments.at(-1)?.style ?? 'plain';

const closed = (line: Line, markers: Markers | null): Line => {
  if (!line.open || !markers) return { ...line, open: undefined };
  const sign = markers[line.open][1];
  return {
    segments: [...line.segments, { text: sign, style: lastStyle(line) }],
    width: line.width + sign.length,
    open: undefined,
  };
};

const appended = (line: Line, piece: Piece, markers: Markers | null): Line => {
  const start = piece.mark === line.open ? line : closed(line, markers);
  const sign = piece.mark && piece.mark !== line.open && markers ? markers[piece.mark][0] : '';
  const segments = [...start.segments];
  if (sign) segments.push({ text: sign, style: piece.style });
  const { text, style, isMatch } = piece;
  const last = segments.at(-1);
  if (last?.style === style && last.isMatch === isMatch) {
    segments[segments.length - 1] = { ...last, text: last.text + text };
  } else segments.push(isMatch ? { text, style, isMatch } : { text, style });
  return { segments, width: start.width + sign.length + cellWidth(text), open: piece.mark };
};

const extended = (line: Line, pieces: readonly Piece[], markers: Markers | null): Line =>
  pieces.reduce((longer, piece) => appended(longer, piece, markers), line);

/**
 * Pieces set in lines of at most `columns` columns, whole words where they fit, ideographs one by one. With
 * markers, a marked run that goes over a line end is closed there and opened again on the next line. Spaces at
 * a line end are not shown; an empty text gives one empty row.
 */
export function wrapPieces(
  pieces: readonly Piece[],
  columns: number,
  markers: Markers | null,
): readonly Row[] {
  const width = Math.max(columns, 8);
  const rows: Row[] = [];
  let line = EMPTY;
  let spaces: readonly Piece[] = [];
  const endLine = (): void => {
    rows.push(closed(line, markers).segments);
    line = EMPTY;
    spaces = [];
  };
  const fits = (candidate: Line): boolean => closed(candidate, markers).width <= width;

  for (const { kind, pieces: parts } of toWords(pieces)) {
    if (kind === 'break') {
      if (line !== EMPTY) endLine();
      continue;
    }
    if (kind === 'space') {
      if (line !== EMPTY) spaces = [...spaces, ...parts];
      continue;
    }
    let candidate = extended(line, [...spaces, ...parts], markers);
    if (!fits(candidate) && line !== EMPTY) {
      endLine();
      candidate = extended(EMPTY, parts, markers);
    }
    spaces = [];
    if (fits(candidate)) {
      line = candidate;
      continue;
    }
    // A word longer than a line (an address, a run without spaces) is cut where the line ends.
    for (const part of parts) {
      let rest = part.text;
      while (rest !== '') {
        const overhead = closed(appended(line, { ...part, text: '' }, markers), markers).width;
        const [start, more] = splitAtWidth(rest, width - overhead);
        if (start === '' && line !== EMPTY) {
          endLine();
          continue;
        }
        line = appended(line, { ...part, text: start === '' ? rest : start }, markers);
        rest = start === '' ? '' : more;
      }
    }
  }
  if (line !== EMPTY || rows.length === 0) endLine();
  return rows;
}
