import type { Status } from '../state/app-state.ts';
import type { PagesState } from './pages-state.ts';

/** The state with an answer in the bottom line. */
export function answered(state: PagesState, text: string, tone: Status['tone'] = 'info'): PagesState {
  return { ...state, status: { tone, text } };
}
