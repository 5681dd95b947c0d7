/** A text being typed and where the caret stands, in UTF-16 units, always between graphemes. */
export interface TextBuffer {
  readonly text: string;
  readonly caret: number;
}

/** A buffer with the caret at the end. */
export function bufferOf(text: string): TextBuffer {
  return { text, caret: text.length };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const previousStop = ({ text, caret }: TextBuffer): number => {
  const from = Math.max(0, caret - 64);
  const last = [...graphemes.segment(text.slice(from, caret))].at(-1);
  return last ? from + last.index : 0;
};

const nextStop = ({ text, caret }: TextBuffer): number => {
  const [first] = graphemes.segment(text.slice(caret, caret + 64));
  return first ? caret + first.segment.length : caret;
};

/** The grapheme under the caret; empty at the end of the text. */
export function graphemeAtCaret(buffer: TextBuffer): string {
  return buffer.text.slice(buffer.caret, nextStop(buffer));
}

const lineStart = ({ text, caret }: TextBuffer): number => text.lastIndexOf('\n', caret - 1) + 1;

const lineEnd = ({ text, caret }: TextBuffer): number => {
  const end = text.indexOf('\n', caret);
  return end < 0 ? text.length : end;
};

const wordStart = ({ text, caret }: TextBuffer): number => {
  const before = text.slice(0, caret).replace(/\s+$/u, '');
  return /\S*$/u.exec(before)?.index ?? 0;
};

const wordEnd = ({ text, caret }: TextBuffer): number =>
  caret + (/^\s*\S*/u.exec(text.slice(caret))?.[0].length ?? 0);

const at = (buffer: TextBuffer, caret: number): TextBuffer => ({ ...buffer, caret });

const without = ({ text }: TextBuffer, from: number, to: number): TextBuffer => ({
  text: text.slice(0, from) + text.slice(to),
  caret: from,
});

const above = (buffer: TextBuffer): TextBuffer => {
  const start = lineStart(buffer);
  if (start === 0) return at(buffer, 0);
  const column = buffer.caret - start;
  const previous = lineStart(at(buffer, start - 1));
  return at(buffer, Math.min(previous + column, start - 1));
};

const below = (buffer: TextBuffer): TextBuffer => {
  const end = lineEnd(buffer);
  if (end === buffer.text.length) return at(buffer, end);
  const column = buffer.caret - lineStart(buffer);
  return at(buffer, Math.min(end + 1 + column, lineEnd(at(buffer, end + 1))));
};

/** The buffer with a text put in at the caret. */
export function insert({ text, caret }: TextBuffer, added: string): TextBuffer {
  return { text: text.slice(0, caret) + added + text.slice(caret), caret: caret + added.length };
}

/**
 * The buffer after a key, with the habits of readline (ctrl-a, -e, -k, -u, -w). Keys that mean nothing to a
 * text give back the same buffer.
 */
export function editWith(buffer: TextBuffer, key: string): TextBuffer {
  switch (key) {
    case 'space':
      return insert(buffer, ' ');
    case 'left':
    case 'ctrl-b':
      return at(buffer, previousStop(buffer));
    case 'right':
    case 'ctrl-f':
      return at(buffer, nextStop(buffer));
    case 'ctrl-left':
    case 'alt-b':
      return at(buffer, wordStart(buffer));
    case 'ctrl-right':
    case 'alt-f':
      return at(buffer, wordEnd(buffer));
    case 'up':
    case 'ctrl-p':
      return above(buffer);
    case 'down':
    case 'ctrl-n':
      return below(buffer);
    case 'home':
    case 'ctrl-a':
      return at(buffer, lineStart(buffer));
    case 'end':
    case 'ctrl-e':
      return at(buffer, lineEnd(buffer));
    case 'backspace':
      return without(buffer, previousStop(buffer), buffer.caret);
    case 'delete':
    case 'ctrl-d':
      return without(buffer, buffer.caret, nextStop(buffer));
    case 'ctrl-w':
    case 'alt-backspace':
      return without(buffer, wordStart(buffer), buffer.caret);
    case 'ctrl-u':
      return without(buffer, lineStart(buffer), buffer.caret);
    case 'ctrl-k':
      return without(buffer, buffer.caret, lineEnd(buffer));
    default:
      return isPrintable(key) ? insert(buffer, key) : buffer;
  }
}

/** A key that is a character and not a name such as `pgdn`: one grapheme, no control. */
const isPrintable = (key: string): boolean => /^\P{M}\p{M}*$/u.test(key) && !/^\p{Cc}/u.test(key);
