import type { CommonOptions } from './options.ts';

/** True when colours are wanted: a terminal, and neither `NO_COLOR`, `--no-color` nor a file to write to. */
export function wantsColor(options: Pick<CommonOptions, 'color' | 'output'>): boolean {
  const { NO_COLOR: never, TERM: terminal } = process.env;
  if (!options.color || options.output !== undefined || (never !== undefined && never !== '')) return false;
  return process.stdout.isTTY && terminal !== 'dumb';
}
