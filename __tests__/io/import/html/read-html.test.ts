import { describe, expect, it } from '@jest/globals';
import { ImportError } from '../../../../src/io/import/import-error.ts';
import { declaredCharset } from '../../../../src/io/import/html/declared-charset.ts';
import { readHtml } from '../../../../src/io/import/html/read-html.ts';
import { FUZZ_RUNS, damage, seeded } from '../seeded.ts';

const brief = (html: string): readonly (string | null)[][] =>
  readHtml(html).lines.map(({ label, level, text }) => [label, String(level), text]);

describe('web pages', () => {
  it('reads headings, paragraphs, marks, links', () => {
    const page = `<!DOCTYPE html><html><head><title>Site</title><style>p{}</style></head><body>
      <nav><a href="/">Home</a></nav><script>evil()</script>
      <h3>recognizing</h3>
      <p>a) that <em>lamps</em>
         <b>matter</b>, see <a href="https://example.org/x">here</a>;</p>
      <div>loose<br>text</div></body></html>`;
    const { lines, warnings } = readHtml(page);
    expect(lines.map(({ text, marks, line }) => ({ text, marks, line }))).toEqual([
      { text: 'recognizing', marks: [{ kind: 'strong', start: 0, end: 11 }], line: 3 },
      {
        text: 'a) that lamps matter, see here;',
        marks: [
          { kind: 'emphasis', start: 8, end: 13 },
          { kind: 'strong', start: 14, end: 20 },
          { kind: 'link', start: 26, end: 30, url: 'https://example.org/x' },
        ],
        line: 4,
      },
      { text: 'loose\ntext', marks: [], line: 6 },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['html-furniture']);
  });

  it('gives list items the markers a browser shows, by type, start, value and style', () => {
    const page = `<ol type="a"><li>one</li><li>two<ol type="i" start="3"><li>in</li><li value="7">seven</li></ol></li></ol>
      <ul><li>dot</li></ul><ol style="list-style-type: upper-roman"><li>big</li></ol><ol reversed><li>x<li>y</ol>`;
    expect(brief(page)).toEqual([
      ['a)', '1', 'one'],
      ['b)', '1', 'two'],
      ['iii)', '2', 'in'],
      ['vii)', '2', 'seven'],
      ['•', '1', 'dot'],
      ['I)', '1', 'big'],
      ['2', '1', 'x'],
      ['1', '1', 'y'],
    ]);
  });

  it('leaves an item that brings its own label without another', () => {
    const page =
      '<ul><li>a) that lamps matter;</li><li>b) that bridges do,</li></ul><ol style="list-style:none"><li>plain</li></ol>';
    expect(brief(page).map(([label, , text]) => [label, text])).toEqual([
      [null, 'a) that lamps matter;'],
      [null, 'b) that bridges do,'],
      [null, 'plain'],
    ]);
  });

  it('keeps a second paragraph of an item on its level', () => {
    expect(brief('<ol><li><p>first</p><p>more</p></li></ol>')).toEqual([
      ['1', '1', 'first'],
      [null, '1', 'more'],
    ]);
  });

  it('takes footnotes apart by their links, in the ways pages write them', () => {
    const pages = [
      '<p>countries<sup><a href="#f1" id="r1">1</a></sup> and</p><ol><li id="f1">These. <a href="#r1">↩</a></li></ol>',
      '<p>countries<a href="#f1" id="r1"><sup>1</sup></a> and</p><p><a id="f1" href="#r1">1</a> These.</p>',
      '<p>countries<a href="#_ftn1" name="_ftnref1">[1]</a> and</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> These.</p></div>',
    ];
    for (const page of pages) {
      const { lines, footnotes } = readHtml(page);
      expect(lines.map(({ text }) => text)).toEqual(['countries[^1] and']);
      expect(footnotes.map(({ label, text }) => [label, text])).toEqual([['1', 'These.']]);
    }
  });

  it('leaves a raised number without a link as it stands', () => {
    expect(brief('<p>10 m<sup>2</sup></p>')).toEqual([[null, '0', '10 m2']]);
  });

  it('keeps a table as one line, and reads a table that only lays out the page', () => {
    const data = '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1<p>2</p></td><td></td></tr></table>';
    expect(readHtml(data).lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['table', '| a | b\\|c |\n| --- | --- |\n| 1<br>2 |  |'],
    ]);
    expect(
      brief('<table><tr><td>menu</td><td><h2>recognizing</h2><p>that</p></td></tr></table>').map(
        ([, , text]) => text,
      ),
    ).toEqual(['menu', 'recognizing', 'that']);
  });

  it('reads either side of ins and del, and says that there are two', () => {
    const page = '<p>to <del>ensure</del><ins>encourage</ins> use</p>';
    expect(readHtml(page)).toMatchObject({ hasChanges: true, lines: [{ text: 'to encourage use' }] });
    expect(readHtml(page, 'reject').lines[0]?.text).toBe('to ensure use');
    expect(readHtml('<p>x</p>').hasChanges).toBe(false);
  });

  it('keeps no-break spaces and preformatted lines', () => {
    expect(brief('<p>No.&nbsp;5  x</p><pre>a  b\nc</pre>').map(([, , text]) => text)).toEqual([
      'No.\u00a05 x',
      'a  b\nc',
    ]);
  });

  it('reads the charset a page declares', () => {
    expect(declaredCharset(Buffer.from('<meta charset="windows-1251">'))).toBe('windows-1251');
    expect(declaredCharset(Buffer.from('<META http-equiv=x content="text/html; charset=iso-8859-5">'))).toBe(
      'iso-8859-5',
    );
    expect(declaredCharset(Buffer.from('<p>'))).toBeNull();
  });
});

