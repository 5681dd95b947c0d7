#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { sanitiseLine } from '../core/text/sanitise.ts';
import { nearest } from '../io/library/suggest.ts';
import { UserError } from '../io/user-error.ts';
import type { ConvertCommandOptions } from './commands/convert.ts';
import type { FollowingOptions } from './commands/following.ts';
import type { ImportOptions } from './commands/import.ts';
import type { LetterOptions } from './commands/letter.ts';
import type { NegotiationOptions } from './commands/matrix.ts';
import type { NotesOptions } from './commands/notes.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { VERSION } from './version.ts';

/** Exit codes: 0 fine, 1 flags at or above `--fail-on`, 2 usage or bad input, 3 a bug of ours. */
const BAD_INPUT = 2;
const BUG = 3;

let code = 0;
const run = (job: Promise<number> | number): Promise<void> =>
  Promise.resolve(job).then((result) => {
    code = result;
  });

const program = new Command('clausewatch')
  .description(
    'Tracks how international resolutions change: what was amended, clause by clause, and what to worry about.',
  )
  .version(VERSION, '-V, --version')
  .configureOutput({
    outputError: (message, write) =>
      write(
        `clausewatch: ${message.replace(/^error: /, '').trim()} (clausewatch --help shows what there is)\n`,
      ),
  })
  .exitOverride()
  .enablePositionalOptions()
  .addHelpText(
    'after',
    `
TEXT, BASE and REVISED are a library id (wtsa-64@2022-geneva, with a language: wtsa-64@2022-geneva:fr),
a file (.md, .docx, .html, .pdf, .txt), "-" for standard input, or REV:path of the Git repository.
One Word file with tracked changes alone is a comparison: its changes rejected against accepted.

Examples:
  clausewatch list
  clausewatch show wtsa-64@2022-geneva
  clausewatch check wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7
  clausewatch check old.docx new.docx --json --fail-on serious
  clausewatch review wtsa-47@2012-dubai:fr wtsa-47@wtsa-24/eur-38a9`,
  );

const command = (name: string, description: string, example: string): Command =>
  withCommonOptions(program.command(name).description(description)).addHelpText(
    'after',
    `\nExample:\n  ${example}`,
  );

command('list', 'resolutions, texts, proposals', 'clausewatch list --json').action((options: CommonOptions) =>
  run(import('./commands/list.ts').then(({ list }) => list(options))),
);
command('show <text>', 'one text, clause by clause', 'clausewatch show wtsa-47@2012-dubai:fr').action(
  (text: string, options: CommonOptions) =>
    run(import('./commands/show.ts').then(({ show }) => show(text, options))),
);
command(
  'diff <base> [revised]',
  'what changed',
  'clausewatch diff wtsa-64@2016-hammamet wtsa-64@2022-geneva',
).action((base: string, revised: string | undefined, options: CommonOptions) =>
  run(import('./commands/compare.ts').then(({ diff }) => diff(base, revised, options))),
);
command(
  'check <base> [revised]',
  'what changed and what to worry about',
  'clausewatch check wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --fail-on serious',
)
  .option('--fail-on <severity>', 'exit with 1 when a red flag is at least: note, watch, serious, critical')
  .action((base: string, revised: string | undefined, options: CommonOptions) =>
    run(import('./commands/compare.ts').then(({ check }) => check(base, revised, options))),
  );
command(
  'review <base> [revised]',
  'the terminal UI on this comparison (a plain report without a terminal)',
  'clausewatch review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7',
).action((base: string, revised: string | undefined, options: CommonOptions) =>
  run(import('./commands/review.ts').then(({ review }) => review(base, revised, options))),
);
command(
  'export <base> [revised]',
  'the review as a document: markdown, text, html, docx, csv, xlsx, sarif, json, brief; a meeting as ics',
  'clausewatch export wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --format docx -o redline.docx',
).action((base: string, revised: string | undefined, options: CommonOptions) =>
  run(import('./commands/export.ts').then(({ exportReview }) => exportReview(base, revised, options))),
);
command(
  'pin <base> <revised> <base-clause> <revised-clause>',
  'say by hand which clause became which ("-" for none); kept in the review',
  'clausewatch pin wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 "recognizing c)" "recognizing c)"',
)
  .option('--remove', 'take the pin back')
  .action(
    (
      base: string,
      revised: string,
      from: string,
      to: string,
      options: CommonOptions & { readonly remove?: boolean },
    ) => run(import('./commands/alignment.ts').then(({ pin }) => pin(base, revised, from, to, options))),
  );
command(
  'receipt <base> <revised>',
  'a statement, for others to check, of whether anything but form changed',
  'clausewatch receipt old.docx new.docx -o receipt.json',
)
  .option('--verify <file>', 'compare anew and hold this receipt against the result')
  .action((base: string, revised: string, options: CommonOptions & { readonly verify?: string }) =>
    run(import('./commands/alignment.ts').then(({ receipt }) => receipt(base, revised, options))),
  );
