import type { AppState } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import { keyOf } from '../state/settle.ts';
import type { Handler, Handlers } from './handler.ts';
import { step } from './handler.ts';
import { saveNote } from './noting.ts';

const quit: Handler = (desk, state) => {
  if (state.saveError !== null && !state.isQuitWarned) {
    const text = desk.say('status.quitUnsaved', { reason: state.saveError, key: keyOf(desk, 'app.back') });
    return { state: { ...answered(state, text, 'warning'), isQuitWarned: true }, effects: [] };
  }
  return { state, effects: [{ kind: 'quit', code: 0 }] };
};

const back: Handler = (desk, state) => {
  if (state.overlays.length > 0) return step(desk, { ...state, overlays: state.overlays.slice(0, -1) });
  // Escape ends a search before it ends the program.
  if (state.view.query !== '') return step(desk, { ...state, view: { ...state.view, query: '' } });
  return quit(desk, state);
};

const help: Handler = (desk, state) => {
  if (state.overlays.at(-1)?.kind === 'help') return back(desk, state);
  return step(desk, { ...state, overlays: [...state.overlays, { kind: 'help', top: 0 }] });
};

/** The state in which the program may end at any moment: what was being written is a note. */
const rescued = (...[desk, state]: Parameters<Handler>): AppState =>
  state.editor ? saveNote(desk, state).state : state;

export const program: Handlers = {
  'app.help': help,
  'app.back': back,
  'app.quit': quit,
  'app.interrupt': (desk, state) => ({ state: rescued(desk, state), effects: [{ kind: 'quit', code: 130 }] }),
  'app.redraw': (_desk, state) => ({ state, effects: [{ kind: 'redraw' }] }),
  'app.suspend': (_desk, state) => ({ state, effects: [{ kind: 'suspend' }] }),
};
