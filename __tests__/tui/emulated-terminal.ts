import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import type { Surroundings } from '../../src/tui/terminal/run.ts';

process.env.FORCE_COLOR = '3';

/** Names of keys as a person writes them, and what the terminal sends for them. */
const SENT: Readonly<Record<string, string>> = {
  enter: '\r',
  esc: '\u001B',
  tab: '\t',
  space: ' ',
  backspace: '\u007F',
  up: '\u001B[A',
  down: '\u001B[B',
  left: '\u001B[D',
  right: '\u001B[C',
  pgdn: '\u001B[6~',
  pgup: '\u001B[5~',
};

const bytesOf = (key: string): string => {
  const control = /^ctrl-([a-z])$/u.exec(key)?.[1];
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96);
  return SENT[key] ?? key.replace(/^"/u, '');
};

const tick = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A program on an emulated terminal, driven by keys and read off the screen. */
export interface Page {
  /** Presses keys, named as in the key table; `"words` types them. Each arrives as a chunk of its own. */
  readonly press: (...keys: string[]) => Promise<void>;
  /** Sends bytes as they are, in one chunk. */
  readonly send: (bytes: string) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  readonly signal: (name: string) => Promise<void>;
  /** The rows of the screen, without the spaces at their ends. */
  readonly rows: () => readonly string[];
  readonly text: () => string;
  /** The row the cursor sign stands in. */
  readonly current: () => string;
  readonly status: () => string;
  /** Looks of the first cell of a text on the screen. */
  readonly look: (text: string) => { strike: boolean; underline: boolean; inverse: boolean; colour: number };
  readonly isAlternate: () => boolean;
  readonly isRaw: () => boolean;
  readonly code: () => Promise<number>;
  /** All that was written to the terminal since the last call. */
  readonly written: () => string;
}

/** Runs a program on an emulated terminal of a size. */
export async function openTerminal(
  columns: number,
  rows: number,
  program: (around: Surroundings) => Promise<number>,
): Promise<Page> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 50 });
  let written = '';
  let isRaw = false;
  const output = Object.assign(new EventEmitter(), {
    columns,
    rows,
    write: (data: string) => {
      written += data;
      terminal.write(data);
    },
  });
  const input = Object.assign(new EventEmitter(), {
    setRawMode: (mode: boolean) => {
      isRaw = mode;
    },
    setEncoding: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const events = new EventEmitter();
  const code = program({ input, output, events, suspend: () => setTimeout(() => events.emit('SIGCONT'), 5) });
  code.catch(() => undefined);
  // Everything is written synchronously; the emulator needs a turn to take it in.
  const drawn = async (): Promise<void> => {
    await tick();
    await new Promise<void>((resolve) => terminal.write('', resolve));
  };
  const screenRows = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
    );
  };
  const send = async (bytes: string): Promise<void> => {
    input.emit('data', bytes);
    // A lone escape is only known for one when nothing follows.
    if (bytes.endsWith('\u001B')) await tick(45);
    await drawn();
  };
  await drawn();
  return {
    send,
    press: async (...keys) => {
      for (const key of keys) await send(bytesOf(key));
    },
    paste: (text) => send(`\u001B[200~${text}\u001B[201~`),
    resize: async (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
      Object.assign(output, { columns: newColumns, rows: newRows });
      output.emit('resize');
      await drawn();
    },
    signal: async (name) => {
      events.emit(name);
      await drawn();
    },
    rows: screenRows,
    text: () => screenRows().join('\n'),
    current: () => screenRows().find((row) => row.startsWith('>')) ?? '',
    status: () => screenRows().at(-1)?.trim() ?? '',
    look: (text) => {
      const y = screenRows().findIndex((row) => row.includes(text));
      const x = screenRows()[y]?.indexOf(text) ?? -1;
      const cell = terminal.buffer.active.getLine(y)?.getCell(x);
      return {
        strike: cell?.isStrikethrough() !== 0,
        underline: cell?.isUnderline() !== 0,
        inverse: cell?.isInverse() !== 0,
        colour: cell?.getFgColor() ?? -1,
      };
    },
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    isRaw: () => isRaw,
    code: () => code,
    written: () => {
      const all = written;
      written = '';
      return all;
    },
  };
}