const rules = program.command('rules').description('the red-flag rules: list, explain, test, new');
const ruleCommand = (name: string, description: string): Command =>
  withCommonOptions(rules.command(name).description(description));
ruleCommand('list', 'all rules in use').action((options: CommonOptions) =>
  run(import('./commands/rules.ts').then(({ listRules }) => listRules(options))),
);
ruleCommand('explain <id>', 'one rule: what it finds, why, its words and examples').action(
  (id: string, options: CommonOptions) =>
    run(import('./commands/rules.ts').then(({ explain }) => explain(id, options))),
);
ruleCommand('test [folder]', 'a pack: its faults with file and line, its examples').action(
  (folder: string | undefined, options: CommonOptions) =>
    run(import('./commands/rules.ts').then(({ testRules }) => testRules(folder, options))),
);
ruleCommand('new <folder>', 'a small pack to start from').action((folder: string, options: CommonOptions) =>
  run(import('./commands/rules.ts').then(({ makePack }) => makePack(folder, options))),
);
command(
  'import <files...>',
  'files or folders into the library; proposals are shown first, and filed with --yes',
  'clausewatch import contributions/ --yes',
)
  .option('-y, --yes', 'file everything without asking')
  .option('--replace', 'file over another text that is in the place')
  .option(
    '--reference <name>',
    'file a report or declaration, whose paragraphs can be cited, under this name',
  )
  .action((files: string[], options: ImportOptions) =>
    run(import('./commands/import.ts').then(({ importFiles }) => importFiles(files, options))),
  );
command(
  'convert <file>',
  'any document as plain text or Markdown',
  'clausewatch convert contribution.docx --to text --changes all',
)
  .option('--to <format>', 'text or markdown', 'markdown')
  .option('--changes <side>', 'tracked changes: accept, reject or all', 'accept')
  .action((file: string, options: ConvertCommandOptions) =>
    run(import('./commands/convert.ts').then(({ convert }) => convert(file, options))),
  );
command(
  'validate [names...]',
  'what is wrong in the library, or in files and folders; exits with 1 when something is',
  'clausewatch validate resolutions/wtsa-64 --json',
)
  .option('--fix', 'write texts anew in canonical form where not a word changes')
  .action((names: string[], options: CommonOptions & { readonly fix?: boolean }) =>
    run(import('./commands/validate.ts').then(({ validate }) => validate(names, options))),
  );
const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

/** A command on a negotiation: a resolution and a meeting of the library, or a base and proposals as files. */
const onNegotiation = (name: string, description: string, example: string): Command =>
  command(`${name} [resolution] [meeting]`, description, example)
    .option('--base <text>', 'the text the proposals start from (default: as they say)')
    .option(
      '--proposal <name=text>',
      'a proposal and the name of its column; as often as there are',
      collect,
    );

onNegotiation(
  'matrix',
  'every proposal against the base, a column each; a meeting alone gives all its resolutions',
  'clausewatch matrix wtsa-64 wtsa-24',
).action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
  run(import('./commands/matrix.ts').then(({ matrix }) => matrix(resolution, meeting, options))),
);
onNegotiation(
  'outcome',
  'whose words were adopted',
  'clausewatch outcome wtsa-64 wtsa-24 --adopted adopted.md',
)
  .option('--adopted <text>', 'the adopted text (default: the revision of that meeting in the library)')
  .action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
    run(import('./commands/outcome.ts').then(({ outcome }) => outcome(resolution, meeting, options))),
  );
onNegotiation(
  'composite',
  'one text with bracketed alternatives and their sponsors',
  'clausewatch composite wtsa-64 wtsa-24 --format markdown -o composite.md',
).action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
  run(import('./commands/composite.ts').then(({ composite }) => composite(resolution, meeting, options))),
);
onNegotiation(
  'rebase',
  'what becomes of each proposal on a new base: clean, shifted, conflicting or moot',
  'clausewatch rebase wtsa-64 wtsa-24 --onto wtsa-64@wtsa-24/eur-38a12',
)
  .option('--onto <text>', 'the new base: an adopted text, or another proposal')
  .action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
    run(import('./commands/rebase.ts').then(({ rebase }) => rebase(resolution, meeting, options))),
  );
