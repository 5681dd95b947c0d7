import type { Matrix } from './matrix-types.ts';

export interface MatrixCounts {
  readonly touched: number;
  readonly added: number;
  readonly agreed: number;
  readonly conflicts: number;
}

/** Base clauses touched in more than their number, new clauses, rows with agreements, pairs in conflict. */
export function countMatrix({ rows }: Pick<Matrix, 'rows'>): MatrixCounts {
  let [touched, added, agreed, conflicts] = [0, 0, 0, 0];
  for (const row of rows) {
    const isTouched = [...row.cells.values()].some(({ kind }) => kind !== 'renumbered');
    if (row.base === null) added++;
    else if (isTouched) touched++;
    if (row.agreements.length > 0) agreed++;
    conflicts += row.conflicts.length;
  }
  return { touched, added, agreed, conflicts };
}
