import { Command } from 'commander';
import { UserError } from '../../io/user-error.ts';
import type { ScreenOptions } from '../options.ts';
import { VERSION } from '../version.ts';
import type { CliWords } from '../words.ts';
import { defineComparing } from './comparing.ts';
import { titleIn, withCommonOptions, type Define } from './define.ts';
import { defineJudging } from './judging.ts';
import { defineLibraries } from './libraries.ts';
import { defineNegotiating } from './negotiating.ts';
import { withScreenOptions } from './screen-options.ts';

const EXAMPLES = [
  'clausewatch list',
  'clausewatch show wtsa-64@2022-geneva',
  'clausewatch check wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7',
  'clausewatch check old.docx new.docx --json --fail-on serious',
  'clausewatch review wtsa-47@2012-dubai:fr wtsa-47@wtsa-24/eur-38a9',
];

const noCommand = async (word: string, known: readonly string[], say: CliWords): Promise<UserError> => {
  const { nearest } = await import('../../io/library/suggest.ts');
  const near = nearest(word, known);
  const hint =
    near.length > 0
      ? say('error.nearCommands', { names: near.join(', ') })
      : say('error.thereIs', { names: known.join(', ') });
  return new UserError(say('error.noCommand', { name: word }), { hint });
};

/** The whole command line, in the words of one language; `onCode` gets the exit code of the command that ran. */
export function buildProgram(say: CliWords, onCode: (code: number) => void): Command {
  const program = new Command('clausewatch')
    .description(say('about'))
    .version(VERSION, '-V, --version', say('option.version'))
    .helpOption('-h, --help', say('option.help'))
    .helpCommand('help [command]', say('command.help'))
    .configureHelp({ styleTitle: titleIn(say), subcommandTerm: (command) => signatureOf(command) })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText('after', `\n${say('names')}\n\n${say('examples')}:\n  ${EXAMPLES.join('\n  ')}`);

  const run = async (job: Promise<number>): Promise<void> => onCode(await job);
  const group = (name: string): Command => program.command(name).description(say(`command.${name}`));
  const define: Define = {
    say,
    run,
    group,
    command: (signature, example, parent = program) => {
      const [name = ''] = signature.split(' ');
      const path = parent === program ? name : `${parent.name()} ${name}`;
      const command = parent.command(signature).description(say(`command.${path}`));
      if (example !== undefined) command.addHelpText('after', `\n${say('example')}:\n  ${example}`);
      return withCommonOptions(command, say);
    },
  };
  defineComparing(define);
  defineLibraries(define);
  defineNegotiating(define);
  defineJudging(define);
  withScreenOptions(withCommonOptions(program, say), say)
    .argument('[words...]')
    .usage(say('usage'))
    .action(async (words: string[], options: ScreenOptions) => {
      const [word] = words;
      if (word !== undefined)
        throw await noCommand(
          word,
          program.commands.map((known) => known.name()),
          say,
        );
      await run(import('../commands/library.ts').then(({ library }) => library(options)));
    });
  return program;
}

/** A command and its arguments, as help lists it. */
const signatureOf = (command: Command): string => {
  const args = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...args].join(' ');
};
