import type { Flag } from '../../core/model/flag.ts';
import type { FlagDecision } from '../../core/model/review.ts';
import { act, redo, undo } from '../../core/review/history.ts';
import { changeDigest } from '../../core/review/digest.ts';
import { changePlace, decisionOn } from '../../core/review/selectors.ts';
import type { AppState, Step } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import { bufferOf } from '../state/text-buffer.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, reply, step } from './handler.ts';
import { flagsOf } from './moving.ts';

/** The flag the panel shows; null where the clause has none. */
export function currentFlag({ view }: AppState): Flag | null {
  return flagsOf(view.items[view.cursor])[view.flagAt] ?? null;
}

/** Asks for the reason; the same key again on a flag decided so opens it again. */
const decide =
  (kind: 'accept' | 'dismiss'): Handler =>
  (desk, state) => {
    const flag = currentFlag(state);
    if (!flag) return refuse(desk, state, 'disabled.noFlagHere');
    const before = decisionOn(state.history.present, flag);
    if (before?.decision === DECISIONS[kind]) {
      const history = act(state.history, { kind: 'reopen', flag: flag.fingerprint });
      return reply(desk, { ...state, history }, 'status.reopened');
    }
    // The reason for one decision is none for its opposite.
    return step(desk, { ...state, prompt: { kind, buffer: bufferOf('') } });
  };

const DECISIONS: Readonly<Record<'accept' | 'dismiss', FlagDecision['decision']>> = {
  accept: 'accepted',
  dismiss: 'dismissed',
};

/** The decision with its reason, once the line was confirmed. */
export function confirmDecision(desk: Desk, state: AppState, kind: 'accept' | 'dismiss', text: string): Step {
  const flag = currentFlag(state);
  const reason = text.trim();
  if (!flag) return step(desk, { ...state, prompt: null });
  if (kind === 'dismiss' && reason === '') return refuse(desk, state, 'status.dismissNeedsReason');
  const decision: FlagDecision = {
    flag: flag.fingerprint,
    decision: DECISIONS[kind],
    reason,
    author: desk.session.author,
    decided: desk.session.now(),
  };
  const history = act(state.history, { kind: 'decide', decision });
  const name = kind === 'accept' ? 'status.accepted' : 'status.dismissed';
  return reply(desk, { ...state, prompt: null, history }, name, { key: keyOf(desk, 'review.undo') });
}

const seen: Handler = (desk, state) => {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold') {
    return refuse(desk, state, 'disabled.onFold', { key: keyOf(desk, 'review.fold') });
  }
  const place = item.change && changePlace(item.change);
  if (!item.change || !place || item.change.unit !== 'clause')
    return refuse(desk, state, 'disabled.notAClause');
  const isSeen = annotations(desk, state.history.present).seen.has(item.index);
  const history = isSeen
    ? act(state.history, { kind: 'unmarkSeen', place })
    : act(state.history, { kind: 'markSeen', mark: { ...place, digest: changeDigest(item.change) } });
  return reply(desk, { ...state, history }, isSeen ? 'status.unseen' : 'status.seen');
};

const undoLast: Handler = (desk, state) => {
  if (state.history.past.length === 0) return refuse(desk, state, 'disabled.nothingToUndo');
  return reply(desk, { ...state, history: undo(state.history) }, 'status.undone');
};

const redoLast: Handler = (desk, state) => {
  if (state.history.future.length === 0) return refuse(desk, state, 'disabled.nothingToRedo');
  return reply(desk, { ...state, history: redo(state.history) }, 'status.redone');
};

export const judging: Handlers = {
  'review.accept': decide('accept'),
  'review.dismiss': decide('dismiss'),
  'review.seen': seen,
  'review.undo': undoLast,
  'review.redo': redoLast,
};
