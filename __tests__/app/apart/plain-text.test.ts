import { expect, it } from '@jest/globals';
import { plainParagraphs } from '../../../src/app/apart/plain-text.ts';

it('takes Markdown apart for the eye: paragraphs, headings without their signs', () => {
  const markdown =
    '# RESOLUTION 1\n\n*resolves*\n\n1 that lamps\nmatter;\n\n**a** and *b*\n\n\n  \n**invites**\r\n\r\nend';
  expect(plainParagraphs(markdown)).toEqual([
    { text: 'RESOLUTION 1', isHeading: true },
    { text: 'resolves', isHeading: true },
    { text: '1 that lamps matter;', isHeading: false },
    { text: '**a** and *b*', isHeading: false },
    { text: 'invites', isHeading: true },
    { text: 'end', isHeading: false },
  ]);
});

it('loses no word', () => {
  const words = 'alpha *beta* gamma\n\n> delta\n\n- epsilon\n- zeta';
  const shown = plainParagraphs(words)
    .map(({ text }) => text)
    .join(' ');
  for (const word of ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']) expect(shown).toContain(word);
});
