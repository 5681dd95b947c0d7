import type { ConvertCommandOptions } from '../commands/convert.ts';
import type { ImportOptions } from '../commands/import.ts';
import type { LetterOptions } from '../commands/letter.ts';
import type { CommonOptions } from '../options.ts';
import type { Define } from './define.ts';

/** Commands on the library and its documents: import, convert, validate, letter. */
export function defineLibraries({ command, run, say }: Define): void {
  command('import <files...>', 'clausewatch import contributions/ --yes')
    .option('-y, --yes', say('option.yes'))
    .option('--replace', say('option.replace'))
    .option('--reference <name>', say('option.reference'))
    .action((files: string[], options: ImportOptions) =>
      run(import('../commands/import.ts').then(({ importFiles }) => importFiles(files, options))),
    );
  command('convert <file>', 'clausewatch convert contribution.docx --to text --changes all')
    .option('--to <format>', say('option.to'), 'markdown')
    .option('--changes <side>', say('option.changes'), 'accept')
    .action((file: string, options: ConvertCommandOptions) =>
      run(import('../commands/convert.ts').then(({ convert }) => convert(file, options))),
    );
  command('validate [names...]', 'clausewatch validate resolutions/wtsa-64 --json')
    .option('--fix', say('option.fix'))
    .action((names: string[], options: CommonOptions & { readonly fix?: boolean }) =>
      run(import('../commands/validate.ts').then(({ validate }) => validate(names, options))),
    );
  command(
    'letter <meeting> [revised]',
    'clausewatch letter wtsa-24 --country Kenya --to "the Minister" --from "Our Network" -o letter.md',
  )
    .option('--country <name>', say('option.country'))
    .option('--to <name>', say('option.addressee'))
    .option('--from <name>', say('option.from'))
    .option('--template <file>', say('option.template'))
    .action((meeting: string, revised: string | undefined, options: LetterOptions) =>
      run(import('../commands/letter.ts').then(({ letter }) => letter(meeting, revised, options))),
    );
}
