import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError, errorCode } from '../../io/user-error.ts';
import type { Settings } from './settings.ts';

/** Where the settings are: `clausewatch/config.yaml` in `XDG_CONFIG_HOME`, else in `~/.config`. */
export function settingsPath(env: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CONFIG_HOME: named = '' } = env;
  // The XDG specification: a relative path is to be ignored.
  return join(isAbsolute(named) ? named : join(homedir(), '.config'), 'clausewatch', 'config.yaml');
}

/** The user's settings, empty when there is no file. Throws a UserError that names file and line of the first fault. */
export async function readSettings(path: string = settingsPath()): Promise<Settings> {
  if (!existsSync(path)) return {};
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`${path} could not be read: ${errorCode(error)}`, { cause: error });
  }
  // Nearly nobody has the file: the YAML reader is loaded for those who do.
  const { checkSettings } = await import('./check-settings.ts');
  return checkSettings(path, source);
}
