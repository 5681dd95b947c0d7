import type { AppState } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import { keyOf } from '../state/settle.ts';
import type { Handler, Handlers } from './handler.ts';
import { reply, step } from './handler.ts';
import { saveNote } from './noting.ts';
import { QUIT } from '../state/app-state.ts';

const quit: Handler = (desk, state) => {
  if (state.saveError !== null && !state.isQuitWarned) {
    const text = desk.say('status.quitUnsaved', { reason: state.saveError, key: keyOf(desk, 'app.back') });
    return { state: { ...answered(state, text, 'warning'), isQuitWarned: true }, effects: [] };
  }
  return { state, effects: [{ kind: 'quit', code: 0 }] };
};

/** Out of the program, also from a comparison that was opened from another screen. */
const quitAll: Handler = (desk, state) => {
  const { state: next, effects } = quit(desk, state);
  if (desk.session.isNested !== true) return { state: next, effects };
  return {
    state: next,
    effects: effects.map((effect) => (effect.kind === 'quit' ? { ...effect, code: QUIT } : effect)),
  };
};

const back: Handler = (desk, state) => {
  if (state.overlays.length > 0) return step(desk, { ...state, overlays: state.overlays.slice(0, -1) });
  if (state.pinning) return reply(desk, { ...state, pinning: null }, 'status.notPinned');
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
  'app.quit': quitAll,
  'app.interrupt': (desk, state) => ({ state: rescued(desk, state), effects: [{ kind: 'quit', code: 130 }] }),
  'app.redraw': (_desk, state) => ({ state, effects: [{ kind: 'redraw' }] }),
  'app.theme': (_desk, state) => ({ state, effects: [{ kind: 'theme' }] }),
  'app.suspend': (_desk, state) => ({ state, effects: [{ kind: 'suspend' }] }),
};