command(
  'history <resolution>',
  'every clause through the adopted revisions, the year of every phrase, the drift of the mandate',
  'clausewatch history wtsa-47',
).action((resolution: string, options: CommonOptions) =>
  run(import('./commands/history.ts').then(({ history }) => history(resolution, options))),
);
command(
  'campaigns [resolution]',
  'the same inserted wording across proposals, resolutions and years, and where it was first',
  'clausewatch campaigns',
).action((resolution: string | undefined, options: CommonOptions) =>
  run(import('./commands/campaigns.ts').then(({ campaigns }) => campaigns(resolution, options))),
);
command(
  'following',
  'the resolutions you follow: what is new since you last looked, what is dangerous in it, the next deadline',
  'clausewatch following --add wtsa-64',
)
  .option('--add <resolution>', 'follow a resolution')
  .option('--remove <resolution>', 'follow it no longer')
  .option('--seen', 'all that is there counts as seen from now on')
  .option('--status <text=status>', 'tabled, merged, withdrawn, adopted or not-adopted', collect)
  .action((options: FollowingOptions) =>
    run(import('./commands/following.ts').then(({ following }) => following(options))),
  );
command(
  'versions <text>',
  'changes made in one language and not in another, or with other force',
  'clausewatch versions wtsa-64@wtsa-24/rcc-40a7',
).action((text: string, options: CommonOptions) =>
  run(import('./commands/versions.ts').then(({ versions }) => versions(text, options))),
);
const notes = program.command('notes').description('the notes of a review: list, add, edit, resolve, import');
const notesCommand = (name: string, description: string): Command =>
  withCommonOptions(notes.command(name).description(description));
const withWords = (own: Command): Command =>
  own
    .option('--stance <stance>', 'support, oppose, amend or watch')
    .option('--comment <text>', 'what to say about the clause')
    .option('--counter <text>', 'the text to write instead');
notesCommand('list <base> [revised]', 'all notes, clause by clause, those without a clause last').action(
  (base: string, revised: string | undefined, options: NotesOptions) =>
    run(import('./commands/notes.ts').then(({ notesList }) => notesList(base, revised, options))),
);
withWords(notesCommand('add <base> <revised>', 'a note on a clause'))
  .requiredOption('--on <path>', 'the clause: "resolves 2 ii)"')
  .action((base: string, revised: string, options: NotesOptions) =>
    run(import('./commands/notes.ts').then(({ notesAdd }) => notesAdd(base, revised, options))),
  );
withWords(notesCommand('edit <base> <revised> <id>', 'other words for a note')).action(
  (base: string, revised: string, id: string, options: NotesOptions) =>
    run(import('./commands/notes.ts').then(({ notesEdit }) => notesEdit(base, revised, id, options))),
);
notesCommand('resolve <base> <revised> <id>', 'a note is settled; it is kept')
  .option('--reopen', 'it is open again')
  .action((base: string, revised: string, id: string, options: NotesOptions) =>
    run(import('./commands/notes.ts').then(({ notesResolve }) => notesResolve(base, revised, id, options))),
  );
notesCommand('import <base> <revised> <file>', "a Word file's comments, or notes as JSON").action(
  (base: string, revised: string, file: string, options: NotesOptions) =>
    run(import('./commands/notes.ts').then(({ notesImport }) => notesImport(base, revised, file, options))),
);
command(
  'letter <meeting> [revised]',
  'the letter asking a government for an open national consultation',
  'clausewatch letter wtsa-24 --country Kenya --to "the Minister" --from "Our Network" -o letter.md',
)
  .option('--country <name>', 'whose government is asked')
  .option('--to <name>', 'who the letter is for')
  .option('--from <name>', 'who signs')
  .option('--template <file>', 'your own template: Markdown with {names}')
  .action((meeting: string, revised: string | undefined, options: LetterOptions) =>
    run(import('./commands/letter.ts').then(({ letter }) => letter(meeting, revised, options))),
  );
withCommonOptions(program)
  .argument('[words...]')
  .usage('<command> [options]')
  .action((words: string[], options: CommonOptions) => {
    const [word] = words;
    if (word !== undefined) {
      const commands = program.commands.map((known) => known.name());
      const near = nearest(word, commands);
      throw new UserError(`no command "${word}"`, {
        hint: near.length > 0 ? `did you mean ${near.join(', ')}?` : `there is ${commands.join(', ')}`,
      });
    }
    return run(import('./commands/library.ts').then(({ library }) => library(options)));
  });

// A reader that closes the pipe early ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const hintOf = (error: Error): string =>
  'hint' in error && typeof error.hint === 'string' ? ` (${sanitiseLine(error.hint)})` : '';

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : BAD_INPUT;
  else if (error instanceof Error && (error.name === 'UserError' || error.name === 'ImportError')) {
    process.stderr.write(`clausewatch: ${sanitiseLine(error.message)}${hintOf(error)}\n`);
    code = BAD_INPUT;
  } else {
    process.stderr.write(
      `clausewatch: this is a bug, please report it\n${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
    );
    code = BUG;
  }
}
process.exitCode = code;
