import type { Chord } from '../keys/chords.ts';
import { flushChords, readChords } from '../keys/chords.ts';

/** What a keyboard must offer; a test gives an emulated one. */
export interface TerminalInput {
  setRawMode?(isRaw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (chunk: string) => void): unknown;
  on(event: 'end' | 'close' | 'error', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: string) => void): unknown;
  off(event: 'end' | 'close' | 'error', listener: () => void): unknown;
}

export interface Keyboard {
  readonly listen: () => void;
  readonly rest: () => void;
}

/** An escape that is followed by nothing for so long was the key; over a slow line a sequence comes in pieces. */
const ESCAPE_MS = 30;

/** A keyboard in raw mode. `onChords` gets all keys of a chunk at once, `onClosed` when the terminal is gone. */
export function openKeyboard(
  input: TerminalInput,
  onChords: (chords: readonly Chord[]) => void,
  onClosed: () => void,
): Keyboard {
  let tail = '';
  let timer: NodeJS.Timeout | undefined;
  let isListening = false;

  const onData = (chunk: string): void => {
    clearTimeout(timer);
    const read = readChords(tail, chunk);
    tail = read.tail;
    if (read.chords.length > 0) onChords(read.chords);
    // A paste without an end may take its time; an escape may not.
    if (tail !== '' && tail.length < 8) {
      timer = setTimeout(() => {
        const chords = flushChords(tail);
        tail = '';
        onChords(chords);
      }, ESCAPE_MS);
    }
  };

  return {
    listen: () => {
      if (isListening) return;
      isListening = true;
      input.setEncoding('utf8');
      input.setRawMode?.(true);
      input.on('data', onData);
      input.on('end', onClosed);
      input.on('close', onClosed);
      input.on('error', onClosed);
      input.resume();
    },
    rest: () => {
      if (!isListening) return;
      isListening = false;
      clearTimeout(timer);
      tail = '';
      input.off('data', onData);
      input.off('end', onClosed);
      input.off('close', onClosed);
      input.off('error', onClosed);
      try {
        input.setRawMode?.(false);
      } catch {
        // The terminal is gone: there is no mode to give back.
      }
      input.pause();
    },
  };
}
