import { confirmDecision, judging } from '../commands/judging.ts';
import type { Handlers } from '../commands/handler.ts';
import { refuse, step } from '../commands/handler.ts';
import { filtered, listing } from '../commands/listing.ts';
import { moving } from '../commands/moving.ts';
import { noting, typeIntoNote } from '../commands/noting.ts';
import { program } from '../commands/program.ts';
import { reading } from '../commands/reading.ts';
import { confirmSearch, searching } from '../commands/searching.ts';
import { viewing } from '../commands/viewing.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Chord } from '../keys/chords.ts';
import type { CommandName } from '../keys/commands.ts';
import type { KeyContext } from '../keys/key-table.ts';
import { showKeys } from '../keys/key-table.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import type { AppState, Prompt, Step } from './app-state.ts';
import type { Desk } from './desk.ts';
import { keyOf } from './settle.ts';
import { editWith, insert } from './text-buffer.ts';

/** What the keys mean in this state. */
export function contextOf({ editor, prompt, overlays }: AppState): KeyContext {
  if (prompt) return 'prompt';
  if (editor) return 'note';
  const top = overlays.at(-1);
  if (!top) return 'review';
  return top.kind === 'list' ? 'list' : 'reader';
}

const withPrompt = (desk: Desk, state: AppState, prompt: Prompt): Step => {
  const next = { ...state, prompt };
  return step(desk, prompt.kind === 'filter' ? filtered(next, prompt.buffer.text) : next);
};

const typeIntoPrompt = (desk: Desk, state: AppState, prompt: Prompt, chord: Chord): Step => {
  const buffer =
    chord.kind === 'paste'
      ? insert(prompt.buffer, sanitiseLine(chord.text))
      : editWith(prompt.buffer, chord.key);
  // Erasing past the start leaves the line, as in less.
  if (chord.kind === 'key' && chord.key === 'backspace' && prompt.buffer.text === '') {
    return step(desk, { ...state, prompt: null });
  }
  return withPrompt(desk, state, { ...prompt, buffer });
};

const acceptPrompt = (desk: Desk, state: AppState): Step => {
  const { prompt } = state;
  if (!prompt) return step(desk, state);
  const { text } = prompt.buffer;
  switch (prompt.kind) {
    case 'search':
      return confirmSearch(desk, state, text);
    case 'filter':
      return step(desk, { ...state, prompt: null });
    case 'accept':
    case 'dismiss':
      return confirmDecision(desk, state, prompt.kind, text);
  }
};

const cancelPrompt = (desk: Desk, state: AppState): Step => {
  const closed = { ...state, prompt: null };
  return step(desk, state.prompt?.kind === 'filter' ? filtered(closed, '') : closed);
};

const handlers: Handlers = {
  ...moving,
  ...viewing,
  ...noting,
  ...judging,
  ...searching,
  ...listing,
  ...reading,
  ...program,
  'prompt.accept': acceptPrompt,
  'prompt.cancel': cancelPrompt,
};

/** The names of the commands that do something; a test holds them to the key table. */
export function handledCommands(): readonly string[] {
  return Object.keys(handlers);
}

/** What a command does in a state. */
export function run(desk: Desk, state: AppState, command: CommandName): Step {
  const handler = handlers[command];
  return handler ? handler(desk, state) : step(desk, state);
}

/** What a key, or a paste, does in a state: the one way in for all input. */
export function press(desk: Desk, before: AppState, chord: Chord): Step {
  const state = { ...before, status: null, pending: [] };
  const context = contextOf(state);
  if (chord.kind === 'key') {
    const outcome = resolveKey(desk.keys, context, before.pending, chord.key);
    if (outcome.kind === 'command') {
      const isLeaving = outcome.command === 'app.back' || outcome.command === 'app.quit';
      return run(desk, isLeaving ? state : { ...state, isQuitWarned: false }, outcome.command);
    }
    if (outcome.kind === 'pending') return { state: { ...state, pending: outcome.pressed }, effects: [] };
    if (context !== 'note' && context !== 'prompt') {
      const key = showKeys(outcome.pressed);
      return refuse(desk, state, 'disabled.unknownKey', { key, help: keyOf(desk, 'app.help') });
    }
  }
  if (state.prompt) return typeIntoPrompt(desk, state, state.prompt, chord);
  if (state.editor) return typeIntoNote(desk, state, chord);
  return { state, effects: [] };
}
