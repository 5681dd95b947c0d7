import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../../src/io/import/docx/resolve-changes.ts';
import type { SourceLine } from '../../../../src/core/model/source.ts';
import { DEL_MARK, INS_MARK, TAB, del, ins, p, r, tinyDocx, type TinyParts } from './tiny-docx.ts';

const both = (
  parts: TinyParts,
): { accept: readonly SourceLine[]; reject: readonly SourceLine[]; all: string } => {
  const doc = readDocx(tinyDocx(parts));
  return {
    accept: resolveChanges(doc, 'accept').lines,
    reject: resolveChanges(doc, 'reject').lines,
    all: plainText(doc, 'all'),
  };
};

const texts = (lines: readonly SourceLine[]): readonly string[] =>
  lines.map(({ label, text }) => (label === null ? text : `[${label}] ${text}`));

describe('runs', () => {
  it('takes either side of a replaced word, in either order', () => {
    const word = p(`${r('to ')}${del(r('ensure'))}${ins(r('encourage'))}${r(' use')}`);
    const google = p(`${r('to ')}${ins(r('encourage'))}${del(r('ensure'))}${r(' use')}`);
    for (const body of [word, google]) {
      const { accept, reject } = both({ body });
      expect(texts(accept)).toEqual(['to encourage use']);
      expect(texts(reject)).toEqual(['to ensure use']);
    }
    expect(both({ body: word }).all).toBe('to {-ensure-}{+encourage+} use\n');
  });

  it('joins runs split in the middle of a word', () => {
    expect(both({ body: p(`${ins(r('enc'))}${ins(r('our'))}${ins(r('age'))}`) }).all).toBe('{+encourage+}\n');
  });

  it('drops on both sides what was put in and struck again', () => {
    const { accept, reject, all } = both({ body: p(`${r('a ')}${ins(del(r('b ')))}${r('c')}`) });
    expect(texts(accept)).toEqual(['a c']);
    expect(texts(reject)).toEqual(['a c']);
    expect(all).toContain('b ');
  });

  it('keeps hyphens, breaks, tabs and symbols that are elements', () => {
    const body = p(
      `${r('ITU')}<w:r><w:noBreakHyphen/></w:r>${r('T co')}<w:r><w:softHyphen/></w:r>${r('operation')}` +
        '<w:r><w:br/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
    );
    expect(plainText(readDocx(tinyDocx({ body })), 'accept')).toBe('ITU\u2011T co\u00adoperation\n•\n');
  });

  it('reads results of fields, never their code', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>' +
      `<w:r><w:t>hidden</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Annex 1')}` +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(texts(both({ body: p(`${r('see ')}${field}${r(' here')}`) }).accept)).toEqual([
      'see Annex 1 here',
    ]);
  });

  it('does not lose the rest of a document to a field that never ends', () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(texts(both({ body: p(open) + p(r('still here')) }).accept)).toEqual(['still here']);
  });

  it('looks into content controls, smart tags, links, custom XML', () => {
    const body = p(
      `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:smartTag>${ins(r('in '))}` +
        `<w:customXml>${r('deep ')}</w:customXml></w:smartTag></w:sdtContent></w:sdt>` +
        `<w:hyperlink r:id="h1">${r('link')}</w:hyperlink>`,
    );
    const relationships =
      '<Relationship Id="h1" Type="x/hyperlink" Target="https://example.org/a" TargetMode="External"/>';
    const { accept, reject } = both({ body, relationships });
    expect(texts(accept)).toEqual(['in deep link']);
    expect(texts(reject)).toEqual(['deep link']);
    expect(accept[0]?.marks).toEqual([{ kind: 'link', start: 8, end: 12, url: 'https://example.org/a' }]);
  });

  it('takes one branch of alternate content and reads text boxes once, after their paragraph', () => {
    const box = `<w:txbxContent>${p(r('boxed'))}</w:txbxContent>`;
    const body =
      p(
        `${r('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + p(r('after'));
    expect(texts(both({ body }).accept)).toEqual(['before', 'boxed', 'after']);
  });

  it('keeps pictures as lines and formulas as characters', () => {
    const body =
      p(`<w:r><w:drawing><wp:docPr descr="A lamp"/><a:blip/></w:drawing></w:r>`) +
      p(`${r('where ')}<m:oMath><m:r><m:t>A=2r</m:t></m:r></m:oMath>`);
    const { accept } = both({ body });
    expect(accept.map(({ kind, text }) => [kind, text])).toEqual([
      ['picture', 'A lamp'],
      ['paragraph', 'where A=2r'],
    ]);
  });
});

describe('paragraph marks', () => {
  it('joins to the next on accept when deleted, on reject when inserted', () => {
    const deleted = both({ body: p(r('one '), '', DEL_MARK) + p(r('two')) });
    expect([texts(deleted.accept), texts(deleted.reject)]).toEqual([['one two'], ['one', 'two']]);
    expect(deleted.all).toBe('one {-¶-}\ntwo\n');
    const inserted = both({ body: p(r('one '), '', INS_MARK) + p(r('two')) });
    expect([texts(inserted.accept), texts(inserted.reject)]).toEqual([['one', 'two'], ['one two']]);
  });

  it('keeps the style of the words that are left', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Call"><w:name w:val="Call"/></w:style>';
    // Enter at the end of a clause, then a new heading: its mark is the clause's old one.
    const body = p(r('that lamps matter,'), '', INS_MARK) + p(ins(r('noting')), 'Call');
    const { accept, reject } = both({ body, styles });
    expect(accept.map(({ style }) => style)).toEqual([null, 'heading']);
    expect(reject.map(({ style, text }) => [style, text])).toEqual([[null, 'that lamps matter,']]);
  });

  it('drops what is left empty by producers that do not track marks', () => {
    const { accept, reject } = both({ body: p(r('a')) + p(del(r('b'))) + p(ins(r('c'))) });
    expect([texts(accept), texts(reject)]).toEqual([
      ['a', 'c'],
      ['a', 'b'],
    ]);
  });

  it('does not join a paragraph to a table', () => {
    const cell = (text: string): string => `<w:tc>${p(r(text))}</w:tc>`;
    const body =
      p(r('before'), '', DEL_MARK) + `<w:tbl><w:tr>${cell('x')}${cell('y')}</w:tr></w:tbl>` + p(r('z'));
    expect(both({ body }).accept.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
  const WHO = 'w:id="1" w:author="A"';

  it('takes out rows and cells as a whole', () => {
    const body =
      '<w:tbl>' +
      `<w:tr>${cell('a')}${cell('b', `<w:cellDel ${WHO}/>`)}${cell('c', `<w:cellIns ${WHO}/>`)}</w:tr>` +
      `<w:tr><w:trPr><w:ins ${WHO}/></w:trPr>${cell('d')}${cell('e')}</w:tr>` +
      `<w:tr><w:trPr><w:del ${WHO}/></w:trPr>${cell('f|g')}${cell('h')}</w:tr></w:tbl>`;
    const { accept, reject } = both({ body });
    expect(accept[0]?.text).toBe('| a | c |\n| --- | --- |\n| d | e |');
    expect(reject[0]?.text).toBe('| a | b |\n| --- | --- |\n| f\\|g | h |');
  });

  it('lays out a table of template styles as lines', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Source"><w:name w:val="Source"/></w:style>';
    const body = `<w:tbl><w:tr><w:tc>${p(r('European Common Proposals'), 'Source')}</w:tc><w:tc>${p(r('Document 45-E'))}</w:tc></w:tr></w:tbl>`;
    expect(both({ body, styles }).accept.map(({ kind, style, text }) => [kind, style, text])).toEqual([
      ['paragraph', 'cover', 'European Common Proposals'],
      ['paragraph', null, 'Document 45-E'],
    ]);
  });
});

describe('notes and comments', () => {
  const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes =
    `<w:footnote w:type="separator" w:id="-1">${p(r('-'))}</w:footnote>` +
    `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' These include ')}${del(r('small '))}${r('bridges.')}`)}</w:footnote>` +
    `<w:footnote w:id="5">${p(r('Another.'))}</w:footnote>`;

  it('numbers notes by their references on each side, and takes changes inside them', () => {
    const body = p(`${r('countries')}${del(reference(5))}${r(' and')}${reference(2)}`);
    const doc = readDocx(tinyDocx({ body, footnotes }));
    const accepted = resolveChanges(doc, 'accept');
    expect(accepted.lines[0]?.text).toBe('countries and[^1]');
    expect(accepted.footnotes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'These include bridges.'],
    ]);
    const rejected = resolveChanges(doc, 'reject');
    expect(rejected.lines[0]?.text).toBe('countries[^1] and[^2]');
    expect(rejected.footnotes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'Another.'],
      ['2', 'These include small bridges.'],
    ]);
  });

  it('keeps a mark of its own', () => {
    const body = p(`${r('x')}<w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`);
    const found = resolveChanges(readDocx(tinyDocx({ body, footnotes })), 'accept');
    expect([found.lines[0]?.text, found.footnotes[0]?.label]).toEqual(['x[^*]', '*']);
  });

  it('gives comments with author, date and the words they hang on', () => {
    const comments = `<w:comment w:id="0" w:author="Ana" w:date="2024-09-02T00:00:00Z">${p(r('Too strong.'))}</w:comment>`;
    const body =
      p(r('first')) +
      p(
        `${r('Members ')}<w:commentRangeStart w:id="0"/>${del(r('should'))}${ins(r('shall'))}<w:commentRangeEnd w:id="0"/>` +
          `<w:r><w:commentReference w:id="0"/></w:r>${r(' act')}`,
      );
    expect(readDocx(tinyDocx({ body, comments })).comments).toEqual([
      { id: '0', author: 'Ana', date: '2024-09-02T00:00:00Z', text: 'Too strong.', quote: 'shall', line: 2 },
    ]);
  });
});

