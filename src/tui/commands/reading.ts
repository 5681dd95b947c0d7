import type { AppState, Overlay } from '../state/app-state.ts';
import { readerLines } from '../screens/reader-lines.ts';
import type { Handler, Handlers } from './handler.ts';
import { step } from './handler.ts';
import { listRows } from './listing.ts';

type Reader = Extract<Overlay, { kind: 'help' | 'details' }>;

const topReader = ({ overlays }: AppState): Reader | null => {
  const top = overlays.at(-1);
  return top?.kind === 'help' || top?.kind === 'details' ? top : null;
};

const scroll =
  (target: (top: number, rows: number, last: number) => number): Handler =>
  (desk, state) => {
    const reader = topReader(state);
    if (!reader) return step(desk, state);
    const rows = listRows(state);
    const last = Math.max(0, readerLines(desk, state, reader.kind).length - rows);
    const top = Math.max(0, Math.min(last, target(reader.top, rows, last)));
    return step(desk, { ...state, overlays: [...state.overlays.slice(0, -1), { ...reader, top }] });
  };

export const reading: Handlers = {
  'reader.down': scroll((top) => top + 1),
  'reader.up': scroll((top) => top - 1),
  'reader.pageDown': scroll((top, rows) => top + rows - 1),
  'reader.pageUp': scroll((top, rows) => top - rows + 1),
  'reader.first': scroll(() => 0),
  'reader.last': scroll((_top, _rows, last) => last),
};
