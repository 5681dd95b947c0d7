import { expect, it } from '@jest/globals';
import { listRevisions } from '../../../../src/io/import/docx/list-revisions.ts';
import { readDocx } from '../../../../src/io/import/docx/read-docx.ts';
import { INS_MARK, del, ins, p, r, tinyDocx } from './tiny-docx.ts';

it('lists who changed what, words split into runs put together', () => {
  const body =
    p(`${r('to ')}${del(r('en'))}${del(r('sure', '<w:b/>'))}${ins(r('help'))}`, '', INS_MARK) + p(r('x'));
  const who = { author: 'Author', date: '2024-09-01T10:00:00Z' };
  expect(listRevisions(readDocx(tinyDocx({ body })))).toEqual([
    { kind: 'del', on: 'text', text: 'ensure', line: 1, ...who },
    { kind: 'ins', on: 'text', text: 'help', line: 1, ...who },
    { kind: 'ins', on: 'paragraph-mark', text: '', line: 1, ...who },
  ]);
});

it('finds none in a clean file', () => {
  expect(listRevisions(readDocx(tinyDocx({ body: p(r('clean')) })))).toEqual([]);
});
