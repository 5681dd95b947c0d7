import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sanitise, sanitiseLine } from '../../../src/core/text/sanitise.ts';
import { hostileStrings } from '../../tui/hostile-strings.ts';

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;

describe('sanitise', () => {
  it('leaves the words of six languages as they are', () => {
    for (const text of [
      "that Member States' efforts – and “quotes” – continue;\n\n\tétranger, œuvre, l’UIT",
      'что Государства-Члены',
      'أن الدول الأعضاء\u200F، و\u061Cغيرها',
      '各成员国,应当',
      'non\u2011commercial 50\u00A0%',
    ]) {
      expect(sanitise(text)).toBe(text);
    }
  });

  it('replaces control characters and keeps line feed and tab', () => {
    expect(sanitise('a\u001B[31mb\u0007c\r\nd\te\u009B2J\u007F')).toBe(
      'a\uFFFD[31mb\uFFFDc\nd\te\uFFFD2J\uFFFD',
    );
  });

  it('shows what reorders or hides text by its number', () => {
    expect(sanitise('ab\u202Ecd\u2066')).toBe('ab⟨U+202E⟩cd⟨U+2066⟩');
    expect(sanitise('shall\u200B not')).toBe('shall⟨U+200B⟩ not');
    expect(sanitise('a\u200Eb')).toBe('a⟨U+200E⟩b');
    expect(sanitise('\u{E0041}')).toBe('⟨U+E0041⟩');
  });

  it('puts names on one line', () => {
    expect(sanitiseLine('a\nb\t\tc\r\nd')).toBe('a b c d');
  });

  it('lets none of the hostile strings through', () => {
    for (const text of hostileStrings) expect(sanitise(text)).not.toMatch(CONTROL);
  });

  it('holds its law for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = sanitise(text);
        expect(once).not.toMatch(CONTROL);
        expect(sanitise(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
