import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../files/write-file.ts';
import { UserError, errorCode } from '../user-error.ts';

const LARGEST = 4 * 1024 * 1024;

/** The data of a JSON file, or null when there is none. A damaged one is a UserError; it is never overwritten. */
export function readJson(path: string): unknown {
  if (!existsSync(path)) return null;
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new UserError(`${path} could not be read: ${errorCode(error)}`, { cause: error });
  }
  try {
    if (source.length > LARGEST) throw new Error('too large');
    return JSON.parse(source);
  } catch (cause) {
    const isMerge = /^(<{7}|>{7}) /m.test(source);
    throw new UserError(`${path} is damaged or no review`, {
      hint: isMerge
        ? 'it holds the marks of a Git merge: keep one of the two versions'
        : 'move it away, or mend it; nothing was changed',
      cause,
    });
  }
}

/** One line a field, a line feed at the end: what Git shows well. */
export function jsonText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Writes the data when the file does not say the same already. */
export function writeJson(path: string, data: unknown): void {
  const text = jsonText(data);
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    // Not there, or not readable: written anew.
  }
  writeWhole(path, text);
}
