import { sanitiseLine } from '../../core/text/sanitise.ts';
import { LANGUAGES } from '../../core/model/language.ts';
import type { Chord } from '../keys/chords.ts';
import type { CommandName } from '../keys/commands.ts';
import { showKeys } from '../keys/key-table.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import { keyOf } from '../state/settle.ts';
import { bufferOf, editWith, insert } from '../state/text-buffer.ts';
import { PROPOSAL_STATUSES } from '../../core/negotiate/following.ts';
import type { ScreenCommand } from '../pages/requests.ts';
import { SCREEN_COMMANDS, isReason, requestFor } from '../pages/requests.ts';
import type { Subject } from '../pages/subject.ts';
import { NO_SUBJECT } from '../pages/subject.ts';
import { helpLines } from '../screens/help-lines.ts';
import type { LibraryLine } from './library-lines.ts';
import { libraryLines } from './library-lines.ts';
import type { LibraryDesk, LibraryEffect, LibraryState, LibraryStep, Spot } from './library-state.ts';
import { SORTS, baseOf, openedResolution } from './library-state.ts';

/** Whose keys the help of the library tells. */
export const LIBRARY_CONTEXTS = ['library', 'list', 'screens', 'everywhere'] as const;

type Handler = (desk: LibraryDesk, state: LibraryState) => LibraryStep;

const stay = (state: LibraryState, ...effects: readonly LibraryEffect[]): LibraryStep => ({ state, effects });

const told = (
  desk: LibraryDesk,
  state: LibraryState,
  name: string,
  values?: Record<string, string | number>,
  tone: 'info' | 'warning' = 'info',
): LibraryState => ({ ...state, status: { tone, text: desk.say(name, values) } });

/** Rows for the lines of a list: all but header, rules, column names and status. */
export function libraryRows({ size }: Pick<LibraryState, 'size'>): number {
  return Math.max(1, size.rows - 5);
}

/** Rows for the help: all but header, rules and status. */
export function helpRows({ size }: Pick<LibraryState, 'size'>): number {
  return Math.max(1, size.rows - 4);
}

/** The place in the list that is open. */
export function spotOf(state: LibraryState): Spot {
  return openedResolution(state) ? state.texts : state.all;
}

const withSpot = (state: LibraryState, spot: Spot): LibraryState =>
  openedResolution(state) ? { ...state, texts: spot } : { ...state, all: spot };

/** The state made whole: the cursor stands on a line one can open, and is in view. */
export function settleLibrary(desk: LibraryDesk, state: LibraryState, direction: 1 | -1 = 1): LibraryState {
  const lines = libraryLines(desk, state);
  const spot = spotOf(state);
  const rows = libraryRows(state);
  let cursor = Math.max(0, Math.min(spot.cursor, lines.length - 1));
  if (lines[cursor]?.kind === 'title') cursor += cursor + direction < 0 ? 1 : direction;
  const lowest = Math.max(0, lines.length - rows);
  let top = Math.min(spot.top, lowest);
  // The title above the first text stays in view with it.
  const start = lines[cursor - 1]?.kind === 'title' ? cursor - 1 : cursor;
  if (start < top) top = start;
  if (cursor >= top + rows) top = cursor - rows + 1;
  return withSpot(state, { ...spot, cursor, top });
}

const currentLine = (desk: LibraryDesk, state: LibraryState): LibraryLine | undefined =>
  libraryLines(desk, state)[spotOf(state).cursor];

const move =
  (direction: 1 | -1, target: (cursor: number, rows: number, last: number) => number): Handler =>
  (desk, state) => {
    if (state.help !== null) {
      const last = helpLines(desk, LIBRARY_CONTEXTS, state.size.columns - 1).length - helpRows(state);
      return stay({ ...state, help: Math.max(0, Math.min(last, target(state.help, helpRows(state), last))) });
    }
    const last = libraryLines(desk, state).length - 1;
    const spot = spotOf(state);
    const cursor = Math.max(0, Math.min(last, target(spot.cursor, libraryRows(state), last)));
    return stay(settleLibrary(desk, withSpot(state, { ...spot, cursor }), direction));
  };

