import type { ChangeKind } from '../../core/model/change.ts';
import type { Flag } from '../../core/model/flag.ts';
import type { Row, Segment, StyleName } from '../layout/row.ts';
import type { Item } from './items.ts';

/** Columns: cursor, severity (2), seen, note, kind, two spaces. */
export const GUTTER_COLUMNS = 8;

/** The sign of each kind of change, explained by the help screen. */
export const KIND_SIGNS: Readonly<Record<ChangeKind, string>> = {
  unchanged: ' ',
  renumbered: '#',
  editorial: 'e',
  edited: '~',
  moved: 'M',
  split: 'S',
  merged: 'J',
  added: '+',
  deleted: '-',
};

const KIND_STYLES: Readonly<Record<ChangeKind, StyleName>> = {
  unchanged: 'plain',
  renumbered: 'dim',
  editorial: 'dim',
  edited: 'strong',
  moved: 'moved',
  split: 'moved',
  merged: 'moved',
  added: 'added',
  deleted: 'removed',
};

/** The sign of a flag: two marks for serious and critical, one for the rest, `++` for the better. */
export function flagSign(flag: Flag): Segment {
  if (flag.polarity === 'green') return { text: '++', style: 'green' };
  const isGrave = flag.severity === 'critical' || flag.severity === 'serious';
  return isGrave ? { text: '!!', style: 'critical' } : { text: ' !', style: 'serious' };
}

const GRAVITY: Readonly<Record<string, number>> = { '!!': 3, ' !': 2, '++': 1 };

/** What stands in the margin of an item besides its words. */
export interface Margin {
  readonly isCursor: boolean;
  readonly isSeen: boolean;
  readonly hasNote: boolean;
  /** Flags that were not dismissed. */
  readonly openFlags: readonly Flag[];
}

const gravest = (flags: readonly Flag[]): Segment => {
  const signs = flags.map(flagSign).sort((a, b) => (GRAVITY[b.text] ?? 0) - (GRAVITY[a.text] ?? 0));
  return signs[0] ?? { text: '  ', style: 'plain' };
};

/** The gutter of an item's first row. */
export function gutter(item: Item, { isCursor, isSeen, hasNote, openFlags }: Margin): Row {
  const cursor: Segment = isCursor ? { text: '>', style: 'cursor' } : { text: ' ', style: 'plain' };
  if (item.kind === 'fold') return [cursor, { text: ' '.repeat(GUTTER_COLUMNS - 1), style: 'plain' }];
  const kind = item.kind === 'ghost' ? 'moved' : (item.change?.kind ?? 'unchanged');
  const style = KIND_STYLES[kind];
  return [
    cursor,
    gravest(openFlags),
    { text: isSeen ? 'x' : ' ', style: 'dim' },
    { text: hasNote ? 'n' : ' ', style: 'note' },
    // The sign itself is not struck through or underlined: it would not be legible.
    { text: KIND_SIGNS[kind], style: style === 'removed' || style === 'added' ? 'strong' : style },
    { text: '  ', style: 'plain' },
  ];
}

/** The gutter of an item's further rows: the current clause keeps its bar. */
export function gutterBelow(isCursor: boolean, bar: string): Row {
  return [
    { text: isCursor ? bar : ' ', style: isCursor ? 'strong' : 'plain' },
    { text: ' '.repeat(GUTTER_COLUMNS - 1), style: 'plain' },
  ];
}
