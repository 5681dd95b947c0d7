import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { LANGUAGES, type Language } from '../../core/model/language.ts';
import { findText, openLibrary, type Library } from '../../io/library/library.ts';
import { readTextId } from '../../io/library/text-id.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { BODY_NAMES } from '../import/place-text.ts';
import type { Filing, Problem } from './filed-text.ts';

export interface FileToCheck {
  readonly path: string;
  readonly language: Language | undefined;
  readonly filing: Filing | null;
}

export interface Collected {
  readonly files: readonly FileToCheck[];
  /** Files whose names say that they should be texts, and are none. */
  readonly problems: readonly Problem[];
}

const languageOf = (path: string): Language | undefined =>
  LANGUAGES.find((language) => basename(path).endsWith(`.${language}.md`));

const filesOf = (library: Library, isWanted: (path: string, filing: Filing) => boolean): FileToCheck[] =>
  library.resolutions.flatMap((resolution) =>
    resolution.texts.flatMap((text) =>
      [...text.files].flatMap(([language, path]) => {
        const filing = { library, resolution, text };
        return isWanted(path, filing) ? [{ path, language, filing }] : [];
      }),
    ),
  );

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'reviews') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownIn(path);
      return entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md' ? [path] : [];
    });

/**
 * Whether a folder is a resolution's or a meeting's, by its name or its facts: `my-drafts` is neither, whatever
 * texts lie in it.
 */
const isFiled = (folder: string): boolean =>
  existsSync(join(folder, 'resolution.yaml')) ||
  Object.values(BODY_NAMES).some((name) => basename(folder).startsWith(`${name}-`));

const holdsTexts = (folder: string): boolean =>
  readdirSync(folder).some((name) => name === 'resolution.yaml' || languageOf(name) !== undefined);

/**
 * The folder of the library that a path belongs to: `library/wtsa-64/wtsa-24/eur-38a12.en.md` and all above it
 * have `library`. Folders further up are never looked into.
 */
const libraryFolder = (path: string, isFolder: boolean): string => {
  let folder = isFolder ? path : dirname(path);
  if (!holdsTexts(folder)) return isFiled(folder) ? dirname(folder) : folder;
  const above = dirname(folder);
  // A meeting's folder stands inside of a resolution's.
  if (isFiled(above) && isFiled(folder)) folder = above;
  return isFiled(folder) ? dirname(folder) : folder;
};

const fromDisk = (name: string, context: Context): Collected => {
  const path = resolve(name);
  const isFolder = statSync(path).isDirectory();
  const paths = isFolder ? markdownIn(path) : [path];
  const filed = new Map<string, FileToCheck>();
  for (const library of [openLibrary(libraryFolder(path, isFolder)), context.library])
    for (const file of filesOf(library, (one) => one === path || one.startsWith(path + sep)))
      if (!filed.has(file.path)) filed.set(file.path, file);
  const problems: Problem[] = [];
  const files = paths.flatMap((one): FileToCheck[] => {
    const known = filed.get(one);
    if (known !== undefined) return [known];
    const language = languageOf(one);
    if (language === undefined && isFolder) {
      if (filed.size > 0 && !one.includes(`${sep}references${sep}`)) {
        const message = 'not read: the name must end in a language (.en.md)';
        problems.push({ path: one, line: 1, code: 'file-name', message });
      }
      return [];
    }
    return [{ path: one, language: language ?? context.language, filing: null }];
  });
  return { files: files.filter(({ path: one }) => !one.includes(`${sep}references${sep}`)), problems };
};

/** The files that names stand for: ids of resolutions and texts, files, folders; the whole library for none. */
export function collectFiles(names: readonly string[], context: Context): Collected {
  const { library } = context;
  if (names.length === 0) {
    const own = existsSync(library.root) ? fromDisk(library.root, context) : { files: [], problems: [] };
    const there = new Set(own.files.map(({ path }) => path));
    return { ...own, files: [...own.files, ...filesOf(library, (path) => !there.has(path))] };
  }
  const all = names.map((name): Collected => {
    if (existsSync(name)) return fromDisk(name, context);
    if (/[\\/]/.test(name) && !name.includes('@'))
      throw new UserError(`no file or folder ${name}`, { hint: 'check the path' });
    const id = readTextId(name);
    const resolution = library.resolutions.find((one) => one.id === id?.resolution);
    if (id !== null && resolution !== undefined && id.text === null)
      return { files: filesOf(library, (_, filing) => filing.resolution === resolution), problems: [] };
    const { text, language } = findText(library, name, context.language);
    const isOne = id?.language !== null;
    const files = filesOf(library, (_, filing) => filing.text === text);
    return { files: isOne ? files.filter((file) => file.language === language) : files, problems: [] };
  });
  const files = new Map(all.flatMap((one) => one.files).map((file) => [file.path, file]));
  return { files: [...files.values()], problems: all.flatMap((one) => one.problems) };
}
