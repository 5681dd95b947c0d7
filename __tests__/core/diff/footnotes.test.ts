import { describe, expect, it } from '@jest/globals';
import { compareResolutions } from '../../../src/core/diff/compare-resolutions.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';

const text = (body: string, notes: string) =>
  parseMarkdown(`*resolves*\n\n1 ${body}\n\n${notes}\n`, { language: 'en' });

const footnotes = (base: string, revised: string) => {
  const { changes } = compareResolutions(
    text('to assist countries[^1] and bodies[^2].', base),
    text('to assist countries[^1] and bodies[^2].', revised),
  );
  return changes
    .filter(({ unit }) => unit === 'footnote')
    .map(({ kind, base: from, revised: to }) => `${from[0]?.path ?? ''} > ${to[0]?.path ?? ''} ${kind}`);
};

describe('footnotes', () => {
  it('are compared by their words, whatever their marks', () => {
    expect(
      footnotes(
        '[^1]: Small islands.\n\n[^2]: The registries.',
        '[^1]: The registries.\n\n[^2]: Small islands.',
      ),
    ).toEqual(['footnote 2 > footnote 1 renumbered', 'footnote 1 > footnote 2 renumbered']);
  });

  it('that change say so, and what was put in or taken out', () => {
    expect(
      footnotes(
        '[^1]: Small islands.\n\n[^2]: The registries.',
        '[^1]: Small islands and States.\n\n[^2]: The registries.',
      ),
    ).toEqual(['footnote 1 > footnote 1 edited', 'footnote 2 > footnote 2 unchanged']);
  });

  it('belong to the part of the clause that calls them', () => {
    const { changes } = compareResolutions(
      text('to assist countries[^1].', '[^1]: Small islands.'),
      text('to assist countries[^1].', '[^1]: Large islands.'),
    );
    expect(changes.find(({ unit }) => unit === 'footnote')).toMatchObject({
      part: 'operative',
      kind: 'edited',
    });
  });
});
