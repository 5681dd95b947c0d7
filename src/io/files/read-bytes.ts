import { readFile, stat } from 'node:fs/promises';
import { UserError, errorCode } from '../user-error.ts';

/** No document of this field comes near: a 1,000-page Word file with pictures has some 40 MB. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The bytes of a file the user named. Throws a UserError for a missing, unreadable or too large one. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory())
      throw new UserError(`${path} is a folder, not a text`, { hint: 'name a file in it' });
    if (facts.size > LARGEST_FILE) {
      const size = Math.round(facts.size / 1024 / 1024);
      throw new UserError(`${path} is too large (${size} MB; the limit is 64 MB)`, {
        hint: 'split it, or export its text',
      });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`no file ${path}`, { hint: 'check the path' });
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`${path} may not be read`, { hint: 'check its permissions' });
    throw new UserError(`${path} could not be read: ${code}`, { cause: error });
  }
}

/** Everything on standard input, up to the same limit. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_FILE) throw new UserError('standard input is too large (the limit is 64 MB)');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
