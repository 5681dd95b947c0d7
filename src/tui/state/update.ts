import {
  chooseFormat,
  confirmExport,
  confirmImport,
  exporting,
  formatsNamed,
} from '../commands/exporting.ts';
import { confirmDecision, judging } from '../commands/judging.ts';
import type { Handlers } from '../commands/handler.ts';
import { refuse, step } from '../commands/handler.ts';
import { filtered, listing, moveBy, openListed, topList } from '../commands/listing.ts';
import { commandsNamed } from './commands-named.ts';
import { moving } from '../commands/moving.ts';
import { noting, typeIntoNote } from '../commands/noting.ts';
import { pairingEffects, pinning } from '../commands/pinning.ts';
import { program } from '../commands/program.ts';
import { reading } from '../commands/reading.ts';
import { confirmSearch, searching } from '../commands/searching.ts';
import { viewing } from '../commands/viewing.ts';
import { visiting } from '../commands/visiting.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Chord } from '../keys/chords.ts';
import type { CommandName } from '../keys/commands.ts';
import type { KeyContext } from '../keys/key-table.ts';
import { showKeys } from '../keys/key-table.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import type { AppState, Prompt, Step } from './app-state.ts';
import type { Desk } from './desk.ts';
import { deskNow } from './desk.ts';
import { clicked } from './clicked.ts';
import { keyOf } from './settle.ts';
import { bufferOf, editWith, insert } from './text-buffer.ts';

/** What the keys mean in this state. */
export function contextOf({ editor, prompt, overlays }: AppState): KeyContext {
  if (prompt) return 'prompt';
  if (editor) return 'note';
  const top = overlays.at(-1);
  if (!top) return 'review';
  return top.kind === 'help' || top.kind === 'details' ? 'reader' : 'list';
}

const withPrompt = (desk: Desk, state: AppState, prompt: Prompt): Step => {
  const next = { ...state, prompt };
  return step(desk, prompt.kind === 'filter' ? filtered(next, prompt.buffer.text) : next);
};

const typeIntoPrompt = (desk: Desk, state: AppState, prompt: Prompt, chord: Chord): Step => {
  if (prompt.kind === 'filter' && chord.kind === 'key') {
    if (chord.key === 'down') return moveBy(1)(desk, state);
    if (chord.key === 'up') return moveBy(-1)(desk, state);
  }
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

/** The list of all commands, its filter ready to be typed. */
const openPalette = (desk: Desk, state: AppState): Step => {
  const palette = { kind: 'palette', cursor: 0, top: 0, filter: '' } as const;
  const prompt: Prompt = { kind: 'filter', buffer: bufferOf('') };
  return step(desk, { ...state, overlays: [...state.overlays, palette], prompt });
};

/** What the current line of a list stands for: a command is run, a flag or note is gone to. */
const openLine = (desk: Desk, state: AppState): Step => {
  const list = topList(state);
  if (list?.kind === 'export') return chooseFormat(desk, state, formatsNamed(desk, list.filter)[list.cursor]);
  if (list?.kind !== 'palette') return openListed(desk, state);
  const chosen = commandsNamed(desk, list.filter)[list.cursor];
  if (!chosen) return refuse(desk, state, 'disabled.emptyList');
  // A command of the comparison is run on the comparison, whatever lay over it.
  return run(desk, { ...state, overlays: [] }, chosen.command);
};

const acceptPrompt = (desk: Desk, state: AppState): Step => {
  const { prompt } = state;
  if (!prompt) return step(desk, state);
  const { text } = prompt.buffer;
  switch (prompt.kind) {
    case 'search':
      return confirmSearch(desk, state, text);
    case 'filter': {
      const closed = { ...state, prompt: null };
      return topList(state)?.kind === 'palette' ? openLine(desk, closed) : step(desk, closed);
    }
    case 'accept':
    case 'dismiss':
      return confirmDecision(desk, state, prompt.kind, text);
    case 'export':
    case 'replace':
      return confirmExport(desk, state);
    case 'import':
      return confirmImport(desk, state, text);
  }
};

const cancelPrompt = (desk: Desk, state: AppState): Step => {
  const closed = { ...state, prompt: null };
  if (topList(state)?.kind === 'palette')
    return step(desk, { ...closed, overlays: state.overlays.slice(0, -1) });
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
  ...visiting,
  ...pinning,
  ...exporting,
  ...program,
  'app.palette': openPalette,
  'list.open': openLine,
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
export function press(given: Desk, before: AppState, chord: Chord): Step {
  const desk = deskNow(given, before);
  const next = pressed(desk, before, chord);
  // Undone or done again, other pins may hold: the comparison follows.
  if (next.state.history.present.pins === before.history.present.pins) return next;
  const has = next.effects.some(({ kind }) => kind === 'rebuild');
  return has ? next : { ...next, effects: [...next.effects, ...pairingEffects(desk, next.state)] };
}

const pressed = (desk: Desk, before: AppState, chord: Chord): Step => {
  const state = { ...before, status: null, pending: [] };
  const context = contextOf(state);
  if (chord.kind === 'key' && chord.key === 'click') {
    return chord.at ? clicked(desk, state, chord.at) : { state, effects: [] };
  }
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
};
