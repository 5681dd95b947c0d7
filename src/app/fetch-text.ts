import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language } from '../core/model/language.ts';
import { readBytes, readStdin } from '../io/files/read-bytes.ts';
import { readGitName, showGitFile } from '../io/git/show-file.ts';
import { findText } from '../io/library/library.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';

/** What a name stands for: bytes, where they came from, and the language its name or the user gives. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly language: Language | undefined;
}

const languageInName = (file: string): Language | undefined =>
  /\.(en|fr|es|ru|ar|zh)\.[a-z]+$/i.exec(basename(file))?.[1]?.toLowerCase() as Language | undefined;

const noFile = (name: string): UserError => new UserError(`no file ${name}`, { hint: 'check the path' });

/**
 * Finds what a name stands for: `-`, a file, `REV:path` of the Git repository, a library id, in this order.
 * `preferred` is the language to take from the library when the user named none.
 */
export async function fetchText(name: string, context: Context, preferred?: Language): Promise<Fetched> {
  if (name === '-') return { bytes: await readStdin(), file: 'standard input', language: context.language };
  if (existsSync(name)) {
    return { bytes: await readBytes(name), file: name, language: context.language ?? languageInName(name) };
  }
  const git = readGitName(name);
  if (git !== null && /[./\\]/.test(git.path)) {
    const language = context.language ?? languageInName(git.path);
    return { bytes: await showGitFile(git.revision, git.path), file: name, language };
  }
  if (/[\\/]/.test(name) && !name.includes('@')) throw noFile(name);
  if (/\.(md|txt|docx|pdf|html?)$/i.test(name)) throw noFile(name);
  const { path, language } = findText(context.library, name, context.language ?? preferred);
  return { bytes: await readBytes(path), file: path, language };
}
