import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Message } from '../core/model/message.ts';
import { isResolution } from '../core/parse/build-resolution.ts';
import { parseMarkdown } from '../core/parse/parse-markdown.ts';
import { treeUnits, unitKey } from '../core/parse/tree-units.ts';
import { writeMarkdown } from '../core/parse/write-markdown.ts';
import { findFlattening } from '../core/text/flattened.ts';
import { textProblems } from '../core/report/text-problems.ts';
import { versionProblems } from '../core/report/version-problems.ts';
import { writeWhole } from '../io/files/write-file.ts';
import { partFrontMatter } from '../io/library/front-matter.ts';
import type { LibraryResolution } from '../io/library/library.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';
import { checkFacts, folderOf } from './validate/check-facts.ts';
import { checkFrontMatter } from './validate/check-front-matter.ts';
import { collectFiles, type FileToCheck } from './validate/collect-files.ts';
import type { Problem, ReadText } from './validate/filed-text.ts';

/** What a check of the library found, and what it mended. */
export interface Validation {
  /** How many files were read. */
  readonly files: number;
  /** In the order of files and lines. */
  readonly problems: readonly Problem[];
  /** Files that were written anew in canonical form. */
  readonly fixed: readonly string[];
}

export interface ValidateOptions {
  /** Mend what can be mended without changing a word: canonical spacing and labels. */
  readonly fix?: boolean;
}

const readText = ({ path, language, filing }: FileToCheck): ReadText => {
  const source = readFileSync(path, 'utf8');
  const { keys, raw, body } = partFrontMatter(source, path);
  const below = '\n'.repeat(raw.split('\n').length - 1) + body;
  const resolution = parseMarkdown(below, language === undefined ? {} : { language });
  return { path, language, filing, keys, raw, body, resolution };
};

/** A UserError of the front matter or of `resolution.yaml` as a problem with its line. */
const asProblem = (error: unknown, path: string): Problem => {
  if (!(error instanceof UserError)) throw error;
  const [, line, message] = /:(\d+): (.*)$/.exec(error.message) ?? [];
  return { path, line: Number(line ?? 1), code: 'yaml', message: message ?? error.message };
};

const canonical = ({ raw, resolution }: ReadText): string =>
  (raw === '' ? '' : `${raw}\n`) + writeMarkdown(resolution);

const firstDifference = (one: string, other: string): number => {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, place) => line !== b[place]);
  return at === -1 ? Math.min(a.length, b.length) : at + 1;
};

/** Safe to write anew: the reading is beyond doubt, and what is written reads as the same tree. */
const isSafe = (read: ReadText, written: string): boolean => {
  if (read.resolution.messages.length > 0 || read.resolution.confidence === 'low') return false;
  const options = { language: read.resolution.language };
  const again = parseMarkdown(partFrontMatter(written, read.path).body, options);
  const [before, after] = [treeUnits(read.resolution).map(unitKey), treeUnits(again).map(unitKey)];
  return before.length === after.length && before.every((key, at) => key === after[at]);
};

const checkCanonical = (read: ReadText, isFixing: boolean): { problem: Problem | null; isFixed: boolean } => {
  const written = canonical(read);
  const source = read.raw + read.body;
  if (written === source) return { problem: null, isFixed: false };
  const isOwn = read.filing?.resolution.isShipped !== true || read.path.startsWith(read.filing.library.root);
  const isMendable = /\.md$/i.test(read.path) && isSafe(read, written);
  if (isFixing && isOwn && isMendable) {
    writeWhole(read.path, written);
    return { problem: null, isFixed: true };
  }
  const line = firstDifference(source, written);
  const advice = isMendable ? 'validate --fix writes it anew' : 'mend what else is said of this file first';
  const message = `not canonical Markdown from here on: ${advice}`;
  return { problem: { path: read.path, line, code: 'not-canonical', message }, isFixed: false };
};

/** Each language version against the English one, or the first there is. */
const checkVersions = (texts: readonly ReadText[]): Problem[] => {
  const groups = new Map<object, ReadText[]>();
  for (const text of texts) {
    if (text.filing === null) continue;
    const group = groups.get(text.filing.text) ?? [];
    groups.set(text.filing.text, [...group, text]);
  }
  return [...groups.values()].flatMap((group) => {
    const model = group.find(({ language }) => language === 'en') ?? group[0];
    return group.flatMap((text) =>
      text === model || model === undefined
        ? []
        : versionProblems(text.resolution, model.resolution).map(({ code, message, line, otherLine }) => ({
            path: text.path,
            line,
            code,
            message: `${message} (${basename(model.path)}:${otherLine})`,
          })),
    );
  });
};

const checkFlattening = ({ path, raw, body }: ReadText): Problem[] => {
  const above = raw.split('\n').length;
  const lines = body.split('\n').map((text, at) => ({ text, line: above + at }));
  const { isFlattened, signs } = findFlattening(lines);
  if (!isFlattened) return [];
  const shown = [...new Set(signs.map(({ text }) => `"${text}"`))].slice(0, 4).join(', ');
  const message = `deleted and inserted words are run together: ${shown}`;
  return [{ path, line: signs[0]?.line ?? 1, code: 'flattened', message }];
};

const checkText = (read: ReadText): Problem[] => {
  const here = ({ code, message, line }: Message): Problem => ({
    path: read.path,
    line: line ?? 1,
    code,
    message,
  });
  if (!isResolution(read.resolution)) {
    return [
      {
        path: read.path,
        line: 1,
        code: 'no-resolution',
        message: 'holds no resolution: no number line and no known heading',
      },
    ];
  }
  return [...checkFlattening(read), ...textProblems(read.resolution).map(here), ...checkFrontMatter(read)];
};

/**
 * Checks texts named by ids, files and folders, or the whole library: front matter, labels, cross-references,
 * language versions, facts, canonical form. Nothing is written unless `fix` is asked for, and then only what
 * reads as the same tree.
 */
export function validateLibrary(
  names: readonly string[],
  context: Context,
  { fix = false }: ValidateOptions = {},
): Validation {
  const { files, problems: odd } = collectFiles(names, context);
  const problems: Problem[] = [...odd];
  const fixed: string[] = [];
  const texts: ReadText[] = [];
  const collect = (path: string, job: () => readonly Problem[]): void => {
    try {
      problems.push(...job());
    } catch (error) {
      problems.push(asProblem(error, path));
    }
  };
  for (const file of files) {
    collect(file.path, () => {
      const read = readText(file);
      texts.push(read);
      const found = checkText(read);
      const { problem, isFixed } = checkCanonical(read, fix);
      if (isFixed) fixed.push(read.path);
      return problem === null ? found : [...found, problem];
    });
  }
  problems.push(...checkVersions(texts));
  const resolutions = new Set<LibraryResolution>(
    texts.flatMap(({ filing }) => (filing === null ? [] : [filing.resolution])),
  );
  for (const resolution of resolutions)
    collect(join(folderOf(resolution) ?? '.', 'resolution.yaml'), () => checkFacts(resolution, texts));
  const order = (a: Problem, b: Problem) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1);
  return {
    files: files.length,
    problems: problems.sort(order),
    fixed,
  };
}
