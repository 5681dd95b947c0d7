import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../../src/io/import/docx/plain-text.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { resolveChanges } from '../../../../src/io/import/docx/resolve-changes.ts';
import { readText } from '../../../../src/io/import/text/read-text.ts';
import { fixture } from '../fixture.ts';
import { DEL_MARK, INS_MARK, TAB, del, ins, p, r, tinyDocx } from './tiny-docx.ts';

type Producer = 'word' | 'google';

const MARKED = fixture('texts/100-syn-marked-en.txt').trimEnd().split('\n').slice(1);
const NOTE = '<w:r><w:footnoteReference w:id="7"/></w:r>';
const WHO = 'w:id="9" w:author="A" w:date="2024-09-01T10:00:00Z"';
const moved = (kind: 'moveFrom' | 'moveTo') => (content: string) =>
  `<w:${kind} ${WHO}>${content}</w:${kind}>`;

/** The runs of a text, tabs and footnote marks as the elements they are in Word. */
const runs = (text: string): string =>
  text
    .split(/(\t|\[\^1\])/)
    .map((part) => (part === '' ? '' : part === '\t' ? TAB : part === '[^1]' ? NOTE : r(part)))
    .join('');

const styleOf = (text: string, at: number): string => {
  if (at < 4) return ['ResNo', 'Restitle', 'Resref', 'Normalaftertitle'][at] ?? '';
  if (/^(?:\+\+)?i{1,3}\)/.test(text)) return 'enumlev1';
  return text.includes('\t') ? '' : 'Call';
};

const WHOLE = {
  '++': [ins, INS_MARK],
  '--': [del, DEL_MARK],
  '>>': [moved('moveTo'), `<w:moveTo ${WHO}/>`],
  '<<': [moved('moveFrom'), `<w:moveFrom ${WHO}/>`],
} as const;

const paragraph = (line: string, at: number, producer: Producer): string => {
  const sign = /^(?:\+\+|--|>>|<<)/.exec(line)?.[0] as keyof typeof WHOLE | undefined;
  if (sign !== undefined) {
    const [wrap, mark] = WHOLE[sign];
    // Google Docs tracks the words of a paragraph, never its mark, and knows no moves.
    const isIn = sign === '++' || sign === '>>';
    const kept = isIn ? /\{\+([^{}]*)\+\}|\{-[^{}]*-\}/g : /\{-([^{}]*)-\}|\{\+[^{}]*\+\}/g;
    const words = runs(line.slice(2).replace(kept, '$1'));
    const plainWrap = isIn ? ins : del;
    const inner = line.slice(2).includes('{') ? pieces(line.slice(2), producer) : words;
    return producer === 'word'
      ? p(wrap(inner), styleOf(line, at), mark)
      : p(plainWrap(words), styleOf(line, at));
  }
  return p(pieces(line, producer), styleOf(line, at));
};

const pieces = (line: string, producer: Producer): string => {
  const ordered = producer === 'google' ? line.replace(/(\{-[^{}]*-\})(\{\+[^{}]*\+\})/g, '$2$1') : line;
  return ordered
    .split(/(\{[+-].*?[+-]\})/)
    .map((part) => {
      if (part.startsWith('{+')) return ins(runs(part.slice(2, -2)));
      if (part.startsWith('{-')) return del(runs(part.slice(2, -2)));
      return runs(part);
    })
    .join('');
};

const documentBy = (producer: Producer): Uint8Array => {
  const body = MARKED.filter((line) => !line.startsWith('[^1]'));
  const note = MARKED.find((line) => line.startsWith('[^1]'))?.slice(5) ?? '';
  return tinyDocx({
    body: body.map((line, at) => paragraph(line, at, producer)).join(''),
    footnotes: `<w:footnote w:id="7">${p(r(note))}</w:footnote>`,
    styles: ['ResNo', 'Restitle', 'Resref', 'Normalaftertitle', 'Call', 'enumlev1']
      .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
      .join(''),
  });
};

describe.each(['word', 'google'] as const)('a whole resolution with changes tracked by %s', (producer) => {
  const doc = readDocx(documentBy(producer));

  const sides: readonly (readonly ['accept' | 'reject', string])[] = [
    ['reject', 'texts/101-syn-rejected-en.txt'],
    ['accept', 'texts/102-syn-accepted-en.txt'],
  ];
  it.each([...sides])('%s gives the text, labels and footnote of the clean one', (mode, file) => {
    const clean = readText(fixture(file).split('\n').slice(1).join('\n'));
    const found = resolveChanges(doc, mode);
    const whole = found.lines.map(({ label, text }) => (label === null ? text : `${label}\t${text}`));
    expect(whole).toEqual(clean.lines.map(({ text }) => text));
    expect(found.footnotes.map(({ label, text }) => [label, text])).toEqual(
      clean.footnotes.map(({ label, text }) => [label, text]),
    );
    expect(found.lines.slice(0, 5).map(({ style }) => style)).toEqual([
      'number',
      'title',
      'history',
      'opening',
      'heading',
    ]);
  });

  it('both sides stand in the text of all changes', () => {
    const all = plainText(doc, 'all');
    const side = (drop: RegExp, keep: RegExp): string => all.replace(drop, '').replace(keep, '$1');
    const squeeze = (text: string): string => text.replace(/[\s¶]/g, '');
    const accepted = side(/\{-.*?-\}/gs, /\{\+(.*?)\+\}/gs);
    const rejected = side(/\{\+.*?\+\}/gs, /\{-(.*?)-\}/gs);
    expect(squeeze(accepted)).toBe(squeeze(plainText(doc, 'accept')));
    expect(squeeze(rejected)).toBe(squeeze(plainText(doc, 'reject')));
  });
});
