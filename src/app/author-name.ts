import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

const askGit = (): string => {
  try {
    const name = execFileSync('git', ['config', '--global', 'user.name'], {
      encoding: 'utf8',
      timeout: 2_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (name.trim() !== '') return name.trim();
  } catch {
    // No Git, or no name in it: the system's will do.
  }
  return userInfo().username;
};

let asked: string | undefined;

/** The name that signs notes: `CLAUSEWATCH_AUTHOR`, else Git's, which is asked once, else the user's. */
export function authorName(): string {
  const named = process.env.CLAUSEWATCH_AUTHOR;
  if (named !== undefined && named.trim() !== '') return named.trim();
  return (asked ??= askGit());
}
