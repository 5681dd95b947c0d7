import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, type Language } from '../../core/model/language.ts';
import { UserError, errorCode } from '../user-error.ts';
import { partFrontMatter, readYaml, textKey } from './front-matter.ts';
import { nearest } from './suggest.ts';
import { readTextId, writeTextId } from './text-id.ts';

/** One text of a resolution, in the languages it is there in. */
export interface LibraryText {
  /** `wtsa-64@2022-geneva` */
  readonly id: string;
  readonly kind: 'adopted' | 'proposal' | 'draft';
  /** The meeting a proposal was tabled at, else null. */
  readonly meeting: string | null;
  readonly files: ReadonlyMap<Language, string>;
  readonly isModel: boolean;
  readonly sponsor?: string;
  readonly symbol?: string;
  readonly action?: string;
  /** Id of the text it starts from. */
  readonly base?: string;
}

export interface LibraryResolution {
  readonly id: string;
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  /** Adopted revisions by year, then proposals by meeting and name. */
  readonly texts: readonly LibraryText[];
  /** True when it comes with the program and not from the user's library. */
  readonly isShipped: boolean;
}

/** A report or instrument filed with its numbered paragraphs, cited as `igf-2010-summary §16`. */
export interface LibraryReference {
  readonly id: string;
  readonly files: ReadonlyMap<Language, string>;
}

export interface Library {
  /** The folder texts are filed in; it may not exist yet. */
  readonly root: string;
  /** Where reviews are kept. */
  readonly reviews: string;
  readonly resolutions: readonly LibraryResolution[];
  readonly references: readonly LibraryReference[];
}

const FILE = /^(.+)\.(en|fr|es|ru|ar|zh)\.md$/;

const REFERENCES = 'references';

const readReferences = (root: string): LibraryReference[] => {
  const folder = join(root, REFERENCES);
  if (!existsSync(folder)) return [];
  return textsIn(folder, REFERENCES, null).map(({ id, files }) => ({
    id: id.slice(REFERENCES.length + 1),
    files,
  }));
};

/** The folder of the texts that come with the program. */
export function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'resolutions', 'meetings.yaml'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the shipped resolutions are missing');
    folder = above;
  }
  return join(folder, 'resolutions');
}

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UserError(`the library ${folder} could not be read: ${errorCode(error)}`, { cause: error });
  }
};

const textsIn = (folder: string, resolution: string, meeting: string | null): LibraryText[] => {
  const files = new Map<string, Map<Language, string>>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const found = entry.isFile() ? FILE.exec(entry.name) : null;
    const language = LANGUAGES.find((one) => one === found?.[2]);
    if (found === null || language === undefined) continue;
    const name = meeting === null ? (found[1] ?? '') : `${meeting}/${found[1] ?? ''}`;
    const languages = files.get(name) ?? new Map<Language, string>();
    languages.set(language, join(folder, entry.name));
    files.set(name, languages);
  }
  return [...files].map(([name, languages]) => {
    const [path = ''] = languages.values();
    const { keys } = partFrontMatter(readFileSync(path, 'utf8').slice(0, 65_536), path);
    const kind = textKey(keys, 'kind');
    const [sponsor, symbol, action, base] = ['sponsor', 'symbol', 'action', 'base'].map((key) =>
      textKey(keys, key),
    );
    return {
      id: writeTextId(resolution, name),
      kind: kind === 'proposal' || kind === 'draft' ? kind : meeting === null ? 'adopted' : 'proposal',
      meeting,
      files: languages,
      isModel: textKey(keys, 'status') === 'model',
      ...(sponsor === undefined ? {} : { sponsor }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(action === undefined ? {} : { action }),
      ...(base === undefined ? {} : { base: writeTextId(resolution, base) }),
    };
  });
};

/** Titles from the texts themselves, where nobody wrote a resolution.yaml. */
const titlesOf = ({ files }: LibraryText): Record<string, string> => {
  const titles: Record<string, string> = {};
  for (const [language, path] of files) {
    const title = /^## (.+)$/m.exec(readFileSync(path, 'utf8').slice(0, 65_536))?.[1];
    if (title !== undefined) titles[language] = title;
  }
  return titles;
};

