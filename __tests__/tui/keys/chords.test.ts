import { describe, expect, it } from '@jest/globals';
import type { Chord } from '../../../src/tui/keys/chords.ts';
import { flushChords, readChords } from '../../../src/tui/keys/chords.ts';

const names = (chords: readonly Chord[]): string[] =>
  chords.map((chord) => (chord.kind === 'key' ? chord.key : `paste:${chord.text}`));

describe('readChords', () => {
  it.each([
    ['jjj', ['j', 'j', 'j']],
    [']c', [']', 'c']],
    ['\u001B[A\u001B[B\u001B[5~', ['up', 'down', 'pgup']],
    ['\u0004\u0015\u0003', ['ctrl-d', 'ctrl-u', 'ctrl-c']],
    ['\r', ['enter']],
    ['\u007F', ['backspace']],
    [' \t', ['space', 'tab']],
    ['e\u0301', ['e\u0301']],
    ['\u001B[<0;10;5M', ['click']],
    ['\u001B\u001B[A', ['esc', 'up']],
    ['\u001Bj', ['alt-j']],
    ['\u001B\u007Fx', ['alt-backspace', 'x']],
    ['\u001B\u001Bj', ['esc', 'alt-j']],
  ])('reads %j', (chunk, keys) => {
    const { chords, tail } = readChords('', chunk);
    expect(names(chords)).toEqual(keys);
    expect(tail).toBe('');
  });

  it('keeps half a sequence for the next chunk', () => {
    const first = readChords('', 'j\u001B[');
    expect(names(first.chords)).toEqual(['j']);
    expect(names(readChords(first.tail, 'A').chords)).toEqual(['up']);
  });

  it('takes a tail that stays alone for the escape key', () => {
    expect(names(flushChords('\u001B'))).toEqual(['esc']);
    expect(flushChords('')).toEqual([]);
  });

  it('never runs what is pasted', () => {
    const start = readChords('', '\u001B[200~dd');
    expect(start.chords).toEqual([]);
    const { chords } = readChords(start.tail, 'Q\n\u001B[201~j');
    expect(names(chords)).toEqual(['paste:ddQ\n', 'j']);
  });
});
