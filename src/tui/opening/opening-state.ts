import type { PlainParagraph, PlainText } from '../../app/apart/answers.ts';
import type { Chord } from '../keys/chords.ts';
import type { CommandName } from '../keys/commands.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import type { Row } from '../layout/row.ts';
import type { Size } from '../state/app-state.ts';
import type { Voice } from '../state/desk.ts';
import type { Tall, Top } from '../state/viewport.ts';
import { advance, isAbove, lastTop, retreat } from '../state/viewport.ts';
import { paragraphRows } from './paragraph-rows.ts';

/** The text under review, looked at while it is compared. */
export interface OpeningState {
  readonly size: Size;
  readonly text: PlainText;
  readonly top: Top;
  /** True once the reader went anywhere: the comparison then begins there. */
  readonly hasMoved: boolean;
  readonly pending: readonly string[];
  /** Keys that mean something in the comparison only: pressed again when it is there. */
  readonly typed: readonly Chord[];
}

export type OpeningEffect =
  | { readonly kind: 'quit'; readonly code: number }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'theme' }
  | { readonly kind: 'suspend' };

export interface OpeningStep {
  readonly state: OpeningState;
  readonly effect: OpeningEffect | null;
}

/** Header, rule, rule, status. */
const FIXED_ROWS = 4;

/** Rows for the text. */
export function textRows({ size }: Pick<OpeningState, 'size'>): number {
  return Math.max(1, size.rows - FIXED_ROWS);
}

const set = new WeakMap<PlainParagraph, { readonly columns: number; readonly rows: readonly Row[] }>();

/** A paragraph's rows, set once for each width. */
export function rowsOfParagraph(paragraph: PlainParagraph, columns: number): readonly Row[] {
  const known = set.get(paragraph);
  if (known?.columns === columns) return known.rows;
  const rows = paragraphRows(paragraph, columns);
  set.set(paragraph, { columns, rows });
  return rows;
}

const tall = ({ text, size }: OpeningState): Tall => ({
  count: text.paragraphs.length,
  heightOf: (at) => {
    const paragraph = text.paragraphs[at];
    return paragraph ? rowsOfParagraph(paragraph, size.columns).length : 0;
  },
});

/** The state in a window of another size: the same paragraph on top, nothing scrolled past the end. */
export function resized(state: OpeningState, size: Size): OpeningState {
  const next = { ...state, size, top: { item: state.top.item, row: 0 } };
  const lowest = lastTop(tall(next), textRows(next));
  return isAbove(lowest, next.top) ? { ...next, top: lowest } : next;
}

const scrolled = (state: OpeningState, by: number): OpeningState => {
  const list = tall(state);
  const { top } = state;
  const wished = by < 0 ? retreat(list, top, -by) : advance(list, top, by);
  const lowest = lastTop(list, textRows(state));
  return { ...state, top: by > 0 && isAbove(lowest, wished) ? lowest : wished, hasMoved: true };
};

const MOVES: Readonly<Partial<Record<CommandName, (state: OpeningState) => OpeningState>>> = {
  'reader.down': (state) => scrolled(state, 1),
  'reader.up': (state) => scrolled(state, -1),
  'reader.pageDown': (state) => scrolled(state, textRows(state) - 1),
  'reader.pageUp': (state) => scrolled(state, 1 - textRows(state)),
  'reader.first': (state) => ({ ...state, top: { item: 0, row: 0 }, hasMoved: true }),
  'reader.last': (state) => ({ ...state, top: lastTop(tall(state), textRows(state)), hasMoved: true }),
};

const EFFECTS: Readonly<Partial<Record<CommandName, OpeningEffect>>> = {
  'app.back': { kind: 'quit', code: 0 },
  'app.quit': { kind: 'quit', code: 0 },
  'app.redraw': { kind: 'redraw' },
  'app.theme': { kind: 'theme' },
  'app.suspend': { kind: 'suspend' },
};

/** What a key does while the comparison is under way. */
export function pressInOpening(voice: Voice, before: OpeningState, chord: Chord): OpeningStep {
  const stay = (state: OpeningState): OpeningStep => ({ state, effect: null });
  const isWaiting = before.typed.length > 0;
  const state = { ...before, pending: [] };
  const later = (...chords: readonly Chord[]): OpeningStep =>
    stay({ ...state, typed: [...before.typed, ...chords] });
  if (chord.kind === 'paste') return later(chord);
  const outcome = resolveKey(voice.keys, 'reader', before.pending, chord.key);
  if (outcome.kind === 'command' && outcome.command === 'app.interrupt') {
    return { state, effect: { kind: 'quit', code: 130 } };
  }
  // After a key for the comparison the next ones are meant for it, too.
  if (isWaiting) return later(chord);
  if (outcome.kind === 'pending') return stay({ ...state, pending: outcome.pressed });
  if (outcome.kind === 'none') return later(...outcome.pressed.map((key): Chord => ({ kind: 'key', key })));
  const move = MOVES[outcome.command];
  if (move) return stay(move(state));
  const effect = EFFECTS[outcome.command];
  return effect ? { state, effect } : later(chord);
}
