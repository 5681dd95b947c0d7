import { expect, test } from '@jest/globals';
import { readableRuns } from '../../../src/core/negotiate/readable-runs.ts';
import { clausesOf } from '../../../src/core/diff/units.ts';
import { forceOf } from '../../../src/core/negotiate/clause-force.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';

test('punctuation and footnote marks of another year go with the words before them, and no character is lost', () => {
  const runs = [
    { text: ', ', origin: 3 },
    { text: 'to study', origin: 1 },
    { text: '[^1]', origin: 2 },
    { text: ' costs', origin: 1 },
    { text: ',', origin: 2 },
    { text: ' and fees', origin: 2 },
    { text: ';', origin: 1 },
  ];
  const readable = readableRuns(runs);
  expect(readable).toEqual([
    { text: ', to study[^1] costs,', origin: 1 },
    { text: ' and fees;', origin: 2 },
  ]);
  expect(readable.map(({ text }) => text).join('')).toBe(runs.map(({ text }) => text).join(''));
  expect(readableRuns([{ text: '…', origin: 4 }])).toEqual([{ text: '…', origin: 4 }]);
});

test('what binds a clause under another verb than "resolves" is that verb', () => {
  const text = [
    '*resolves*',
    '1 that ITU-T may publish the list;',
    '2 that the meetings be open,',
    '*instructs the Director*',
    '1 to assist, on request, those who can take part;',
    '2 to invite observers,',
    '*invites Member States*',
    'to ensure that it is known.',
  ].join('\n\n');
  const levels = clausesOf(parseMarkdown(text)).map((unit) => forceOf(unit, 'en', CORE_PACK).modal);
  expect(levels).toEqual([1, 4, 4, 4, 2]);
});
