import type { Row } from '../layout/row.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { contextOf } from '../state/update.ts';
import { answerRow, promptRow, workingRow } from './hint-row.ts';

/** The bottom line: what is being typed, a pending sequence, an answer, or what works here. */
export function statusRow(desk: Desk, state: AppState): Row {
  const { columns } = state.size;
  const { prompt, status } = state;
  const context = contextOf(state);
  if (status) return answerRow(desk, status, columns);
  if (prompt)
    return promptRow(desk.say(`prompt.${prompt.kind}`, { path: prompt.path ?? '' }), prompt.buffer, columns);
  const isNested = desk.session.isNested === true || state.overlays.length > 0;
  return workingRow(desk, context, columns, { isNested });
}
