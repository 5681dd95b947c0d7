import type { Command } from 'commander';
import type { NotesOptions } from '../commands/notes.ts';
import type { CommonOptions } from '../options.ts';
import type { Define } from './define.ts';

/** The rules, and the reviewer's notes. */
export function defineJudging({ command, group, run, say }: Define): void {
  const rules = group('rules');
  command('list', undefined, rules).action((options: CommonOptions) =>
    run(import('../commands/rules.ts').then(({ listRules }) => listRules(options))),
  );
  command('explain <id>', undefined, rules).action((id: string, options: CommonOptions) =>
    run(import('../commands/rules.ts').then(({ explain }) => explain(id, options))),
  );
  command('test [folder]', undefined, rules).action((folder: string | undefined, options: CommonOptions) =>
    run(import('../commands/rules.ts').then(({ testRules }) => testRules(folder, options))),
  );
  command('new <folder>', undefined, rules).action((folder: string, options: CommonOptions) =>
    run(import('../commands/rules.ts').then(({ makePack }) => makePack(folder, options))),
  );

  const notes = group('notes');
  const withWords = (own: Command): Command =>
    own
      .option('--stance <stance>', say('option.stance'))
      .option('--comment <text>', say('option.comment'))
      .option('--counter <text>', say('option.counter'));
  command('list <base> [revised]', undefined, notes).action(
    (base: string, revised: string | undefined, options: NotesOptions) =>
      run(import('../commands/notes.ts').then(({ notesList }) => notesList(base, revised, options))),
  );
  withWords(command('add <base> <revised>', undefined, notes))
    .requiredOption('--on <path>', say('option.on'))
    .action((base: string, revised: string, options: NotesOptions) =>
      run(import('../commands/notes.ts').then(({ notesAdd }) => notesAdd(base, revised, options))),
    );
  withWords(command('edit <base> <revised> <id>', undefined, notes)).action(
    (base: string, revised: string, id: string, options: NotesOptions) =>
      run(import('../commands/notes.ts').then(({ notesEdit }) => notesEdit(base, revised, id, options))),
  );
  command('resolve <base> <revised> <id>', undefined, notes)
    .option('--reopen', say('option.reopen'))
    .action((base: string, revised: string, id: string, options: NotesOptions) =>
      run(
        import('../commands/notes.ts').then(({ notesResolve }) => notesResolve(base, revised, id, options)),
      ),
    );
  command('import <base> <revised> <file>', undefined, notes).action(
    (base: string, revised: string, file: string, options: NotesOptions) =>
      run(
        import('../commands/notes.ts').then(({ notesImport }) => notesImport(base, revised, file, options)),
      ),
  );
}
