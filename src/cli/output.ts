import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../io/files/write-file.ts';
import { UserError } from '../io/user-error.ts';
import type { CommonOptions } from './options.ts';
import { wantsColor } from './wants-color.ts';
import { makeStyle, type Style } from './render/style.ts';

const WIDTH_WITHOUT_TERMINAL = 100;

/** How a plain report is set for where it goes. */
export function styleFor(options: CommonOptions): Style {
  const columns =
    process.stdout.isTTY && options.output === undefined ? process.stdout.columns : WIDTH_WITHOUT_TERMINAL;
  return makeStyle(wantsColor(options), Math.max(40, Math.min(columns, 120)));
}

/** The format asked for; a UserError names those the command has. */
export function formatOf<Format extends string>(options: CommonOptions, formats: readonly Format[]): Format {
  const [first] = formats;
  const wanted = options.json === true ? 'json' : (options.format ?? first);
  const found = formats.find((format) => format === wanted);
  if (found === undefined)
    throw new UserError(`no format "${wanted ?? ''}" here`, { hint: `there is ${formats.join(', ')}` });
  return found;
}

type Output = Pick<CommonOptions, 'output' | 'force'>;

/** Writes the file named by `-o`: into a folder that is there, and over another file only with `--force`. */
const writeOutput = (path: string, data: string | Uint8Array, force: boolean): void => {
  if (!existsSync(dirname(path)))
    throw new UserError(`there is no folder ${dirname(path)}`, { hint: 'make it first, or name another' });
  const old = statSync(path, { throwIfNoEntry: false });
  // An empty file holds its place for a script; the same bytes again lose nothing.
  const isOther = old?.isFile() === true && old.size > 0 && !readFileSync(path).equals(Buffer.from(data));
  if (isOther && !force)
    throw new UserError(`${path} is there already`, { hint: 'name another file, or add --force' });
  writeWhole(path, data);
};

/** Data goes to standard output, or as a whole to the file named by `-o`; bytes never onto a terminal. */
export function emit(data: string | Uint8Array, { output, force = false }: Output): void {
  if (output !== undefined) writeOutput(output, data, force);
  else if (typeof data !== 'string' && process.stdout.isTTY)
    throw new UserError('this format is no text for a terminal', { hint: 'name a file with -o' });
  else process.stdout.write(data);
}

/** Talk goes to standard error. */
export function talk(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function json(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
