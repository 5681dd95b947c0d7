import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { writeWhole } from '../io/files/write-file.ts';
import { UserError } from '../io/user-error.ts';

/** A path as it is shown: relative where it lies below the working folder. */
export function nearPath(path: string): string {
  const shown = relative('.', path);
  return shown.startsWith('..') || shown === '' ? path : shown;
}

/** Writes a file whole. Refuses to replace one that is there, unless told that it may. Gives its path as it is shown. */
export function writeExport(path: string, data: string | Uint8Array, mayReplace: boolean): string {
  if (!mayReplace && existsSync(path))
    throw new UserError(`${nearPath(path)} is there already`, { hint: 'name another file' });
  writeWhole(path, data);
  return nearPath(path);
}
