import { InvalidArgumentError, type Command } from 'commander';
import { LANGUAGES, type Language, type UiLanguage } from '../../core/model/language.ts';
import type { CliWords } from '../words.ts';

/** What a group of commands is defined with. */
export interface Define {
  readonly say: CliWords;
  /** A command with the options all have, and its example; below a parent, or of the program. */
  readonly command: (signature: string, example?: string, parent?: Command) => Command;
  /** Commands that belong together: `notes list`, `notes add`. */
  readonly group: (name: string) => Command;
  /** Runs a command; what it gives is the exit code. */
  readonly run: (job: Promise<number>) => Promise<void>;
}

/** Reads an option that takes one of a few values. */
export const oneOf =
  <Value extends string>(known: readonly Value[]) =>
  (value: string): Value => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw new InvalidArgumentError(`there is ${known.join(', ')}`);
    return found;
  };

const readLanguage: (value: string) => Language = oneOf(LANGUAGES);
const readUiLanguage: (value: string) => UiLanguage = oneOf(['en', 'fr']);

/** Adds the options every command understands. */
export function withCommonOptions(command: Command, say: CliWords): Command {
  return command
    .option('--json', say('option.json'))
    .option('--format <name>', say('option.format'))
    .option('--lang <language>', say('option.lang'), readLanguage)
    .option('--ui-lang <language>', say('option.uiLang'), readUiLanguage)
    .option('--library <folder>', say('option.library'))
    .option('--no-color', say('option.color'))
    .option('--encoding <name>', say('option.encoding'))
    .option('--rules <folder>', say('option.rules'))
    .option('-o, --output <file>', say('option.output'))
    .option('--force', say('option.force'));
}

/** Gathers an option that may be given several times. */
export const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

/** Commander's own titles in the program's language. */
export function titleIn(say: CliWords): (title: string) => string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('title.usage'),
    'Options:': say('title.options'),
    'Arguments:': say('title.arguments'),
    'Commands:': say('title.commands'),
  };
  return (title) => titles[title] ?? title;
}