/** Titles as `resolution.yaml` has them, else as the first text has. */
const readTitles = (folder: string, first: LibraryText | undefined): Record<string, string> => {
  const facts = join(folder, 'resolution.yaml');
  if (existsSync(facts)) {
    const data = readYaml(readFileSync(facts, 'utf8'), facts);
    if (typeof data === 'object' && data !== null && 'titles' in data) {
      const titles = data.titles as Record<string, string>;
      if (Object.keys(titles).length > 0) return titles;
    }
  }
  return first === undefined ? {} : titlesOf(first);
};

const readResolution = (folder: string, isShipped: boolean): LibraryResolution => {
  const id = basename(folder);
  const own = textsIn(folder, id, null);
  const tabled = foldersIn(folder).flatMap((meeting) => textsIn(join(folder, meeting), id, meeting));
  const [first] = [...own, ...tabled];
  const byId = (a: LibraryText, b: LibraryText) => (a.id < b.id ? -1 : 1);
  let titles: Record<string, string> | undefined;
  return {
    id,
    // A comparison of two texts asks for no title: the YAML of the whole library is read by those who do.
    get titles() {
      return (titles ??= readTitles(folder, first));
    },
    texts: [...own.sort(byId), ...tabled.sort(byId)],
    isShipped,
  };
};

const readFolder = (root: string, isShipped: boolean): LibraryResolution[] =>
  foldersIn(root)
    .filter((name) => name !== 'reviews' && name !== REFERENCES && readTextId(name) !== null)
    .map((name) => readResolution(join(root, name), isShipped))
    .filter(({ texts }) => texts.length > 0);

/**
 * Opens the library: the folder given, else `CLAUSEWATCH_LIBRARY`, else `resolutions/` in the folder the
 * program runs in. The texts that ship are always there too; a resolution of the user's hides the shipped one.
 */
export function openLibrary(folder: string | undefined): Library {
  const named = folder ?? process.env.CLAUSEWATCH_LIBRARY;
  if (named !== undefined && named !== '' && !existsSync(named)) {
    throw new UserError(`no library folder ${named}`, { hint: 'make the folder, or leave --library out' });
  }
  if (named !== undefined && named !== '' && !statSync(named).isDirectory()) {
    throw new UserError(`${named} is a file, not a library folder`);
  }
  const given = resolve(named === undefined || named === '' ? 'resolutions' : named);
  const inside = join(given, 'resolutions');
  const root = existsSync(inside) ? inside : given;
  const shipped = shippedFolder();
  const own = root === shipped ? [] : readFolder(root, false);
  const ids = new Set(own.map(({ id }) => id));
  const resolutions = [...own, ...readFolder(shipped, true).filter(({ id }) => !ids.has(id))];
  const base = basename(root) === 'resolutions' ? dirname(root) : root;
  return {
    root,
    reviews: join(base, 'reviews'),
    references: readReferences(root),
    resolutions: resolutions.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
  };
}

/** The text a library id names and the language to read it in; throws a UserError that names the nearest ids. */
export function findText(
  library: Library,
  name: string,
  wanted: Language | undefined,
): { text: LibraryText; language: Language; path: string } {
  const id = readTextId(name);
  const known = library.resolutions;
  const resolution = known.find((one) => one.id === id?.resolution);
  if (id === null || resolution === undefined) {
    const all = known.flatMap(({ texts }) => texts.map((text) => text.id));
    throw unknown(name, [...known.map((one) => one.id), ...all]);
  }
  const adopted = resolution.texts.filter(({ kind }) => kind === 'adopted');
  const text =
    id.text === null
      ? (adopted[adopted.length - 1] ?? resolution.texts[0])
      : resolution.texts.find((one) => one.id === writeTextId(resolution.id, id.text ?? ''));
  if (text === undefined)
    throw unknown(
      name,
      resolution.texts.map((one) => one.id),
    );
  const language =
    id.language ?? wanted ?? (text.files.has('en') ? 'en' : ([...text.files.keys()][0] ?? 'en'));
  const path = text.files.get(language);
  if (path === undefined) {
    const there = [...text.files.keys()].map((one) => `${text.id}:${one}`).join(', ');
    throw new UserError(`${text.id} is not there in "${language}"`, { hint: `there is ${there}` });
  }
  return { text, language, path };
}

const unknown = (name: string, known: readonly string[]): UserError => {
  const near = nearest(name.replace(/:[a-z]{2}$/, ''), known);
  const hint =
    near.length > 0 ? `did you mean ${near.join(', ')}?` : '"clausewatch list" shows what there is';
  return new UserError(`no text "${name}" in the library, and no file of that name`, { hint });
};
