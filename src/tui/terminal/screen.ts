import { Writable } from 'node:stream';
import type { Size } from '../state/app-state.ts';

/** What a terminal must offer; a test gives an emulated one. */
export interface TerminalOutput {
  readonly columns: number;
  readonly rows: number;
  write(data: string): unknown;
  on(event: 'resize' | 'error', listener: () => void): unknown;
  off(event: 'resize' | 'error', listener: () => void): unknown;
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
  /** The stream Ink writes to: every write is one whole frame. */
  readonly frames: NodeJS.WriteStream;
}

const ENTER = '\u001B[?1049h\u001B[2J\u001B[H\u001B[?25l\u001B[?2004h';
const LEAVE = '\u001B[?2004l\u001B[0m\u001B[?25h\u001B[?1049l';
/** Terminals that know synchronized output show a frame at once; others pass over this. */
const BEGIN = '\u001B[?2026h';
const END = '\u001B[?2026l';

const DEFAULT: Size = { columns: 80, rows: 24 };

/**
 * A full-screen window over a terminal. Ink only makes frames (its `debug` mode writes each one whole, without
 * erasing); the lines that differ from what is shown are written here at their own place. That keeps the bytes
 * for a key small, never clears the window, may use its last row, and works with `CI=true`: the defects of Ink
 * 6.8's own full-screen drawing do not arise.
 */
export function openScreen(terminal: TerminalOutput): Screen {
  let isEntered = false;
  let shown: readonly string[] | null = null;

  const size = (): Size => ({
    columns: terminal.columns || DEFAULT.columns,
    rows: terminal.rows || DEFAULT.rows,
  });

  const draw = (frame: string): void => {
    if (!isEntered) return;
    const { rows } = size();
    const lines = frame.split('\n').slice(0, rows);
    let out = shown === null ? '\u001B[2J' : '';
    for (let at = 0; at < rows; at++) {
      const line = lines[at] ?? '';
      if (shown !== null && shown[at] === line) continue;
      if (shown === null && line === '') continue;
      // Erased before, not after: behind a full line the cursor still stands on its last cell.
      out += `\u001B[${at + 1};1H${shown === null ? '' : '\u001B[2K'}${line}\u001B[0m`;
    }
    shown = lines;
    if (out !== '') terminal.write(BEGIN + out + END);
  };

  const frames = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      if (typeof chunk === 'string' && chunk !== '') draw(chunk);
      done();
    },
  });
  Object.defineProperty(frames, 'columns', { get: () => size().columns });
  Object.defineProperty(frames, 'rows', { get: () => size().rows });

  return {
    size,
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      shown = null;
      terminal.write(ENTER);
    },
    leave: () => {
      if (!isEntered) return;
      isEntered = false;
      terminal.write(LEAVE);
    },
    forget: () => {
      shown = null;
    },
    // Ink wants a terminal's stream; it uses no more of it than what is here.
    frames: frames as unknown as NodeJS.WriteStream,
  };
}
