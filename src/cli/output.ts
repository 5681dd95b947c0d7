import { writeWhole } from '../io/files/write-file.ts';
import { UserError } from '../io/user-error.ts';
import type { CommonOptions } from './options.ts';
import { makeStyle, type Style } from './render/style.ts';

const WIDTH_WITHOUT_TERMINAL = 100;

/** True when colours are wanted: a terminal, and neither `NO_COLOR`, `--no-color` nor a file to write to. */
export function wantsColor(options: Pick<CommonOptions, 'color' | 'output'>): boolean {
  const { NO_COLOR: never, TERM: terminal } = process.env;
  if (!options.color || options.output !== undefined || (never !== undefined && never !== '')) return false;
  return process.stdout.isTTY && terminal !== 'dumb';
}

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

/** Data goes to standard output, or as a whole to the file named by `-o`. */
export function emit(text: string, options: Pick<CommonOptions, 'output'>): void {
  if (options.output === undefined) process.stdout.write(text);
  else writeWhole(options.output, text);
}

/** Talk goes to standard error. */
export function talk(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function json(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
