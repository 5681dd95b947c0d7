import type { Row } from '../layout/row.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { helpLines } from './help-lines.ts';
import { detailLines } from './panel-lines.ts';

/** All lines of a screen that is only read. */
export function readerLines(desk: Desk, state: AppState, kind: 'help' | 'details'): readonly Row[] {
  const columns = state.size.columns - 1;
  return kind === 'help'
    ? helpLines(desk, ['review', 'list', 'note', 'everywhere'], columns)
    : detailLines(desk, state, columns);
}
