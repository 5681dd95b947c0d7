import { describe, expect, it } from '@jest/globals';
import {
  isFirst,
  isSuccessor,
  readBareLabel,
  readLabel,
  settleLabel,
} from '../../../src/core/text/labels.ts';

describe('readLabel', () => {
  it.each([
    ['a)\tthat', 'a)', 'that'],
    ['a)that', 'a)', 'that'],
    ['(a) that', 'a)', 'that'],
    ['a) that', 'a)', 'that'],
    ['a.\tthat', 'a.', 'that'],
    ['  b) that', 'b)', 'that'],
    ['1\tto', '1', 'to'],
    ['1to continue', '1', 'to continue'],
    ['1. to', '1', 'to'],
    ['1) to', '1)', 'to'],
    ['(1) to', '1)', 'to'],
    ['１）to', '1)', 'to'],
    ['1、to', '1', 'to'],
    ['b)bis that', 'b)bis', 'that'],
    ['bbis) that', 'bbis)', 'that'],
    ['1bis to', '1bis', 'to'],
    ['1 ter to', '1ter', 'to'],
    ['191bis to', '191bis', 'to'],
    ['1bis.1.1 to', '1bis.1.1', 'to'],
    ['1.11.2 to', '1.11.2', 'to'],
    ['ii) that', 'ii)', 'that'],
    ['xviii) that', 'xviii)', 'that'],
    ['aa) that', 'aa)', 'that'],
    ['– that', '–', 'that'],
    ['- that', '–', 'that'],
    ['‑ that', '–', 'that'],
    ['• that', '•', 'that'],
    [' أ )\tأن', 'أ)', 'أن'],
    ['ﻫ )\tأن', 'ه)', 'أن'],
    ['هـ) أن', 'ه)', 'أن'],
    ['٣ مواصلة', '3', 'مواصلة'],
    ["'1' مواصلة", "'1'", 'مواصلة'],
    ['с) что', 'с)', 'что'],
    ['一、继续', '一、', '继续'],
    ['（十二）继续', '十二)', '继续'],
    ['1继续研究', '1', '继续研究'],
  ])('%j is %s', (line, label, rest) => {
    const found = readLabel(line);
    expect(found?.label).toBe(label);
    expect(found?.rest).toBe(rest);
    expect(line.slice(found?.length)).toBe(rest);
  });

  it.each([
    '2016, the assembly met',
    '21% of lamps',
    '5G networks',
    '3GPP standards',
    '4th meeting',
    '2e réunion',
    '70/125 of the Assembly',
    '(see below) that',
    'that a) lamps',
    'Resolution 64',
    '(Dubai, 2012)',
    '',
    '10,000 lamps',
  ])('%j has none', (line) => {
    expect(readLabel(line)).toBeNull();
  });

  it('knows a label that has lost its space', () => {
    expect(readLabel('a)that')?.isGlued).toBe(true);
    expect(readLabel('a) that')?.isGlued).toBe(false);
  });

  it('reads i) as the ninth letter and as roman one', () => {
    expect(readLabel('i) that')?.readings.map(({ series, values }) => [series, ...values])).toEqual([
      ['letter', 9],
      ['roman', 1],
    ]);
  });
});

describe('the order of labels', () => {
  const follows = (previous: string, next: string): boolean => {
    const [before, after] = [readBareLabel(previous), readBareLabel(next)];
    return before?.readings.some((a) => after?.readings.some((b) => isSuccessor(a, b))) === true;
  };

  it.each([
    ['a)', 'b)'],
    ['b)', 'bbis)'],
    ['b)', 'b)bis'],
    ['bbis)', 'c)'],
    ['bbis)', 'b)ter'],
    ['h)', 'i)'],
    ['i)', 'ii)'],
    ['z)', 'aa)'],
    ['1', '1bis'],
    ['1bis', '1ter'],
    ['1ter', '2'],
    ['1.11', '1.12'],
    ['1.11', '2.1'],
    ['1.9', '1bis.1'],
    ['1bis.1', '2.1'],
    ['1bis.1.1', '1bis.1.2'],
    ['د)', 'ه)'],
    ['ي)', 'ك)'],
    ['а)', 'б)'],
    ['b)', 'с)'],
    ['–', '–'],
  ])('%s comes before %s', (previous, next) => {
    expect(follows(previous, next)).toBe(true);
  });

  it.each([
    ['b)', 'a)'],
    ['a)', 'c)'],
    ['bbis)', 'b)'],
    ['1', '1.1'],
    ['1', 'a)'],
    ['1', '1)'],
    ['1.1', '3.1'],
    ['1.1', '2.2'],
    ['–', '•'],
  ])('%s does not come right before %s', (previous, next) => {
    expect(follows(previous, next)).toBe(false);
  });

  it('knows what a list can start with', () => {
    const starts = (label: string) => readBareLabel(label)?.readings.some(isFirst);
    expect(['a)', '1', 'i)', '1.1', '–', 'أ)', '一、'].map(starts)).not.toContain(false);
    expect(['b)', '2', 'ii)', '1bis', 'v)'].map(starts)).not.toContain(true);
  });

  it('makes look-alikes Latin only in a Latin list', () => {
    const [latin] = readLabel('с) что')?.readings ?? [];
    expect(latin === undefined ? null : settleLabel('с)', latin)).toBe('c)');
    const cyrillic = readLabel('б) что')?.readings[0];
    expect(cyrillic === undefined ? null : settleLabel('б)', cyrillic)).toBe('б)');
  });
});
