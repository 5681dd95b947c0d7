import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bufferOf, editWith, insert } from '../../src/tui/state/text-buffer.ts';

/** The text with `|` where the caret stands. */
const after = (text: string, ...keys: string[]): string => {
  const caret = text.indexOf('|');
  const start = { text: text.replace('|', ''), caret };
  const { text: result, caret: at } = keys.reduce(editWith, start);
  return `${result.slice(0, at)}|${result.slice(at)}`;
};

describe('editWith', () => {
  it.each([
    ['ab|c', ['x'], 'abx|c'],
    ['ab|c', ['backspace'], 'a|c'],
    ['ab|c', ['delete'], 'ab|'],
    ['e\u0301|', ['backspace'], '|'],
    ['👩‍💻|', ['left'], '|👩‍💻'],
    ['one two|', ['ctrl-w'], 'one |'],
    ['one two|', ['alt-b', 'alt-b'], '|one two'],
    ['|one two', ['alt-f'], 'one| two'],
    ['first\nsec|ond', ['up'], 'fir|st\nsecond'],
    ['fir|st\nse', ['down'], 'first\nse|'],
    ['fir|st\nlonger', ['down', 'end'], 'first\nlonger|'],
    ['a\nbc|d', ['ctrl-u'], 'a\n|d'],
    ['a|bc\nd', ['ctrl-k'], 'a|\nd'],
    ['a|', ['pgdn', 'f1', 'unknown', 'alt-q'], 'a|'],
    ['|', ['backspace', 'left', 'up', 'delete', 'right', 'down'], '|'],
  ])('%j and %j give %j', (text, keys, result) => {
    expect(after(text, ...keys)).toBe(result);
  });

  it('keeps the caret inside the text, whatever is pressed', () => {
    const key = fc.constantFrom(
      'left',
      'right',
      'up',
      'down',
      'home',
      'end',
      'backspace',
      'delete',
      'ctrl-w',
      'ctrl-k',
      'é',
      '国',
      'space',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(key, { maxLength: 30 }), (text, keys) => {
        let buffer = insert(bufferOf(text), '\nnext line\n');
        for (const pressed of keys) {
          buffer = editWith(buffer, pressed);
          expect(buffer.caret).toBeGreaterThanOrEqual(0);
          expect(buffer.caret).toBeLessThanOrEqual(buffer.text.length);
        }
      }),
    );
  });
});
