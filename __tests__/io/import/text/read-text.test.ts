import { describe, expect, it } from '@jest/globals';
import { readText } from '../../../../src/io/import/text/read-text.ts';
import { fixture } from '../fixture.ts';

const lines = (text: string): readonly string[] => readText(text).lines.map((line) => line.text);

/** Wraps as typesetters do: as many words as fit. */
const wrap = (text: string, width: number): string => {
  const out: string[] = [''];
  for (const word of text.split(' ')) {
    const last = out.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) out.push(word);
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return out.join('\n');
};

const RESOLUTION = [
  'RESOLUTION 990 (REV. DUBAI, 2012)',
  'Lamp identifiers and facilitating the replacement of bridge lamps',
  '(Johannesburg, 2008; Dubai, 2012)',
  'The World Telecommunication Standardization Assembly (Dubai, 2012),',
  'recognizing',
  'a) that the shortage of old lamps calls for an accelerated replacement, which matters to Member States and Sector Members;',
  'b) that capacity building in developing countries is led by the Telecommunication Development Bureau, in collaboration with other relevant organizations, if required, and with the private sector,',
  'noting',
  'that many countries believe that there are historical imbalances in the allocation of lamps to small islands and to landlocked countries,',
  'resolves',
  '1 to instruct Study Groups 2 and 3, each according to its mandate, to study the allocation of lamps;',
  '2 to share knowledge with interested parties.',
];

describe('hard wraps', () => {
  it.each([60, 70, 80, 100])('puts paragraphs wrapped at %d together, and nothing else', (width) => {
    expect(lines(RESOLUTION.map((paragraph) => wrap(paragraph, width)).join('\n'))).toEqual(RESOLUTION);
    expect(lines(RESOLUTION.map((paragraph) => wrap(paragraph, width)).join('\n\n'))).toEqual(RESOLUTION);
  });

  it('leaves a text that is not wrapped alone, whatever its line ends', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) expect(lines(RESOLUTION.join(end))).toEqual(RESOLUTION);
  });

  it('reads double spacing as spacing', () => {
    const prose =
      'that the shortage of old lamps calls for an accelerated replacement which matters to everyone who crosses a bridge after dark and '
        .repeat(5)
        .trim();
    expect(lines(wrap(prose, 70).replaceAll('\n', '\n\n'))).toEqual([prose]);
  });

  it('tells a hyphen of the line from a hyphen of the word', () => {
    const text = [
      'that the replacement of old lamps matters to every multi-stakeholder group and repl-',
      'acement must not be postponed, nor must the work of all the people of the multi-',
      'stakeholder community be forgotten when the assembly of the whole sector of ITU-',
      'T meets again to consider what has been done in the four years since it last met in',
      'a warm city by the sea.',
    ].join('\n');
    const [joined = ''] = lines(text);
    expect(joined).toContain(' replacement must');
    expect(joined).toContain('the multi-stakeholder community');
    expect(joined).toContain('of ITU-T meets');
  });

  it('counts lines as the file does', () => {
    const read = readText(RESOLUTION.map((paragraph) => wrap(paragraph, 80)).join('\n'));
    expect(read.lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 8, 11, 12, 14, 15, 17]);
  });
});

describe('other damage', () => {
  it('joins numbered pieces that cut words in two', () => {
    const whole = RESOLUTION.join(' ');
    const pieces = whole.match(/.{1,220}/gu) ?? [];
    expect(lines(pieces.map((piece, at) => `${at + 1}、${piece}`).join('\n'))).toEqual(RESOLUTION);
  });

  it('takes footnotes apart, and keeps every other line', () => {
    const read = readText('recognizing\na)\tthat lamps[^1] matter,\n[^1] These include bridges.\n');
    expect(read.lines.map(({ text }) => text)).toEqual(['recognizing', 'a)\tthat lamps[^1] matter,']);
    expect(read.footnotes).toEqual([{ label: '1', line: 3, text: 'These include bridges.', marks: [] }]);
  });

  it('refuses one endless line, and lines without end', () => {
    expect(() => readText('x'.repeat(200_000))).toThrow('Line 1');
    expect(() => readText('x\n'.repeat(300_000))).toThrow('300001 lines');
  });
});

describe('texts in every state a copy can be in', () => {
  const read = (name: string): readonly string[] => lines(fixture(`texts/${name}`)).slice(1);

  it('106: the wrapped lines give the paragraphs of 101', () => {
    const wrapped = read('106-syn-label-alone-en.txt').join(' ');
    for (const line of read('101-syn-rejected-en.txt')) {
      const words = line.replace(/^(?:[a-z]+\)|\d)\t/u, '');
      expect(wrapped).toContain(words);
    }
    expect(read('106-syn-label-alone-en.txt')).toContain('a)');
  });

  it('107: the pieces give the lines of 101', () => {
    const clean = read('101-syn-rejected-en.txt').map((line) => line.replace('\t', ' '));
    expect(read('107-syn-numbered-chunks-en.txt')).toEqual(clean);
  });

  it.each([
    '100-syn-marked-en.txt',
    '105-syn-bullets-ocr-en.txt',
    '108-syn-balloons-en.txt',
    '123-syn-ru.txt',
    '125-syn-zh.txt',
  ])('%s: nothing is joined, nothing lost', (name) => {
    const file = fixture(`texts/${name}`);
    const source = readText(file);
    const physical = file.split('\n').filter((line) => line.trim() !== '');
    expect(source.lines.length + source.footnotes.length).toBe(physical.length);
  });
});
