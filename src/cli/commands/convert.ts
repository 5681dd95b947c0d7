import { convertFile } from '../../app/convert-file.ts';
import { sanitise } from '../../core/text/sanitise.ts';
import { UserError } from '../../io/user-error.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit } from '../output.ts';

export interface ConvertCommandOptions extends CommonOptions {
  readonly to: string;
  readonly changes: string;
}

const oneOf = <Name extends string>(what: string, name: string, names: readonly Name[]): Name => {
  const found = names.find((one) => one === name);
  if (found === undefined)
    throw new UserError(`no ${what} "${name}"`, { hint: `there is ${names.join(', ')}` });
  return found;
};

/** `clausewatch convert FILE` */
export async function convert(file: string, options: ConvertCommandOptions): Promise<number> {
  const to = oneOf('format', options.format ?? options.to, ['text', 'markdown']);
  const changes = oneOf('side of the changes', options.changes, ['accept', 'reject', 'all']);
  const text = await convertFile(file, contextOf(options), { to, changes });
  // A terminal must not obey what a document says; a file or pipe gets the very words.
  emit(process.stdout.isTTY && options.output === undefined ? sanitise(text) : text, options);
  return 0;
}
