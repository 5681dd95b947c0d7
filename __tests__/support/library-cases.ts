import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolution } from '../../src/core/model/resolution.ts';
import { parseMarkdown } from '../../src/core/parse/parse-markdown.ts';
import { partFrontMatter } from '../../src/io/library/front-matter.ts';

/** What a reader says became of the clauses of a pair (docs: fixtures/library/README.md). */
export interface Truth {
  readonly pairs: readonly {
    readonly base: readonly string[];
    readonly revised: readonly string[];
    readonly kind: string;
    readonly kind_ok?: readonly string[];
  }[];
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  readonly headings?: readonly {
    readonly base: string | null;
    readonly revised: string | null;
    readonly kind: string;
  }[];
  readonly frame?: Readonly<Record<string, string>>;
}

export interface TruthCase {
  readonly name: string;
  readonly base: Resolution;
  readonly revised: Resolution;
  readonly truth: Truth;
}

/** A text file of a library as its tree. */
export function readTextFile(path: string): Resolution {
  return parseMarkdown(partFrontMatter(readFileSync(path, 'utf8'), path).body);
}

const BASES: Readonly<Record<string, string>> = { 'wtsa-47': '2012-dubai', 'wtsa-64': '2022-geneva' };

/** The shipped proposals with what a reader says about them. */
export function libraryCases(): TruthCase[] {
  return Object.entries(BASES).flatMap(([resolution, base]) =>
    readdirSync(join('fixtures/library', resolution))
      .filter((file) => file.endsWith('.truth.json'))
      .sort()
      .map((file) => {
        const name = file.replace('.truth.json', '');
        return {
          name: `${resolution}/${name}`,
          base: readTextFile(join('resolutions', resolution, `${base}.en.md`)),
          revised: readTextFile(join('resolutions', resolution, 'wtsa-24', `${name}.en.md`)),
          truth: JSON.parse(readFileSync(join('fixtures/library', resolution, file), 'utf8')) as Truth,
        };
      }),
  );
}

/** The document pairs of `../shared`; null where that folder is not there. */
export function sharedCases(): TruthCase[] | null {
  const folder = '../shared/data/documents';
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      base: readTextFile(join(folder, name, 'base.md')),
      revised: readTextFile(join(folder, name, 'revised.md')),
      truth: JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8')) as Truth,
    }));
}
