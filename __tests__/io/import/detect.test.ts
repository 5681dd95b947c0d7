import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from '@jest/globals';
import { detectFormat } from '../../../src/io/import/detect.ts';
import { ImportError } from '../../../src/io/import/import-error.ts';
import { p, r, tinyDocx } from './docx/tiny-docx.ts';

const bytesOf = (latin: string): Uint8Array => Uint8Array.from(Buffer.from(latin, 'latin1'));

describe('formats by content, then by name', () => {
  it.each([
    ['docx', tinyDocx({ body: p(r('x')) }), 'x.pdf'],
    ['pdf', strToU8('%PDF-1.7\n'), 'x.txt'],
    ['html', strToU8('<!DOCTYPE html><p>x'), 'x.txt'],
    ['html', strToU8('\n<!-- saved -->\n<html><body>'), 'page'],
    ['html', iconv.encode('<html><body>x</body></html>', 'utf-16le', { addBOM: true }), 'page'],
    ['html', strToU8('text <b>bold</b>'), 'x.htm'],
    ['markdown', strToU8('text'), 'x.md'],
    ['markdown', strToU8('---\nkind: adopted\n---\n# RESOLUTION 1\n'), '-'],
    ['markdown', strToU8('# RESOLUTION 1\n\n*recognizing*\n\na) x'), '-'],
    ['text', strToU8('# SYNTHETIC\nRESOLUTION 1\n'), 'x.txt'],
    ['text', strToU8('RESOLUTION 1'), '-'],
  ])('%s', (format, bytes, name) => {
    expect(detectFormat(bytes, name)).toBe(format);
  });

  it.each([
    ['wrong-type', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), '.doc'],
    ['encrypted', bytesOf(`\xd0\xcf\x11\xe0${Array.from('EncryptedPackage').join('\0')}`), 'password'],
    ['wrong-type', strToU8('{\\rtf1 x}'), 'RTF'],
    [
      'wrong-type',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'OpenDocument',
    ],
    ['wrong-type', zipSync({ 'xl/workbook.xml': strToU8('x') }), 'Excel'],
    ['wrong-type', zipSync({ 'ppt/presentation.xml': strToU8('x') }), 'PowerPoint'],
    ['wrong-type', zipSync({ 'a.txt': strToU8('x') }), 'zip'],
    ['wrong-type', bytesOf('\x89PNG\r\n'), 'picture'],
    ['wrong-type', bytesOf('\xff\xd8\xff\xe0'), 'picture'],
    ['wrong-type', strToU8('From: <Saved by Browser>\nMIME-Version: 1.0\n'), 'MHTML'],
    ['empty', new Uint8Array(), 'empty'],
  ])('%s: %#', (code, bytes, word) => {
    const read = (): unknown => detectFormat(bytes, 'file');
    expect(read).toThrow(ImportError);
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(word) }));
  });

  it('says when the name promises another kind', () => {
    expect(() => detectFormat(strToU8('hello'), 'x.docx')).toThrow('no Word file');
    expect(() => detectFormat(strToU8('hello'), 'x.pdf')).toThrow('no PDF');
  });
});
