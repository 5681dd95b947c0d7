import type { Row } from '../layout/row.ts';
import type { Say } from '../strings.ts';
import type { Theme } from '../theme.ts';
import type { Item } from './items.ts';
import { itemRows } from './item-rows.ts';

export type Layout = 'inline' | 'split';

/** The paper the comparison is set on: change one of these and every row has to be set anew. */
export interface Sheet {
  /** Columns for everything but the gutter. */
  readonly columns: number;
  readonly layout: Layout;
  /** True where each clause is one row, cut at the end: more of them at a glance. */
  readonly isCut?: boolean;
  readonly query: string;
  readonly theme: Theme;
  readonly say: Say;
  /** The key that opens a fold, as the key table has it. */
  readonly foldKey: string;
}

const settled = new WeakMap<Item, { readonly sheet: Sheet; readonly rows: readonly Row[] }>();

/** The rows of an item without its gutter, set once for each sheet. */
export function rowsOf(item: Item, sheet: Sheet): readonly Row[] {
  const known = settled.get(item);
  if (known?.sheet === sheet) return known.rows;
  const rows = itemRows(item, sheet);
  settled.set(item, { sheet, rows });
  return rows;
}
