import { CommanderError } from 'commander';
import { readSettings } from '../../app/settings/read-settings.ts';
import type { Settings } from '../../app/settings/settings.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { uiLanguageIn, uiLanguageOf } from '../ui-language.ts';
import { cliWords, type CliWords } from '../words.ts';
import { buildProgram } from './build-program.ts';
import { usageError } from './usage-errors.ts';

/** Exit codes: 0 fine, 1 flags at or above `--fail-on`, 2 usage or bad input, 3 a bug of ours. */
const BAD_INPUT = 2;
const BUG = 3;

const isBadInput = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'UserError' || error.name === 'ImportError');

const tell = (line: string): void => void process.stderr.write(`clausewatch: ${line}\n`);

/** One clear line for bad input, in the program's language. */
const tellBadInput = async (error: Error, language: 'en' | 'fr'): Promise<void> => {
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : '';
  const parts = [error.message, hint].filter((part) => part !== '');
  const spoken = language === 'en' ? parts : (await import('../french-errors.ts')).inFrench(parts);
  const [message = '', ...more] = spoken.map(sanitiseLine);
  tell(more.length === 0 ? message : `${message} (${more.join(' ')})`);
};

/** What a run came to, told on standard error. */
const codeOf = async (error: unknown, language: 'en' | 'fr', say: CliWords): Promise<number> => {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (!error.code.includes('help')) tell(sanitiseLine(usageError(error, say)));
    return BAD_INPUT;
  }
  if (isBadInput(error)) {
    await tellBadInput(error, language);
    return BAD_INPUT;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : String(error);
  process.stderr.write(`clausewatch: ${say('error.bug')}\n${stack}\n`);
  return BUG;
};

const isHelp = (args: readonly string[]): boolean =>
  args.some((arg) => ['-h', '--help', '-V', '--version', 'help'].includes(arg));

/** Runs the command line on its arguments and resolves with the exit code. Nothing throws. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const asked = uiLanguageIn(args);
  let settings: Settings = {};
  try {
    settings = await readSettings();
  } catch (error) {
    const language = uiLanguageOf({ uiLang: asked });
    // Help must be there when the settings are broken, of all times.
    if (!isHelp(args)) return codeOf(error, language, cliWords(language));
  }
  const language = uiLanguageOf({ uiLang: asked ?? settings.uiLang });
  const say = cliWords(language);
  let code = 0;
  try {
    const program = buildProgram(say, (result) => {
      code = result;
    });
    program.hook('preAction', (_, command) => {
      for (const name of ['uiLang', 'theme', 'layout', 'ascii', 'screenReader', 'mouse'] as const) {
        const isGiven = command.getOptionValueSource(name) === 'cli';
        if (!isGiven && settings[name] !== undefined) command.setOptionValue(name, settings[name]);
      }
      if (settings.keys !== undefined) command.setOptionValue('keys', settings.keys);
    });
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    return codeOf(error, language, say);
  }
  return code;
}
