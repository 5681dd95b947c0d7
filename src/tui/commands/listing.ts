import type { AppState, ListOverlay } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import { listedIn } from '../state/listed.ts';
import { bufferOf } from '../state/text-buffer.ts';
import type { Desk } from '../state/desk.ts';
import { commandsNamed } from '../state/commands-named.ts';
import { formatsNamed } from './exporting.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, step } from './handler.ts';
import { goToEntry } from './moving.ts';

/** Rows a list has on the screen: all but header, rules and status. */
export function listRows({ size }: Pick<AppState, 'size'>): number {
  return Math.max(1, size.rows - 4);
}

/** The list on top, where there is one. */
export const topList = ({ overlays }: AppState): ListOverlay | null => {
  const top = overlays.at(-1);
  return top && top.kind !== 'help' && top.kind !== 'details' ? top : null;
};

const replaced = (state: AppState, list: ListOverlay): AppState => ({
  ...state,
  overlays: [...state.overlays.slice(0, -1), list],
});

const countIn = (desk: Desk, state: AppState, { kind, filter }: ListOverlay): number => {
  if (kind === 'export') return formatsNamed(desk, filter).length;
  return (kind === 'palette' ? commandsNamed(desk, filter) : listedIn(desk, state, filter)).length;
};

const move =
  (target: (cursor: number, rows: number, count: number) => number): Handler =>
  (desk, state) => {
    const list = topList(state);
    if (!list) return step(desk, state);
    const count = countIn(desk, state, list);
    const rows = listRows(state);
    const cursor = Math.max(0, Math.min(count - 1, target(list.cursor, rows, count)));
    if (cursor === list.cursor) {
      if (count === 0) return refuse(desk, state, 'disabled.emptyList');
      const isWished = target(list.cursor, rows, count) === cursor;
      return isWished ? step(desk, state) : refuse(desk, state, cursor === 0 ? 'page.atTop' : 'page.atEnd');
    }
    const top = Math.max(0, Math.min(cursor, Math.max(list.top, cursor - rows + 1)));
    return step(desk, replaced(state, { ...list, cursor, top }));
  };

/** One line up or down, also while a filter is being typed. */
export function moveBy(lines: 1 | -1): Handler {
  return move((cursor) => cursor + lines);
}

/** Goes to what the current line of the list of flags and notes is about. */
export const openListed: Handler = (desk, state) => {
  const list = topList(state);
  const chosen = list ? listedIn(desk, state, list.filter)[list.cursor] : undefined;
  if (!chosen) return refuse(desk, state, 'disabled.emptyList');
  if (chosen.kind === 'warning') return { state: answered(state, chosen.text, 'warning'), effects: [] };
  if (!chosen.entry)
    return { state: answered(state, desk.say('panel.orphans', { count: 1 }), 'warning'), effects: [] };
  const closed = { ...state, overlays: state.overlays.slice(0, -1) };
  return goToEntry(desk, closed, chosen.entry.key, chosen.kind === 'flag' ? chosen.flagAt : 0);
};

const filter: Handler = (desk, state) =>
  step(desk, { ...state, prompt: { kind: 'filter', buffer: bufferOf(topList(state)?.filter ?? '') } });

/** The list with another filter, at its start; the same while it is being typed. */
export function filtered(state: AppState, text: string): AppState {
  const list = topList(state);
  return list ? replaced(state, { ...list, filter: text, cursor: 0, top: 0 }) : state;
}

export const listing: Handlers = {
  'list.next': move((cursor) => cursor + 1),
  'list.previous': move((cursor) => cursor - 1),
  'list.first': move(() => 0),
  'list.last': move((_cursor, _rows, count) => count - 1),
  'list.pageDown': move((cursor, rows) => cursor + rows),
  'list.pageUp': move((cursor, rows) => cursor - rows),
  'list.filter': filter,
};
