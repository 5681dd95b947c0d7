import type { Entry } from '../document/entries.ts';
import { searchKey } from '../document/highlight.ts';
import { sanitise } from '../../core/text/sanitise.ts';
import type { AppState, Step } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import { bufferOf } from '../state/text-buffer.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, step } from './handler.ts';
import { goToEntry } from './moving.ts';

const keys = new WeakMap<Entry, string>();

/** Both wordings of an entry as a search sees them, worked out when first searched. */
const textKey = (entry: Entry): string => {
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const units = entry.change ? [...entry.change.base, ...entry.change.revised] : [entry.unit];
  const texts = new Set(units.map(({ text }) => searchKey(sanitise(text))));
  const key = [...texts].join('\n');
  keys.set(entry, key);
  return key;
};

const holds = (entry: Entry, key: string): boolean => entry.kind !== 'ghost' && textKey(entry).includes(key);

const matches = (desk: Desk, query: string): readonly Entry[] => {
  const key = searchKey(query);
  return key === '' ? [] : desk.entries.filter((entry) => holds(entry, key));
};

/** Position among all entries, also for a fold: that of its first entry, or its last when going up. */
const here = ({ view }: AppState, direction: 1 | -1): number => {
  const item = view.items[view.cursor];
  if (!item) return 0;
  if (item.kind !== 'fold') return item.position;
  const first = item.entries[0]?.position ?? 0;
  return direction > 0 ? first - 1 : first + item.entries.length;
};

const go = (desk: Desk, state: AppState, direction: 1 | -1, isHereEnough: boolean): Step => {
  const { query } = state.view;
  if (query === '') return refuse(desk, state, 'disabled.noSearch', { key: keyOf(desk, 'review.search') });
  const found = matches(desk, query);
  const at = here(state, direction);
  const answers = ({ position }: Entry): boolean => {
    if (isHereEnough && position === at) return true;
    return direction > 0 ? position > at : position < at;
  };
  const entry = direction > 0 ? found.find(answers) : found.findLast(answers);
  if (!entry) {
    if (found.length === 0) return refuse(desk, state, 'status.matches', { count: 0, query });
    return refuse(desk, state, direction > 0 ? 'disabled.noNextMatch' : 'disabled.noPreviousMatch');
  }
  const { state: there, effects } = goToEntry(desk, state, entry.key);
  return { state: answered(there, desk.say('status.matches', { count: found.length, query })), effects };
};

/** Searches from the cursor on, once the line was confirmed; an empty line ends the search. */
export function confirmSearch(desk: Desk, state: AppState, query: string): Step {
  const searching = { ...state, prompt: null, view: { ...state.view, query } };
  if (query === '') return step(desk, searching);
  return go(desk, searching, 1, true);
}

const search: Handler = (desk, state) =>
  step(desk, { ...state, prompt: { kind: 'search', buffer: bufferOf('') } });

export const searching: Handlers = {
  'review.search': search,
  'review.nextMatch': (desk, state) => go(desk, state, 1, false),
  'review.previousMatch': (desk, state) => go(desk, state, -1, false),
};
