import { stringify } from 'csv-stringify/sync';
import { defuse } from './defuse.ts';
import type { Table } from './issue-list.ts';

/** A table as CSV (RFC 4180, UTF-8); no text cell can be read as a formula. */
export function csvFile({ columns, rows }: Table): string {
  const cell = (value: string | number) => (typeof value === 'string' ? defuse(value) : value);
  return stringify(
    [columns, ...rows].map((row) => row.map(cell)),
    { record_delimiter: '\r\n' },
  );
}
