import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFrench } from '../../src/cli/french-errors.ts';
import table from '../../data/strings/errors.fr.yaml';

const sources = (folder: string): { path: string; code: string }[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/u.test(path) ? [{ path, code: readFileSync(path, 'utf8') }] : [];
  });

/** The arguments of a call that starts here, up to its closing bracket. */
const argumentsAt = (code: string, from: number): string => {
  let depth = 1;
  let at = from;
  for (; at < code.length && depth > 0; at++) {
    const char = code.charAt(at);
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if ('\'"`'.includes(char)) {
      at += 1;
      while (at < code.length && (code.charAt(at) !== char || code.charAt(at - 1) === '\\')) at += 1;
    }
  }
  return code.slice(from, at - 1);
};

/** The sentences in it, with a word where a value stands. */
const sentencesIn = (args: string): string[] =>
  [...args.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .map((text) => text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, 'thing').replace(/\\(.)/gu, '$1'))
    .filter((text) => /\p{L} \p{L}/u.test(text) && !text.includes('${'));

const told = sources('src').flatMap(({ path, code }) =>
  [...code.matchAll(/new (?:UserError|ImportError)\(/gu)].flatMap((found) =>
    sentencesIn(argumentsAt(code, found.index + found[0].length)).map((text) => [path, text] as const),
  ),
);

describe('errors in French', () => {
  it('finds the errors of the program', () => {
    expect(told.length).toBeGreaterThan(100);
  });

  it.each(told)('%s: %s', (_, text) => {
    const bare = text.replace(/^thing:thing: /u, '');
    // A message that is all somebody else's words is theirs to translate.
    if (/^thing(?:: thing)*$/u.test(bare)) return;
    expect(inFrench([bare])).not.toEqual([bare]);
  });

  it('keep the values they were told with', () => {
    for (const [english, french] of Object.entries(table as Record<string, string>)) {
      const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/gu) ?? [])].sort();
      expect([english, places(french)]).toEqual([english, places(english)]);
    }
    expect(inFrench(['no text "wtsa-9" in the library, and no file of that name'])).toEqual([
      'pas de texte « wtsa-9 » dans la bibliothèque, ni de fichier de ce nom',
    ]);
    expect(inFrench(['/a/config.yaml:3: no theme "blue"', 'there is dark, light'])).toEqual([
      '/a/config.yaml:3: pas de thème "blue"',
      'il y a dark, light',
    ]);
  });

  it('leave alone what they do not know', () => {
    expect(inFrench(['something else went wrong'])).toEqual(['something else went wrong']);
  });
});
