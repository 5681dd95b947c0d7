import { Writable } from 'node:stream';
import { render } from 'ink';
import { rowWidth } from '../layout/row-shape.ts';
import type { Row } from '../layout/row.ts';
import { Rows } from '../screens/rows.tsx';
import type { Theme } from '../theme.ts';

/** Turns rows into what a terminal is sent for them; Ink does the setting. */
export interface Typesetter {
  /** The bytes of each row, in the order given; none holds a line feed or ends in plain spaces. */
  readonly set: (rows: readonly Row[]) => readonly string[];
  readonly close: () => void;
  /** Rejects when a component throws. */
  readonly failure: Promise<unknown>;
}

/** The row without the spaces at its end, where they show nothing: Ink drops them too. */
export function trimRow(row: Row, theme: Theme): Row {
  let end = row.length;
  while (end > 0) {
    const last = row[end - 1];
    if (!last || theme.looks[last.style].inverse) break;
    const text = last.text.trimEnd();
    if (text !== '')
      return text === last.text ? row.slice(0, end) : [...row.slice(0, end - 1), { ...last, text }];
    end -= 1;
  }
  return row.slice(0, end);
}

/**
 * A typesetter. Ink's `debug` mode writes each frame whole and at once, without moving the cursor or erasing:
 * exactly the rows. Its own full-screen drawing (6.8: flicker, lost rows, nothing under `CI=true`) is not used.
 */
export function openTypesetter(theme: Theme): Typesetter {
  let frame = '';
  let columns = 80;
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      if (typeof chunk === 'string' && chunk !== '') frame = chunk;
      done();
    },
  });
  Object.defineProperty(stream, 'columns', { get: () => columns });
  const ink = render(<Rows rows={[]} theme={theme} />, {
    // Ink wants a terminal's stream and uses no more of it than what is here.
    stdout: stream as unknown as NodeJS.WriteStream,
    debug: true,
    // This output has no cells: the words of each text one after the other, which is all that is wanted here.
    isScreenReaderEnabled: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return {
    set: (rows) => {
      if (rows.length === 0) return [];
      columns = rows.reduce((widest, row) => Math.max(widest, rowWidth(row)), 1);
      ink.rerender(<Rows rows={rows} theme={theme} />);
      const lines = frame.split('\n');
      return rows.map((_, nth) => lines[nth] ?? '');
    },
    close: () => ink.unmount(),
    failure: ink.waitUntilExit(),
  };
}