describe('styles of the ITU template', () => {
  const style = (id: string, name: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

  it('tells lines by style id, by name, and through basedOn', () => {
    const styles =
      style('ResNo', 'Res_No') +
      style('a1', 'Res_title') +
      style('MyCall', 'My call', '<w:basedOn w:val="Call"/><w:rPr><w:i/></w:rPr>') +
      style('Call', 'Call', '<w:rPr><w:i/></w:rPr>') +
      style('enumlev2', 'enumlev2') +
      style('Normalaftertitle0', 'Normal after title0');
    const body =
      p(r('RESOLUTION 990'), 'ResNo') +
      p(r('Lamps'), 'a1') +
      p(r('The Assembly,'), 'Normalaftertitle0') +
      p(r('recognizing'), 'MyCall') +
      p(`${r('a)')}${TAB}${r('that lamps ')}${r('matter', '<w:i/>')}`) +
      p(`${r('–')}${TAB}${r('much,')}`, 'enumlev2') +
      p(`${r('MOD')}${TAB}${r('EUR/45A12/1')}`, 'Proposal');
    expect(
      both({ body, styles }).accept.map(({ style: found, label, level, text }) => [
        found,
        label,
        level,
        text,
      ]),
    ).toEqual([
      ['number', null, 0, 'RESOLUTION 990'],
      ['title', null, 0, 'Lamps'],
      ['opening', null, 0, 'The Assembly,'],
      ['heading', null, 0, 'recognizing'],
      [null, 'a)', 0, 'that lamps matter'],
      ['clause', '–', 3, 'much,'],
      ['proposal', null, 0, 'MOD\tEUR/45A12/1'],
    ]);
  });

  it('moves marks with the text when the label is taken off, and leaves the italics of Call alone', () => {
    const styles = style('Call', 'Call', '<w:rPr><w:i/></w:rPr>');
    const body = p(r('noting'), 'Call') + p(`${r('a)', '<w:i/>')}${TAB}${r('that ')}${r('lamps', '<w:b/>')}`);
    const { accept } = both({ body, styles });
    expect(accept[0]?.marks).toEqual([]);
    expect(accept[1]?.marks).toEqual([{ kind: 'strong', start: 5, end: 10 }]);
  });

  it('cuts a broken line where a part brings a label, else leaves it to the parser', () => {
    const br = '<w:r><w:br/></w:r>';
    const body =
      p(`${r('Lamps')}${br}${r('and bridges')}`) +
      p(`${r('a)')}${TAB}${r('x;')}${br}${r('b)')}${TAB}${r('y,')}`);
    expect(texts(both({ body }).accept)).toEqual(['Lamps\nand bridges', '[a)] x;', '[b)] y,']);
  });
});
