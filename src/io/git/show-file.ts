import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UserError } from '../user-error.ts';

const run = promisify(execFile);

/** Nothing a repository configures may run: no hooks, no watcher, no pager, no filters, no prompt. */
const HARDENED = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.pager=cat',
  '-c',
  'protocol.allow=never',
  '--no-optional-locks',
  '--literal-pathspecs',
];

const REVISION = /^[A-Za-z0-9][A-Za-z0-9._/@{}^~-]{0,120}$/;

/** `REV:path`, taken apart; null when the words cannot be one. */
export function readGitName(name: string): { readonly revision: string; readonly path: string } | null {
  const at = name.indexOf(':');
  if (at < 1) return null;
  const [revision, path] = [name.slice(0, at), name.slice(at + 1)];
  if (!REVISION.test(revision) || revision.includes('..') || path === '' || path.startsWith('-')) return null;
  // "C:\\texts\\a.md" is a path of Windows.
  return revision.length === 1 && /^[\\/]/.test(path) ? null : { revision, path };
}

/** The bytes of a file as it stood in a commit of the Git repository the program runs in. */
export async function showGitFile(revision: string, path: string): Promise<Uint8Array> {
  try {
    const { stdout } = await run(
      'git',
      [...HARDENED, 'show', '--no-textconv', '--no-ext-diff', `${revision}:${path}`, '--'],
      {
        encoding: 'buffer',
        maxBuffer: 64 * 1024 * 1024,
        timeout: 20_000,
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' },
      },
    );
    return stdout;
  } catch (cause) {
    throw new UserError(`no file ${path} in revision ${revision} of this Git repository`, {
      hint: `"git log -- ${path}" shows where it was`,
      cause,
    });
  }
}