const outcome = (html: string): string => {
  try {
    readHtml(html);
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return 'read';
};

describe('hostile pages', () => {
  it.each([
    ['2,000 nested div', '<div>'.repeat(2_000), 'too-deep'],
    ['nesting hidden by stray end tags', '<div></x>'.repeat(2_000), 'too-deep'],
    ['300 nested em', '<em>'.repeat(300), 'too-deep'],
    [
      'formatting with attributes',
      Array.from({ length: 5_000 }, (_, at) => `<b id=${at}><p>`).join(''),
      'too-deep',
    ],
    ['100,000 nested lists', '<ul><li>'.repeat(100_000), 'too-deep'],
    ['500,000 elements', '<b>x</b> '.repeat(500_000), 'too-large'],
    [
      'one wide row and many narrow ones',
      `<table><tr>${'<td>x'.repeat(3_000)}${'<tr><td>y'.repeat(60_000)}`,
      'read',
    ],
    ['6 MB', 'x'.repeat(6 * 1024 * 1024), 'too-large'],
    ['20,000 unclosed p', '<p>x'.repeat(20_000), 'read'],
    ['200 nested em', `${'<em>'.repeat(200)}x`, 'read'],
    ['an unclosed script', `<p>x<script>${'<div>'.repeat(5_000)}`, 'read'],
    ['a huge attribute', `<p title="${'x'.repeat(2_000_000)}">x</p>`, 'read'],
    ['20,000 list items', `<ol>${'<li>x'.repeat(20_000)}</ol>`, 'read'],
  ])('%s', (_, html, code) => {
    const started = performance.now();
    expect(outcome(html)).toBe(code);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('2 MB of flat paragraphs', () => {
    const page = '<p>that lamps <em>matter</em> to bridges;</p>\n'.repeat(45_000);
    expect(readHtml(page).lines).toHaveLength(45_000);
  });

  it('ends in lines or an ImportError, whatever the tags', () => {
    const page =
      '<h3>recognizing</h3><ol type=a><li>x<sup><a href="#f">1</a></sup><table><tr><td><del>y</del></table></ol><p id=f>n';
    const random = seeded(9);
    for (let run = 0; run < FUZZ_RUNS; run++)
      outcome(new TextDecoder().decode(damage(new TextEncoder().encode(page), random)));
    expect.assertions(0);
  });
});
