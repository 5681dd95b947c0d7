import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../src/core/model/language.ts';
import type { Resolution } from '../../src/core/model/resolution.ts';
import { parseMarkdown } from '../../src/core/parse/parse-markdown.ts';
import { buildResolution } from '../../src/core/parse/build-resolution.ts';
import { readText } from '../../src/io/import/text/read-text.ts';
import { generatePair } from './generate-pair.ts';
import { readTextFile, sharedCases } from './library-cases.ts';

/** Two texts to make a redline of. */
export interface RedlineCase {
  readonly name: string;
  readonly base: Resolution;
  readonly revised: Resolution;
  /** A text whose clauses can be told from its lines alone; odd ones need what Markdown says and Word does not. */
  readonly isClear: boolean;
}

const markdownIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();

/** Every proposal that ships against the newest adopted text, and every revision against the one before. */
const shipped = (): RedlineCase[] =>
  ['wtsa-47', 'wtsa-64'].flatMap((resolution) =>
    ['en', 'fr'].flatMap((language) => {
      const folder = join('resolutions', resolution);
      const adopted = markdownIn(folder).filter((file) => file.endsWith(`.${language}.md`));
      const texts = adopted.map((file) => join(folder, file));
      const tabled = markdownIn(join(folder, 'wtsa-24')).filter((file) => file.endsWith(`.${language}.md`));
      const pairs = [
        ...texts.slice(1).map((path, at) => [texts[at] ?? '', path] as const),
        ...tabled.map((file) => [texts.at(-1) ?? '', join(folder, 'wtsa-24', file)] as const),
      ];
      return pairs.map(([base, revised]) => ({
        name: revised,
        base: readTextFile(base),
        revised: readTextFile(revised),
        isClear: true,
      }));
    }),
  );

/** The texts of a negotiation against its base. */
const negotiated = (): RedlineCase[] =>
  readdirSync('fixtures/negotiate').flatMap((name) => {
    const folder = join('fixtures/negotiate', name);
    const base = readTextFile(join(folder, 'base.md'));
    return markdownIn(folder)
      .filter((file) => file !== 'base.md')
      .map((file) => ({
        name: join(name, file),
        base,
        revised: readTextFile(join(folder, file)),
        isClear: true,
      }));
  });

/** Odd texts of one language, each against the next: all kinds of frames, lists, annexes and blocks. */
const odd = (): RedlineCase[] => {
  const byLanguage = new Map<Language, { readonly name: string; readonly text: Resolution }[]>();
  for (const name of readdirSync('fixtures/parse').sort()) {
    const folder = join('fixtures/parse', name);
    const [file] = readdirSync(folder).filter((one) => one.startsWith('input.'));
    if (file === undefined) continue;
    const source = readFileSync(join(folder, file), 'utf8');
    const text = file.endsWith('.md') ? parseMarkdown(source) : buildResolution(readText(source));
    byLanguage.set(text.language, [...(byLanguage.get(text.language) ?? []), { name, text }]);
  }
  return [...byLanguage.values()].flatMap((list) =>
    list.map(({ name, text }, at) => ({
      name,
      base: text,
      revised: list[(at + 1) % list.length]?.text ?? text,
      isClear: false,
    })),
  );
};

/** Pairs made up in all six languages, with moves, splits, merges and sub-items. */
const generated = (seeds: number): RedlineCase[] =>
  LANGUAGES.flatMap((language) =>
    Array.from({ length: seeds }, (_, seed) => {
      const { trees } = generatePair({
        seed: seed + 1,
        language,
        clauses: 30,
        amended: 0.3,
        moves: 3,
        splits: 3,
        merges: 3,
        added: 2,
        deleted: 2,
        subItems: 0.2,
        crossings: 1,
        headings: 1,
      });
      return { name: `generated ${language} ${seed + 1}`, base: trees[0], revised: trees[1], isClear: false };
    }),
  );

/** All pairs that a redline is held to. */
export function redlineCases({ seeds }: { readonly seeds: number }): readonly RedlineCase[] {
  return [
    ...shipped(),
    ...(sharedCases() ?? []).map((one) => ({ ...one, isClear: true })),
    ...negotiated(),
    ...odd(),
    ...generated(seeds),
  ];
}