const open: Handler = (desk, state) => {
  const line = currentLine(desk, state);
  if (line?.kind === 'resolution') {
    const spot: Spot = { cursor: 0, top: 0, filter: '' };
    const opened = { ...state, opened: line.resolution.id, texts: spot };
    const first = libraryLines(desk, opened).findIndex(
      (one) => one.kind === 'text' && one.text.kind === 'proposal',
    );
    return stay(settleLibrary(desk, { ...opened, texts: { ...spot, cursor: Math.max(0, first) } }));
  }
  if (line?.kind !== 'text') return stay(told(desk, state, 'disabled.emptyList', {}, 'warning'));
  if (state.base === line.text.id) return stay(told(desk, state, 'library.sameText', {}, 'warning'));
  const base = baseOf(state, line.resolution, line.text);
  if (base === null) {
    return stay(told(desk, state, 'library.noBase', { key: keyOf(desk, 'library.base') }, 'warning'));
  }
  return stay(told(desk, state, 'library.opening'), { kind: 'review', base, revised: line.text.id });
};

const setBase: Handler = (desk, state) => {
  const line = currentLine(desk, state);
  if (line?.kind !== 'text') return stay(told(desk, state, 'library.onlyTexts', {}, 'warning'));
  if (state.base === line.text.id) return stay(told(desk, { ...state, base: null }, 'library.baseCleared'));
  return stay(told(desk, { ...state, base: line.text.id }, 'library.baseSet', { text: line.text.id }));
};

const sort: Handler = (desk, state) => {
  const next = SORTS[(SORTS.indexOf(state.sort) + 1) % SORTS.length] ?? 'number';
  return stay(told(desk, settleLibrary(desk, { ...state, sort: next }), `library.sorted.${next}`));
};

/** The languages any text of the library is there in, then the one each is best kept in. */
const nextLanguage: Handler = (desk, state) => {
  const kept = new Set(
    (state.resolutions ?? []).flatMap(({ texts }) => texts.flatMap((text) => text.languages)),
  );
  const choices = [null, ...LANGUAGES.filter((language) => kept.has(language))];
  const language = choices[(choices.indexOf(state.language) + 1) % choices.length] ?? null;
  const next = { ...state, language };
  return stay(
    language ? told(desk, next, 'library.language', { language }) : told(desk, next, 'library.languageAny'),
  );
};

const back: Handler = (desk, state) => {
  if (state.help !== null) return stay({ ...state, help: null });
  const spot = spotOf(state);
  if (spot.filter !== '') return stay(settleLibrary(desk, withSpot(state, { ...spot, filter: '' })));
  if (state.opened !== null) return stay(settleLibrary(desk, { ...state, opened: null }));
  return stay(state, { kind: 'quit', code: 0 });
};

/** What the line one is on is about; of a resolution, the newest meeting with proposals. */
const subjectOf = (desk: LibraryDesk, state: LibraryState): Subject => {
  const line = currentLine(desk, state);
  if (!line || line.kind === 'title') return { ...NO_SUBJECT, resolution: state.opened };
  const { resolution } = line;
  const newest = resolution.texts.findLast(({ kind }) => kind === 'proposal')?.meeting ?? null;
  const known = { ...NO_SUBJECT, resolution: resolution.id, meeting: newest, language: state.language };
  if (line.kind === 'resolution') return known;
  const { text } = line;
  const base = baseOf(state, resolution, text);
  return { ...known, meeting: text.meeting ?? newest, text: text.id, base };
};

const visit =
  (command: ScreenCommand): Handler =>
  (desk, state) => {
    if (!desk.session.pages) return stay(told(desk, state, 'disabled.noLibrary', {}, 'warning'));
    const request = requestFor(command, subjectOf(desk, state), false);
    if (isReason(request)) return stay(told(desk, state, request.reason, {}, 'warning'));
    return stay(told(desk, state, 'page.reading'), { kind: 'visit', request });
  };

const palette: Handler = (desk, state) =>
  desk.session.pages
    ? stay(state, {
        kind: 'visit',
        request: { kind: 'palette', contexts: ['screens', 'library', 'list', 'everywhere'] },
      })
    : stay(told(desk, state, 'disabled.noLibrary', {}, 'warning'));

const nextStatus: Handler = (desk, state) => {
  const line = currentLine(desk, state);
  if (line?.kind !== 'text' || line.text.kind !== 'proposal' || !desk.session.pages)
    return stay(told(desk, state, 'library.onlyProposals', {}, 'warning'));
  const { id } = line.text;
  const now = state.statuses[id] ?? 'tabled';
  const status =
    PROPOSAL_STATUSES[(PROPOSAL_STATUSES.indexOf(now) + 1) % PROPOSAL_STATUSES.length] ?? 'tabled';
  return stay(
    { ...state, statuses: { ...state.statuses, [id]: status } },
    { kind: 'status', text: id, status },
  );
};

