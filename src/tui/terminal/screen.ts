import { rowWidth } from '../layout/row-shape.ts';
import type { Placed, Row } from '../layout/row.ts';
import type { Size } from '../state/app-state.ts';
import type { Theme } from '../theme.ts';
import { openTypesetter, trimRow } from './typesetter.tsx';

/** What a terminal must offer; a test gives an emulated one. */
export interface TerminalOutput {
  readonly columns: number;
  readonly rows: number;
  write(data: string): unknown;
  on(event: 'resize' | 'error', listener: () => void): unknown;
  off(event: 'resize' | 'error', listener: () => void): unknown;
}

/** How the window is used besides being drawn on. */
export interface Manners {
  /** The terminal's own cursor stands where one is: screen readers and magnifiers follow it. */
  readonly isLinear?: boolean;
  /** Wheel and clicks come as keys; the terminal's own selection then needs a modifier. */
  readonly mouse?: boolean;
}

/** The whole window, taken over and given back. */
export interface Screen {
  readonly size: () => Size;
  /** Takes the window: alternate screen, no cursor, pastes marked as such. */
  readonly enter: () => void;
  /** Gives it back as it was. Safe to call twice, and while the process is ending. */
  readonly leave: () => void;
  /** Forgets what is on the window, so that the next frame is drawn whole. */
  readonly forget: () => void;
  /** Forgets how rows look, too: they are set anew in the theme as it is now. */
  readonly retheme: () => void;
  /** Shows a frame: only what differs from the last one is written. */
  readonly paint: (frame: readonly Placed[]) => void;
  readonly close: () => void;
  readonly failure: Promise<unknown>;
}

const ENTER = '\u001B[?1049h\u001B[2J\u001B[H\u001B[?25l\u001B[?2004h';
const LEAVE = '\u001B[?2004l\u001B[0m\u001B[?25h\u001B[?1049l';
/** Presses and the wheel, with places as numbers. */
const MOUSE_ON = '\u001B[?1000h\u001B[?1006h';
const MOUSE_OFF = '\u001B[?1006l\u001B[?1000l';
/** Terminals that know synchronized output show a frame at once; others pass over this. */
const BEGIN = '\u001B[?2026h';
const END = '\u001B[?2026l';

const DEFAULT: Size = { columns: 80, rows: 24 };
/** Rows remembered as set; scrolling back and forth finds them here. */
const MOST_KNOWN = 4000;

const keyOf = (row: Row): string =>
  row.map(({ text, style, isMatch }) => `${style}${isMatch ? '*' : ''}\n${text}`).join('\n');

/** Puts the terminal's cursor on the caret where one types, else on the current line; hides it where there is neither. */
const cursorSpot = (frame: readonly Placed[]): string => {
  for (const style of ['caret', 'cursor'] as const) {
    for (const { x, y, row } of frame) {
      const at = row.findIndex((segment) => segment.style === style);
      if (at >= 0) return `\u001B[${y + 1};${x + 1 + rowWidth(row.slice(0, at))}H\u001B[?25h`;
    }
  }
  return '\u001B[?25l';
};

/**
 * A full-screen window over a terminal. A frame is a list of rows at their places; those that are not yet shown
 * there are set (each wording once: a row that scrolled is only moved) and written. So a key costs what it
 * changes, the window is never cleared, and its last row may be used.
 */
export function openScreen(terminal: TerminalOutput, theme: Theme, manners: Manners = {}): Screen {
  const typesetter = openTypesetter(theme);
  const known = new Map<string, string>();
  let shown = new Map<string, string>();
  let isEntered = false;
  let isCleared = false;

  const size = (): Size => ({
    columns: terminal.columns || DEFAULT.columns,
    rows: terminal.rows || DEFAULT.rows,
  });

  const setUnknown = (rows: ReadonlyMap<string, Row>): void => {
    if (known.size + rows.size > MOST_KNOWN) known.clear();
    const bytes = typesetter.set([...rows.values()]);
    for (const [nth, key] of [...rows.keys()].entries()) known.set(key, bytes[nth] ?? '');
  };

  const paint = (frame: readonly Placed[]): void => {
    if (!isEntered) return;
    const next = new Map<string, string>();
    const changed: { placed: Placed; row: Row; key: string }[] = [];
    const unknown = new Map<string, Row>();
    for (const placed of frame) {
      const place = `${placed.y + 1};${placed.x + 1}`;
      const row = trimRow(placed.row, theme);
      const key = keyOf(row);
      const slot = `${placed.columns}\n${key}`;
      next.set(place, slot);
      if (shown.get(place) === slot) continue;
      changed.push({ placed, row, key });
      if (row.length > 0 && !known.has(key)) unknown.set(key, row);
    }
    setUnknown(unknown);
    const { columns } = size();
    let out = isCleared ? '' : '\u001B[2J';
    for (const { placed, row, key } of changed) {
      const left = Math.max(0, placed.columns - rowWidth(row));
      // Erasing leaves nothing to be copied with the mouse; behind a full line it would eat the last cell.
      const isLast = placed.x + placed.columns >= columns;
      const rest = left > 0 && isLast ? '\u001B[K' : ' '.repeat(left);
      out += `\u001B[${placed.y + 1};${placed.x + 1}H${known.get(key) ?? ''}\u001B[0m${rest}`;
    }
    shown = next;
    isCleared = true;
    if (out === '') return;
    const spot = manners.isLinear === true ? cursorSpot(frame) : '';
    terminal.write(BEGIN + out + spot + END);
  };

  const forget = (): void => {
    shown = new Map();
    isCleared = false;
  };

  return {
    size,
    paint,
    forget,
    retheme: () => {
      known.clear();
      forget();
    },
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      forget();
      terminal.write(ENTER + (manners.mouse === true ? MOUSE_ON : ''));
    },
    leave: () => {
      if (!isEntered) return;
      isEntered = false;
      terminal.write((manners.mouse === true ? MOUSE_OFF : '') + LEAVE);
    },
    close: typesetter.close,
    failure: typesetter.failure,
  };
}
