import type { Pin, Review } from '../../core/model/review.ts';
import type { ReviewHistory } from '../../core/review/history.ts';
import type { Change } from '../../core/model/change.ts';
import type { AppState, Effect, Step } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { pinKey } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, reply } from './handler.ts';

/** Undo goes back this far, as for all other steps. */
const DEPTH = 200;

/** The history after other pins: a step to undo like any other. */
const withPins = ({ past, present }: ReviewHistory, pins: readonly Pin[]): ReviewHistory => {
  const next: Review = { ...present, pins };
  return { past: [...past, present].slice(-DEPTH), present: next, future: [] };
};

/** What has to be done outside for the pins as they are: the comparison is made again where it is not known yet. */
export function pairingEffects(desk: Desk, { history, rebuilt, report }: AppState): readonly Effect[] {
  const source = report ?? (desk.root ?? desk).session.report;
  const key = pinKey(history.present.pins);
  return key === pinKey(source.pins) || rebuilt.has(key) ? [] : [{ kind: 'rebuild' }];
}

const changeHere = ({ view }: AppState): Change | null => {
  const item = view.items[view.cursor];
  return item && item.kind !== 'fold' && item.change?.unit === 'clause' ? item.change : null;
};

const pinned = (
  desk: Desk,
  state: AppState,
  pins: readonly Pin[],
  name: string,
  values?: Record<string, string>,
): Step => {
  const next: AppState = { ...state, pinning: null, history: withPins(state.history, pins) };
  const told = reply(desk, next, name, { ...values, key: keyOf(desk, 'review.undo') });
  return { ...told, effects: pairingEffects(desk, told.state) };
};

/** Pins without those that speak of one of these clauses: a clause stands in one pin at most. */
const without = (pins: readonly Pin[], base: string | null, revised: string | null): readonly Pin[] =>
  pins.filter((pin) => (base === null || pin.base !== base) && (revised === null || pin.revised !== revised));

/** The first press remembers the clause, the second pairs it with the one reached: one side of each. */
const pin: Handler = (desk, state) => {
  if (!desk.session.rebuild) return refuse(desk, state, 'disabled.noPins');
  const change = changeHere(state);
  if (!change) return refuse(desk, state, 'disabled.notAClause');
  const base = change.base[0]?.path ?? null;
  const revised = change.revised[0]?.path ?? null;
  const { pinning } = state;
  const key = keyOf(desk, 'review.pin');
  if (!pinning) {
    const path = revised ?? base ?? '';
    return reply(desk, { ...state, pinning: { path, base, revised } }, 'status.pinning', { path, key });
  }
  if (pinning.base === base && pinning.revised === revised)
    return reply(desk, { ...state, pinning: null }, 'status.notPinned');
  // What is missing on one side is looked for on the other: a deleted clause wants a revised one.
  const wantsRevised =
    pinning.revised === null || (pinning.base !== null && revised !== null && base === null);
  const pair: Pin = wantsRevised
    ? { base: pinning.base, revised }
    : { base: base ?? pinning.base, revised: base === null ? revised : pinning.revised };
  if (pair.base === null || pair.revised === null) return refuse(desk, state, 'disabled.sameSide', { key });
  const others = without(state.history.present.pins ?? [], pair.base, pair.revised);
  return pinned(desk, state, [...others, pair], 'status.pinned', { base: pair.base, revised: pair.revised });
};

const isOtherHalf = (one: Pin, near: Pin | undefined): boolean =>
  near !== undefined && (one.base === null ? near.revised === null : near.base === null);

/** Takes the pin of this clause back, or, where there is none, sets both sides of the pair apart. */
const unpin: Handler = (desk, state) => {
  if (!desk.session.rebuild) return refuse(desk, state, 'disabled.noPins');
  const change = changeHere(state);
  if (!change) return refuse(desk, state, 'disabled.notAClause');
  const pins = state.history.present.pins ?? [];
  const bases = change.base.map(({ path }) => path);
  const revised = change.revised.map(({ path }) => path);
  const isHere = (one: Pin): boolean =>
    (one.base !== null && bases.includes(one.base)) ||
    (one.revised !== null && revised.includes(one.revised));
  if (pins.some(isHere)) {
    // What was broken in one go is mended in one go: the two halves stand side by side.
    const isHalf = (one: Pin | undefined): boolean => one?.base === null || one?.revised === null;
    const gone = new Set(
      pins.flatMap((one, at) => {
        if (!isHere(one)) return [];
        if (!isHalf(one)) return [one];
        return [pins[at - 1], one, pins[at + 1]].filter((near) => near === one || isOtherHalf(one, near));
      }),
    );
    return pinned(
      desk,
      state,
      pins.filter((one) => !gone.has(one)),
      'status.unpinned',
    );
  }
  if (bases.length === 0 || revised.length === 0)
    return refuse(desk, state, 'disabled.notPaired', { key: keyOf(desk, 'review.pin') });
  const apart: Pin[] = [
    ...bases.map((base): Pin => ({ base, revised: null })),
    ...revised.map((path): Pin => ({ base: null, revised: path })),
  ];
  return pinned(desk, state, [...pins, ...apart], 'status.broken', { path: revised[0] ?? '' });
};

export const pinning: Handlers = { 'review.pin': pin, 'review.unpin': unpin };
