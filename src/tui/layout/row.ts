/** What a run of text is, for the eye; a theme says how it looks. */
export type StyleName =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'heading'
  | 'removed'
  | 'added'
  | 'critical'
  | 'serious'
  | 'green'
  | 'moved'
  | 'note'
  | 'cursor'
  | 'caret'
  | 'bar'
  | 'warning';

export interface Segment {
  readonly text: string;
  readonly style: StyleName;
  /** True where a search hit: drawn in reverse on top of its style. */
  readonly isMatch?: boolean;
}

/** One line of the screen: what the layout makes and the screen draws as it is. */
export type Row = readonly Segment[];

/** A row, or a part of one, at its place in the window; it fills so many columns. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly row: Row;
}

/** A row of one run. */
export function textRow(text: string, style: StyleName = 'plain'): Row {
  return [{ text, style }];
}
