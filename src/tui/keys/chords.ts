/** One key as a person names it (`j`, `ctrl-d`, `pgdn`), or a pasted text, which never runs commands. */
export type Chord =
  | {
      readonly kind: 'key';
      readonly key: string;
      /** Where it was clicked, column and row from 0. */
      readonly at?: { readonly x: number; readonly y: number };
    }
  | { readonly kind: 'paste'; readonly text: string };

export interface Chords {
  readonly chords: readonly Chord[];
  /** The start of a sequence that has not come whole yet: give it back with the next chunk. */
  readonly tail: string;
}

const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';

const SEQUENCES: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OH: 'home',
  OF: 'end',
  OP: 'f1',
  '[1~': 'home',
  '[3~': 'delete',
  '[4~': 'end',
  '[5~': 'pgup',
  '[6~': 'pgdn',
  '[7~': 'home',
  '[8~': 'end',
  '[11~': 'f1',
  '[Z': 'shift-tab',
  '[1;5C': 'ctrl-right',
  '[1;5D': 'ctrl-left',
  '[1;3C': 'ctrl-right',
  '[1;3D': 'ctrl-left',
};

const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\u007F': 'backspace',
  '\b': 'backspace',
};

/** The wheel and the left button, as `ESC [ < button ; column ; row M`; releases are no keys. */
const MOUSE = /^\[<(\d+);(\d+);(\d+)([Mm])$/u;

const mouseKey = (sequence: string): Chord | null => {
  const [, button, column, row, end] = MOUSE.exec(sequence) ?? [];
  if (end !== 'M') return null;
  if (button === '64') return { kind: 'key', key: 'wheel-up' };
  if (button === '65') return { kind: 'key', key: 'wheel-down' };
  // Places count from 1 on the wire, from 0 on our rows.
  return button === '0'
    ? { kind: 'key', key: 'click', at: { x: Number(column) - 1, y: Number(row) - 1 } }
    : null;
};

const WHOLE_SEQUENCE = /^\u001B(?:\[[0-?]*[ -/]*[@-~]|O[A-Za-z])/u;
const STARTED_SEQUENCE = /^\u001B(?:\[[0-?]*[ -/]*|O)?$/u;

const nameOf = (grapheme: string): string => {
  const control = CONTROLS[grapheme];
  if (control) return control;
  const code = grapheme.charCodeAt(0);
  if (code >= 1 && code <= 26) return `ctrl-${String.fromCharCode(code + 96)}`;
  return code < 32 ? 'unknown' : grapheme;
};

const GRAPHEME = /^(?:\r\n|\P{M}\p{M}*|\p{M}+)/u;

/** The longest a tail may grow: a paste without an end must not swallow the keyboard for good. */
const LONGEST_PASTE = 1_000_000;

/**
 * The keys in what the terminal sent. A chunk may hold many (`jjj`), a paste, or half a sequence, which comes
 * back as `tail`. Unknown sequences become the key `unknown`, never their letters.
 */
export function readChords(tail: string, chunk: string): Chords {
  let rest = tail + chunk;
  const chords: Chord[] = [];
  while (rest !== '') {
    if (rest.startsWith(PASTE_START)) {
      const end = rest.indexOf(PASTE_END);
      if (end < 0 && rest.length < LONGEST_PASTE) return { chords, tail: rest };
      const stop = end < 0 ? rest.length : end;
      chords.push({ kind: 'paste', text: rest.slice(PASTE_START.length, stop) });
      rest = rest.slice(stop + PASTE_END.length);
      continue;
    }
    if (rest.startsWith('\u001B')) {
      const sequence = WHOLE_SEQUENCE.exec(rest)?.[0];
      if (sequence) {
        const isMouse = MOUSE.test(sequence.slice(1));
        const chord: Chord | null = isMouse
          ? mouseKey(sequence.slice(1))
          : { kind: 'key', key: SEQUENCES[sequence.slice(1)] ?? 'unknown' };
        if (chord) chords.push(chord);
        rest = rest.slice(sequence.length);
        continue;
      }
      if (STARTED_SEQUENCE.test(rest)) return { chords, tail: rest };
      // With a key held down together with Alt the terminal sends an escape before it, in one go.
      const held = GRAPHEME.exec(rest.slice(1))?.[0] ?? '';
      const isAlt = held !== '' && !held.startsWith('\u001B');
      chords.push({ kind: 'key', key: isAlt ? `alt-${nameOf(held)}` : 'esc' });
      rest = rest.slice(1 + (isAlt ? held.length : 0));
      continue;
    }
    const grapheme = GRAPHEME.exec(rest)?.[0] ?? rest.charAt(0);
    chords.push({ kind: 'key', key: nameOf(grapheme) });
    rest = rest.slice(grapheme.length);
  }
  return { chords, tail: '' };
}

/** What a tail was when nothing more came: the escape key, and the letters after it. */
export function flushChords(tail: string): readonly Chord[] {
  if (tail === '') return [];
  if (tail.startsWith(PASTE_START)) return [{ kind: 'paste', text: tail.slice(PASTE_START.length) }];
  return [{ kind: 'key', key: 'esc' }, ...readChords('', tail.slice(1)).chords];
}
