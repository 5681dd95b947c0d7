import type { Cell, Row } from './matrix-types.ts';

/** One result in a row, and all who propose it. */
export interface RowResult {
  readonly sponsors: readonly string[];
  readonly cell: Cell;
}

/** The distinct results of a row, those of most sponsors first; who agrees word for word stands together. */
export function resultsOf(row: Row): RowResult[] {
  const agreed = row.agreements.map(({ sponsors }) => sponsors);
  const groups = [...row.cells.keys()].map(
    (name) => agreed.find((sponsors) => sponsors.includes(name)) ?? [name],
  );
  const results: RowResult[] = [];
  for (const sponsors of new Set(groups.map((group) => group.join('\u0000')))) {
    const names = sponsors.split('\u0000');
    const cell = row.cells.get(names[0] ?? '');
    if (cell !== undefined) results.push({ sponsors: names, cell });
  }
  return results.sort((a, b) => b.sponsors.length - a.sponsors.length);
}

/** What a cell says in few letters: MOD, mod (form only), SUP, ADD, MOVE, SPLIT, JOIN, # (renumbered), and its flags. */
export function cellCode({ kind, moved, change, flags }: Cell): string {
  const codes = {
    renumbered: '#',
    editorial: 'mod',
    edited: 'MOD',
    moved: 'MOVE',
    split: 'SPLIT',
    merged: 'JOIN',
    added: 'ADD',
    deleted: 'SUP',
  } as const;
  const isEdited = moved && !change.editorial && change.spans.some(({ op }) => op !== 'equal');
  const red = flags.filter(({ polarity }) => polarity === 'red');
  const isGrave = red.some(({ severity }) => severity === 'serious' || severity === 'critical');
  const isGreen = flags.some(({ polarity }) => polarity === 'green');
  return `${codes[kind]}${isEdited ? '+MOD' : ''}${isGrave ? '!!' : red.length > 0 ? '!' : ''}${isGreen ? '+' : ''}`;
}

/** Names in a row that agree with another, and those in conflict. */
export function marksOf(
  row: Row,
  name: string,
): { readonly isAgreed: boolean; readonly isClashing: boolean } {
  return {
    isAgreed: row.agreements.some(({ sponsors }) => sponsors.includes(name)),
    isClashing: row.conflicts.some(({ between }) => between.includes(name)),
  };
}

/** Clauses and headings of a matrix in reading order, those nobody touches counted between them. */
export function touchedRows(
  rows: readonly Row[],
): readonly ({ readonly row: Row } | { readonly untouched: number })[] {
  const shown: ({ row: Row } | { untouched: number })[] = [];
  let quiet = 0;
  const flush = () => {
    if (quiet > 0) shown.push({ untouched: quiet });
    quiet = 0;
  };
  for (const row of rows.toSorted((a, b) => a.order - b.order)) {
    if (row.cells.size === 0) quiet += row.unit === 'clause' ? 1 : 0;
    else {
      flush();
      shown.push({ row });
    }
  }
  flush();
  return shown;
}