const handlers: Readonly<Partial<Record<CommandName, Handler>>> = {
  'list.next': move(1, (cursor) => cursor + 1),
  'list.previous': move(-1, (cursor) => cursor - 1),
  'list.first': move(1, () => 0),
  'list.last': move(-1, (_cursor, _rows, last) => last),
  'list.pageDown': move(1, (cursor, rows) => cursor + rows - 1),
  'list.pageUp': move(-1, (cursor, rows) => cursor - rows + 1),
  'list.open': open,
  'list.filter': (_desk, state) => stay({ ...state, prompt: bufferOf(spotOf(state).filter) }),
  'library.sort': sort,
  'library.base': setBase,
  'library.language': nextLanguage,
  'library.status': nextStatus,
  ...Object.fromEntries(SCREEN_COMMANDS.map((command) => [command, visit(command)])),
  'app.palette': palette,
  'library.reload': (desk, state) => stay(told(desk, state, 'library.reading'), { kind: 'load' }),
  'app.help': (_desk, state) => stay({ ...state, help: state.help === null ? 0 : null }),
  'app.back': back,
  'app.quit': (_desk, state) => stay(state, { kind: 'quit', code: 0 }),
  'app.interrupt': (_desk, state) => stay(state, { kind: 'quit', code: 130 }),
  'app.redraw': (_desk, state) => stay(state, { kind: 'redraw' }),
  'app.theme': (_desk, state) => stay(state, { kind: 'theme' }),
  'app.suspend': (_desk, state) => stay(state, { kind: 'suspend' }),
  'library.import': (desk, state) =>
    desk.session.pages
      ? stay({ ...state, prompt: bufferOf(''), isImporting: true })
      : stay(told(desk, state, 'disabled.noLibrary', {}, 'warning')),
  'prompt.accept': (desk, state) => {
    const closed = { ...state, prompt: null, isImporting: false };
    const path = state.prompt?.text.trim() ?? '';
    if (!state.isImporting) return stay(closed);
    if (path === '') return stay(told(desk, closed, 'library.nothingNamed', {}, 'warning'));
    return stay(told(desk, closed, 'page.reading'), { kind: 'visit', request: { kind: 'import', path } });
  },
  'prompt.cancel': (desk, state) =>
    state.isImporting
      ? stay({ ...state, prompt: null, isImporting: false })
      : stay(settleLibrary(desk, withSpot({ ...state, prompt: null }, { ...spotOf(state), filter: '' }))),
};

/** The names of the commands that do something in the library. */
export function libraryCommands(): readonly string[] {
  return Object.keys(handlers);
}

const type = (desk: LibraryDesk, state: LibraryState, chord: Chord): LibraryStep => {
  const { prompt } = state;
  if (!prompt) return stay(state);
  if (chord.kind === 'key' && chord.key === 'backspace' && prompt.text === '')
    return stay({ ...state, prompt: null, isImporting: false });
  const buffer =
    chord.kind === 'paste' ? insert(prompt, sanitiseLine(chord.text)) : editWith(prompt, chord.key);
  if (state.isImporting) return stay({ ...state, prompt: buffer });
  const spot: Spot = { cursor: 0, top: 0, filter: buffer.text };
  return stay(settleLibrary(desk, withSpot({ ...state, prompt: buffer }, spot)));
};

/** What a command does in the library; also one chosen from the list of all commands. */
export function runInLibrary(desk: LibraryDesk, state: LibraryState, command: CommandName): LibraryStep {
  return handlers[command]?.(desk, state) ?? stay(state);
}

/** What a key does in the library: the one way in for all input. */
export function pressInLibrary(desk: LibraryDesk, before: LibraryState, chord: Chord): LibraryStep {
  const state = { ...before, status: null, pending: [] };
  if (chord.kind === 'paste') return type(desk, state, chord);
  const context = state.prompt ? 'prompt' : 'library';
  const outcome = resolveKey(desk.keys, context, before.pending, chord.key);
  if (outcome.kind === 'pending') return stay({ ...state, pending: outcome.pressed });
  if (outcome.kind === 'command') return runInLibrary(desk, state, outcome.command);
  if (state.prompt) return type(desk, state, chord);
  const values = { key: showKeys(outcome.pressed), help: keyOf(desk, 'app.help') };
  return stay(told(desk, state, 'disabled.unknownKey', values, 'warning'));
}
