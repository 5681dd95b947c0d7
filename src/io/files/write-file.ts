import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError, errorCode } from '../user-error.ts';

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
};

const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes a file as a whole or not at all: a temporary file beside it, flushed, then renamed. A full disk or a
 * kill leaves the old file as it was. Folders are made; links are refused, so that nothing is written elsewhere.
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const folder = dirname(path);
  if (isLink(path)) throw new UserError(`${path} is a link`, { hint: 'name the file it points to' });
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`);
  let handle: number | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    handle = openSync(temporary, 'wx', 0o644);
    writeFileSync(handle, data);
    fsyncSync(handle);
    closeSync(handle);
    handle = undefined;
    renameSync(temporary, path);
    syncFolder(folder);
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    rmSync(temporary, { force: true });
    const code = errorCode(error);
    if (code === 'ENOSPC') throw new UserError(`the disk is full: ${path} was not written`, { cause: error });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new UserError(`${path} may not be written`, {
        hint: 'check the permissions of its folder',
        cause: error,
      });
    }
    if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST') {
      throw new UserError(`${path} cannot be written: a folder or file is in the way`, { cause: error });
    }
    throw error;
  }
}
