import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { plainText } from '../../../../src/io/import/docx/plain-text.ts';
import { resolveChanges } from '../../../../src/io/import/docx/resolve-changes.ts';
import { ImportError } from '../../../../src/io/import/import-error.ts';
import { FUZZ_RUNS, damage, seeded } from '../seeded.ts';
import { DEL_MARK, TAB, del, ins, numbered, p, r, tinyDocx } from './tiny-docx.ts';

const errorOf = (bytes: Uint8Array): ImportError => {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('was read without complaint');
};

const withDocument = (xml: string | Uint8Array, level: 0 | 6 = 6): Uint8Array => {
  const content = typeof xml === 'string' ? strToU8(xml) : xml;
  return zipSync({ 'word/document.xml': [content, { level }] });
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('hostile Word files end in one clear error', () => {
  it.each([
    ['nothing', new Uint8Array(), 'damaged'],
    ['a few bytes', strToU8('PK\u0003\u0004'), 'damaged'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'wrong-type'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'wrong-type'],
    ['an OpenDocument file', zipSync({ 'content.xml': strToU8('<x/>') }), 'wrong-type'],
    [
      'a zip in a zip',
      zipSync({ 'word/document.xml': zipSync({ 'word/document.xml': strToU8('<x/>') }) }),
      'damaged',
    ],
    ['no body', withDocument('<x/>'), 'wrong-type'],
    ['an empty part', withDocument(''), 'damaged'],
    [
      'bytes that are no text',
      withDocument(Uint8Array.from([60, 120, 62, 255, 254, 60, 47, 120, 62])),
      'damaged',
    ],
    ['a cut-off part', withDocument(`<w:document ${W}><w:body><w:p>`), 'damaged'],
    ['an unknown entity', withDocument(`<w:document ${W}>&lol;</w:document>`), 'damaged'],
    ['an external entity', withDocument('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x>&x;</x>'), 'doctype'],
    [
      'a billion laughs',
      withDocument('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'),
      'doctype',
    ],
    ['100,000 levels', withDocument(`<w:document ${W}>${'<w:sdt>'.repeat(100_000)}`), 'too-deep'],
    ['a bomb', withDocument(new Uint8Array(50_000_000).fill(32)), 'bomb'],
    ['an attribute of 20 MB', withDocument(`<w:document a="${'x'.repeat(20_000_000)}" ${W}/>`, 0), 'bomb'],
    ['a text of 20 MB', withDocument(`<w:document ${W}>${'x'.repeat(20_000_000)}`, 0), 'bomb'],
  ])('%s', (_, bytes, code) => {
    const started = performance.now();
    const error = errorOf(bytes);
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('\n');
    expect(error.hint).not.toBe('');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('refuses thousands of entries', () => {
    const files = Object.fromEntries(
      Array.from({ length: 6_000 }, (_, index) => [`f${index}`, new Uint8Array()]),
    );
    expect(errorOf(zipSync(files)).code).toBe('bomb');
  });

  it('refuses millions of empty paragraphs', () => {
    const body = '<w:p/>'.repeat(1_000_000);
    expect(errorOf(withDocument(`<w:document ${W}><w:body>${body}</w:body></w:document>`, 0)).code).toBe(
      'too-large',
    );
  });

  it.each([
    ['millions of runs', `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(1_600_000)}</w:p>`, 'too-large'],
    [
      '200 insertions in each other',
      `<w:p>${'<w:ins>'.repeat(200)}${r('x').repeat(20_000)}${'</w:ins>'.repeat(200)}</w:p>`,
      null,
    ],
    [
      '10,000 comments open at once',
      `<w:p>${'<w:commentRangeStart w:id="1"/>'.repeat(10_000)}${r('x').repeat(10_000)}</w:p>`,
      null,
    ],
    [
      'one wide row, many narrow ones',
      `<w:tbl><w:tr>${'<w:tc/>'.repeat(2_000)}</w:tr>${'<w:tr><w:tc/></w:tr>'.repeat(90_000)}</w:tbl>`,
      null,
    ],
  ])('bears or refuses %s', (_, body, code) => {
    const bytes = withDocument(`<w:document ${W}><w:body>${body}</w:body></w:document>`, 0);
    const started = performance.now();
    if (code === null) resolveChanges(readDocx(bytes), 'accept');
    else expect(errorOf(bytes).code).toBe(code);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('refuses a size in the directory that is not the size of the part', () => {
    const bytes = withDocument(`<w:document ${W}><w:body>${p(r('text'))}</w:body></w:document>`);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(errorOf(bytes).code).toBe('damaged');
  });

  it('never takes changed bytes for the text: the checksum decides', () => {
    const bytes = withDocument(`<w:document ${W}><w:body>${p(r('shall'))}</w:body></w:document>`, 0);
    const at = Buffer.from(bytes).indexOf('shall');
    bytes[at + 1] = 'm'.charCodeAt(0);
    expect(errorOf(bytes).message).toContain('checksum');
  });

  it('says what is wrong with a protected file', () => {
    const bytes = withDocument('<x/>');
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(errorOf(bytes).code).toBe('encrypted');
  });
});

const RICH = tinyDocx({
  body:
    p(`${r('RESOLUTION 990 ')}${del(r('(Dubai)'))}${ins(r('(Busan)'))}`, 'ResNo') +
    p(`${r('a)')}${TAB}${r('that', '<w:i/>')}<w:r><w:footnoteReference w:id="1"/></w:r>`, '', DEL_MARK) +
    p(r('item'), '', '', numbered(1, 0)) +
    `<w:tbl><w:tr><w:trPr>${DEL_MARK}</w:trPr><w:tc>${p(r('cell'))}</w:tc></w:tr></w:tbl>` +
    p('<w:commentRangeStart w:id="0"/><w:sdt><w:sdtContent>' + r('x') + '</w:sdtContent></w:sdt>'),
  styles:
    '<w:style w:type="paragraph" w:styleId="ResNo"><w:name w:val="Res_No"/><w:basedOn w:val="ResNo"/></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  footnotes: `<w:footnote w:id="1">${p(r('note'))}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="A">${p(r('why'))}</w:comment>`,
});

describe('damaged Word files', () => {
  const read = (bytes: Uint8Array): 'read' | 'refused' => {
    try {
      const doc = readDocx(bytes);
      for (const mode of ['accept', 'reject'] as const) resolveChanges(doc, mode);
      plainText(doc, 'all');
      return 'read';
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return 'refused';
    }
  };

  it(`${FUZZ_RUNS} damaged archives`, () => {
    const random = seeded(48);
    const results = Array.from({ length: FUZZ_RUNS }, () => read(damage(RICH, random)));
    expect(results.filter((result) => result === 'refused').length).toBeGreaterThan(FUZZ_RUNS / 3);
  });

  it(`${FUZZ_RUNS} archives with damaged parts, tags swapped and dropped`, () => {
    const random = seeded(64);
    const files = unzipSync(RICH);
    const names = Object.keys(files);
    let survived = 0;
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const tags = new TextDecoder().decode(files[name]).split(/(?=<)/);
      const at = Math.floor(random() * tags.length);
      const other = tags[Math.floor(random() * tags.length)] ?? '';
      if (random() < 0.3) tags.splice(at, 1);
      else if (random() < 0.5) tags.splice(at, 0, other);
      else tags[at] = (tags[at] ?? '').replace(/"[^"]*"/, random() < 0.5 ? '"-1"' : '"99999999999"');
      if (read(zipSync({ ...files, [name]: strToU8(tags.join('')) })) === 'read') survived++;
    }
    expect(survived).toBeGreaterThan(FUZZ_RUNS / 20);
    expect(survived).toBeLessThan(FUZZ_RUNS);
  });
});
