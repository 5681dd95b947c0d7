import type { CommandName } from '../keys/commands.ts';
import type { AppState, Status, Step } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { settle } from '../state/settle.ts';
import type { Reveal } from '../state/viewport.ts';

/** What a command does: a pure step from one state to the next. */
export type Handler = (desk: Desk, state: AppState) => Step;

export type Handlers = Readonly<Partial<Record<CommandName, Handler>>>;

/** A step to a state that is made whole. */
export function step(desk: Desk, state: AppState, how: Reveal = 'edge'): Step {
  return { state: settle(desk, state, how), effects: [] };
}

/** A step that changes nothing but says why, or what there is instead. */
export function refuse(
  desk: Desk,
  state: AppState,
  name: string,
  values?: Record<string, string | number>,
): Step {
  return { state: answered(state, desk.say(name, values), 'warning'), effects: [] };
}

/** A step with an answer in the bottom line. */
export function reply(
  desk: Desk,
  state: AppState,
  name: string,
  values?: Record<string, string | number>,
  tone: Status['tone'] = 'info',
): Step {
  return step(desk, answered(state, desk.say(name, values), tone));
}
