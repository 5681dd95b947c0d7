import type { CommanderError } from 'commander';
import type { CliWords } from '../words.ts';

/** What Commander puts between quotes: the option or argument meant, then the value it was given. */
const quoted = (message: string): readonly string[] =>
  [...message.matchAll(/'([^']*)'/gu)].map(([, inside = '']) => inside);

/** One clear line for a call that cannot be understood, in the program's language. */
export function usageError({ code, message }: CommanderError, say: CliWords): string {
  const kind = code.replace('commander.', '');
  const [name = '', value = ''] = quoted(message);
  const near = /Did you mean (.+?)\?/u.exec(message)?.[1];
  const known = /there is (.+)$/u.exec(message)?.[1] ?? '';
  const told = ((): string => {
    switch (kind) {
      case 'missingArgument':
      case 'optionMissingArgument':
      case 'missingMandatoryOptionValue':
      case 'unknownOption':
      case 'excessArguments':
        return say(`error.${kind}`, { name });
      case 'invalidArgument':
        return say('error.invalidArgument', { name, value, known });
      case 'unknownCommand':
        return say('error.noCommand', { name });
      default:
        return message.replace(/^error: /u, '').trim();
    }
  })();
  const hint = near === undefined ? '' : ` ${say('error.didYouMean', { name: near })}`;
  return say('error.line', { message: told + hint });
}
