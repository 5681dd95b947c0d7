import { showKeys } from '../keys/key-table.ts';
import { cellWidth } from '../layout/cell-width.ts';

/** The first keys of a command, as many as fit into so many columns. */
export function keysShown(keys: readonly (readonly string[])[], columns: number): string {
  let shown = '';
  for (const one of keys.map(showKeys)) {
    const longer = shown === '' ? one : `${shown} ${one}`;
    if (cellWidth(longer) > columns) break;
    shown = longer;
  }
  return shown;
}
