import type { Flag } from '../../core/model/flag.ts';
import { isUnchanged } from '../document/entries.ts';
import type { Item } from '../document/items.ts';
import { isStop } from '../document/items.ts';
import type { AppState, Step, View } from '../state/app-state.ts';
import type { Annotations, Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { geometryOf, positionOf, refolded, tallOf } from '../state/settle.ts';
import { advance, isAbove, lastTop, retreat, rowsBetween } from '../state/viewport.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, step } from './handler.ts';

type Direction = 1 | -1;

/** The state with the cursor elsewhere. */
export function moveTo(state: AppState, cursor: number, flagAt = 0): AppState {
  return { ...state, view: { ...state.view, cursor, flagAt } };
}

const scrolled = (state: AppState, top: View['top']): AppState => ({
  ...state,
  view: { ...state.view, top },
});

/** The nearest item in a direction that answers; -1 when there is none. Nothing wraps around. */
export function seek(
  items: readonly Item[],
  from: number,
  direction: Direction,
  answers: (item: Item) => boolean,
): number {
  for (let at = from + direction; at >= 0 && at < items.length; at += direction) {
    const item = items[at];
    if (item && answers(item)) return at;
  }
  return -1;
}

/** Within a clause that is taller than the window one scrolls before one leaves it. */
const scrollInside = (state: AppState, direction: Direction): AppState | null => {
  const { view } = state;
  const { bodyRows } = geometryOf(state);
  const list = tallOf(view);
  const height = list.heightOf(view.cursor);
  if (height <= bodyRows || view.top.item !== view.cursor) return null;
  const rows = Math.max(1, Math.floor(bodyRows / 2));
  const lowest = height - bodyRows;
  const row = Math.max(0, Math.min(lowest, view.top.row + direction * rows));
  return row === view.top.row ? null : scrolled(state, { item: view.cursor, row });
};

const line =
  (direction: Direction): Handler =>
  (desk, state) => {
    const inside = scrollInside(state, direction);
    if (inside) return step(desk, inside);
    const { items, cursor } = state.view;
    const next = seek(items, cursor, direction, isStop);
    if (next < 0) return refuse(desk, state, direction > 0 ? 'disabled.atEnd' : 'disabled.atTop');
    return step(desk, moveTo(state, next));
  };

const end =
  (direction: Direction): Handler =>
  (desk, state) => {
    const { items } = state.view;
    const start = direction > 0 ? -1 : items.length;
    const next = seek(items, start, direction, isStop);
    return next < 0 ? step(desk, state) : step(desk, moveTo(state, next));
  };

/** Scrolls by rows and keeps the cursor at its place on the screen, as in vim. */
const page =
  (direction: Direction, share: number): Handler =>
  (desk, state) => {
    const { view } = state;
    const { bodyRows } = geometryOf(state);
    const list = tallOf(view);
    if (list.count === 0) return step(desk, state);
    const rows = Math.max(1, Math.floor((bodyRows - 1) * share));
    const wished = direction > 0 ? advance(list, view.top, rows) : retreat(list, view.top, rows);
    const lowest = lastTop(list, bodyRows);
    const top = isAbove(lowest, wished) ? lowest : wished;
    const didScroll = top.item !== view.top.item || top.row !== view.top.row;
    if (!didScroll) {
      const last = seek(view.items, direction > 0 ? view.items.length : -1, direction > 0 ? -1 : 1, isStop);
      if (last === view.cursor)
        return refuse(desk, state, direction > 0 ? 'disabled.atEnd' : 'disabled.atTop');
      return step(desk, moveTo(state, last));
    }
    const offset = Math.max(
      0,
      Math.min(bodyRows - 1, rowsBetween(list, view.top, { item: view.cursor, row: 0 }, bodyRows)),
    );
    const under = advance(list, top, offset).item;
    const isWhole = (at: number): boolean =>
      !isAbove({ item: at, row: 0 }, top) &&
      rowsBetween(list, top, { item: at, row: 0 }, bodyRows) + list.heightOf(at) <= bodyRows;
    const near = [under, under - 1, under + 1, under - 2, under + 2].find((at) => {
      const item = view.items[at];
      return item !== undefined && isStop(item) && isWhole(at);
    });
    return step(desk, moveTo(scrolled(state, top), near ?? under));
  };

const jump =
  (direction: Direction, answers: (item: Item, notes: Annotations) => boolean, otherwise: string): Handler =>
  (desk, state) => {
    const notes = annotations(desk, state.history.present);
    const next = seek(state.view.items, state.view.cursor, direction, (item) => answers(item, notes));
    if (next < 0) return refuse(desk, state, otherwise);
    return step(desk, moveTo(state, next), 'roomy');
  };

const isChanged = (item: Item): boolean =>
  item.kind !== 'fold' && item.kind !== 'ghost' && !isUnchanged(item);

const hasNote = (item: Item, { byChange }: Annotations): boolean =>
  item.kind === 'clause' && byChange.has(item.index);

/** The flags of an item; a ghost's belong to the place the clause went to. */
export function flagsOf(item: Item | undefined): readonly Flag[] {
  return item && item.kind !== 'fold' && item.kind !== 'ghost' ? item.flags : [];
}

const flagJump =
  (direction: Direction): Handler =>
  (desk, state) => {
    const { view } = state;
    const here = flagsOf(view.items[view.cursor]);
    const beside = view.flagAt + direction;
    if (beside >= 0 && beside < here.length) return step(desk, moveTo(state, view.cursor, beside));
    const next = seek(view.items, view.cursor, direction, (item) => flagsOf(item).length > 0);
    if (next < 0)
      return refuse(desk, state, direction > 0 ? 'disabled.noNextFlag' : 'disabled.noPreviousFlag');
    const flagAt = direction > 0 ? 0 : flagsOf(view.items[next]).length - 1;
    return step(desk, moveTo(state, next, flagAt), 'roomy');
  };

const nextFlagHere: Handler = (desk, state) => {
  const { view } = state;
  const flags = flagsOf(view.items[view.cursor]).length;
  if (flags === 0) return refuse(desk, state, 'disabled.noFlagHere');
  if (flags === 1) return refuse(desk, state, 'disabled.oneFlagHere');
  return step(desk, moveTo(state, view.cursor, (view.flagAt + 1) % flags));
};

/** The state with the cursor on an entry, whatever fold it was in. */
export function goToEntry(desk: Desk, state: AppState, key: string, flagAt = 0): Step {
  let { view } = state;
  let at = positionOf(view.items, key);
  const found = view.items[at];
  if (found?.kind === 'fold') {
    const opened = new Set(view.folding.opened).add(found.key);
    view = refolded(desk, view, { ...view.folding, opened });
    at = positionOf(view.items, key);
  }
  if (at < 0) return { state, effects: [] };
  return step(desk, moveTo({ ...state, view }, at, flagAt), 'roomy');
}

/** To the first clause below the next heading, or, upwards, of the section one is in or the one before. */
const part =
  (direction: Direction): Handler =>
  (desk, state) => {
    const { items, cursor } = state.view;
    const isHead = (item: Item): boolean => item.kind === 'heading';
    // From the first clause of a section, up means the section before.
    const own = seek(items, cursor, -1, isStop);
    const head = seek(items, cursor, -1, isHead);
    const from = direction < 0 && head > own ? head : cursor;
    const found = seek(items, from, direction, isHead);
    const refused = direction > 0 ? 'disabled.noNextPart' : 'disabled.noPreviousPart';
    if (found < 0) return refuse(desk, state, refused);
    const heading = items[found];
    const below = heading && isStop(heading) ? found : seek(items, found, 1, isStop);
    return below < 0 ? refuse(desk, state, refused) : step(desk, moveTo(state, below), 'roomy');
  };

const otherEnd: Handler = (desk, state) => {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold' || !item.change?.moved) return refuse(desk, state, 'disabled.notMoved');
  return goToEntry(desk, state, item.kind === 'ghost' ? `c${item.index}` : `g${item.index}`);
};

export const moving: Handlers = {
  'review.next': line(1),
  'review.previous': line(-1),
  'review.first': end(1),
  'review.last': end(-1),
  'review.halfPageDown': page(1, 0.5),
  'review.halfPageUp': page(-1, 0.5),
  'review.pageDown': page(1, 1),
  'review.pageUp': page(-1, 1),
  'review.nextChange': jump(1, isChanged, 'disabled.noNextChange'),
  'review.previousChange': jump(-1, isChanged, 'disabled.noPreviousChange'),
  'review.nextNote': jump(1, hasNote, 'disabled.noNextNote'),
  'review.previousNote': jump(-1, hasNote, 'disabled.noPreviousNote'),
  'review.nextFlag': flagJump(1),
  'review.previousFlag': flagJump(-1),
  'review.nextFlagHere': nextFlagHere,
  'review.nextPart': part(1),
  'review.previousPart': part(-1),
  'review.otherEnd': otherEnd,
};
