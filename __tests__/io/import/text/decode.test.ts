import iconv from 'iconv-lite';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { ImportError } from '../../../../src/io/import/import-error.ts';
import { decodeText } from '../../../../src/io/import/text/decode.ts';
import { FUZZ_RUNS, damage, seeded } from '../seeded.ts';

const TEXTS = {
  en: 'RESOLUTION 990 (Rev. Dubai, 2012)\nthat lamps – “bridge lamps” – matter;\n',
  fr: 'RÉSOLUTION 990 (Rév. Dubaï, 2012)\nreconnaissant\na) que l’éclairage des ponts a été étudié par les Etats Membres;\n',
  es: 'RESOLUCIÓN 990 (Rev. Dubái, 2012)\nconsiderando que la iluminación de los puentes es útil en años de sequía;\n',
  ru: 'РЕЗОЛЮЦИЯ 990 (Пересм. Дубай, 2012 г.)\nпризнавая, что лампы необходимы для мостов;\n',
  ar: 'القرار 990 (المراجَع في دبي، 2012)\nإذ تدرك أن المصابيح مفيدة للجسور؛\n',
  zh: '第990号决议(2012年,迪拜,修订版)\n考虑到灯具对桥梁很有用,\n',
};

const LEGACY: readonly (readonly [keyof typeof TEXTS, string])[] = [
  ['fr', 'windows-1252'],
  ['es', 'windows-1252'],
  ['en', 'windows-1252'],
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['ar', 'windows-1256'],
  ['zh', 'gb18030'],
];

const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return 'read';
};

describe('texts in any encoding', () => {
  it.each(Object.entries(TEXTS))('%s in Unicode, with and without a mark, without a word', (_, text) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const addBOM of [true, false]) {
        const decoded = decodeText(iconv.encode(text, encoding, { addBOM }));
        expect(decoded).toEqual({ text, encoding, warnings: [] });
      }
    }
    expect(decodeText(iconv.encode(text, 'utf-32le', { addBOM: true })).text).toBe(text);
  });

  it.each([...LEGACY])('%s in %s by its letters, with a warning', (language, encoding) => {
    const text = TEXTS[language];
    const bytes = iconv.encode(text, encoding);
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
    // Told by the user or by the document, nothing has to be guessed.
    expect(decodeText(bytes, { encoding }).warnings).toEqual([]);
    expect(decodeText(bytes, { declared: encoding })).toEqual({ text, encoding, warnings: [] });
  });

  it('does not believe a document that says UTF-8 and is not', () => {
    expect(decodeText(iconv.encode(TEXTS.fr, 'windows-1252'), { declared: 'utf-8' }).text).toBe(TEXTS.fr);
  });

  it('reads plain ASCII as UTF-8, and nothing as nothing', () => {
    expect(decodeText(strToU8('plain'))).toEqual({ text: 'plain', encoding: 'utf-8', warnings: [] });
    expect(decodeText(new Uint8Array()).text).toBe('');
  });

  it('keeps the good characters of a UTF-8 text with one broken byte, and says where', () => {
    const good = iconv.encode(TEXTS.ru + TEXTS.ru, 'utf-8');
    const bytes = Buffer.concat([good, Buffer.from([0xff]), good]);
    const { text, warnings } = decodeText(bytes);
    expect(text).toBe(`${TEXTS.ru}${TEXTS.ru}\uFFFD${TEXTS.ru}${TEXTS.ru}`);
    expect(warnings).toEqual([expect.objectContaining({ code: 'encoding-lost', line: 5 })]);
  });

  it('says that a text was spoilt before it came here', () => {
    const doubled = iconv.decode(iconv.encode(TEXTS.fr, 'utf-8'), 'windows-1252');
    expect(decodeText(strToU8(doubled)).warnings.map(({ code }) => code)).toContain('encoding-doubled');
    expect(decodeText(strToU8('a\uFFFDb')).warnings.map(({ code }) => code)).toEqual(['encoding-lost']);
  });

  it('refuses what is no text, what is too long, and encodings that do not exist', () => {
    expect(codeOf(() => decodeText(zipSync({ a: strToU8('x'.repeat(2_000)) })))).toBe('binary');
    expect(codeOf(() => decodeText(new Uint8Array(6 * 1024 * 1024).fill(65)))).toBe('too-large');
    expect(codeOf(() => decodeText(strToU8('x'), { encoding: 'klingon' }))).toBe('encoding');
    const noise = Uint8Array.from({ length: 600 }, (_, at) => 128 + ((at * 89) % 127));
    expect(codeOf(() => decodeText(noise))).toBe('encoding');
  });

  it('ends in a text or an ImportError, whatever the bytes', () => {
    const random = seeded(3);
    const all = Object.values(TEXTS);
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const bytes = iconv.encode(all[run % all.length] ?? '', run % 2 === 0 ? 'utf-8' : 'utf-16le');
      codeOf(() => decodeText(damage(bytes, random)));
    }
    expect.assertions(0);
  });
});
