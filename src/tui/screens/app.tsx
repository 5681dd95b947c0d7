import type { ReactElement } from 'react';
import { LEAST_COLUMNS, LEAST_ROWS } from '../layout/geometry.ts';
import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { comparisonRows } from './comparison-rows.ts';
import { listRows } from './list-rows.ts';
import { readerRows } from './reader-rows.ts';
import { Rows } from './rows.tsx';

/** The rows of the whole window: exactly as many as it has. */
export function screenRows(desk: Desk, state: AppState): readonly Row[] {
  const { columns, rows } = state.size;
  if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
    return [textRow(desk.say('small.window', { columns, rows }))];
  }
  const top = state.overlays.at(-1);
  if (!top) return comparisonRows(desk, state);
  return top.kind === 'list' ? listRows(desk, state, top) : readerRows(desk, state, top);
}

/** The window as Ink draws it; all state is given, none is kept. */
export function App({ desk, state }: { readonly desk: Desk; readonly state: AppState }): ReactElement {
  return <Rows rows={screenRows(desk, state)} theme={desk.theme} />;
}
