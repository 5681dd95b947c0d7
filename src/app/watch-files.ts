import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { readTextId } from '../io/library/text-id.ts';
import { findText } from '../io/library/library.ts';
import type { Context } from './context.ts';

/** Saving a file is several events, and a copy of a folder hundreds: told once, when it is quiet for so long. */
const QUIET_MS = 300;

/** Stops watching. Safe to call twice. */
export type Unwatch = () => void;

const watched = (
  folders: readonly string[],
  isRecursive: boolean,
  isMeant: (name: string) => boolean,
  onChange: () => void,
): Unwatch => {
  let timer: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = [];
  const unwatch = (): void => {
    clearTimeout(timer);
    for (const watcher of watchers.splice(0)) watcher.close();
  };
  const onEvent = (_event: string, name: string | null): void => {
    if (name !== null && !isMeant(name)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
    timer.unref();
  };
  for (const folder of folders) {
    try {
      const watcher = watch(folder, { recursive: isRecursive, persistent: false }, onEvent);
      // A folder that goes away, or more folders than the system watches: then nothing is told, and R still reads.
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
    } catch {
      // The same, at once.
    }
  }
  return unwatch;
};

/** Calls back when a text of the library changes on the disk, once for changes that come together; reviews are no texts. */
export function watchLibrary({ library }: Context, onChange: () => void): Unwatch {
  const { root, reviews } = library;
  if (!existsSync(root)) return () => undefined;
  const own = basename(reviews);
  const isMeant = (name: string): boolean => {
    const [first = ''] = name.split(sep);
    return first !== own && /\.(?:md|yaml)$/u.test(name);
  };
  return watched([root], true, isMeant, onChange);
}

/** The file a text is read from; null for standard input, a Git revision, and what there is not. */
const fileOf = (name: string, { library, language }: Context): string | null => {
  if (existsSync(name)) return name;
  if (readTextId(name) === null) return null;
  try {
    return findText(library, name, language).path;
  } catch {
    return null;
  }
};

/** Calls back when one of these texts changes on the disk. Editors replace files: their folders are watched. */
export function watchTexts(names: readonly string[], context: Context, onChange: () => void): Unwatch {
  const files = names.map((name) => fileOf(name, context)).filter((file) => file !== null);
  const meant = new Set(files.map((file) => basename(file)));
  return watched([...new Set(files.map(dirname))], false, (name) => meant.has(name), onChange);
}
