import type { Command } from 'commander';
import type { CliWords } from '../words.ts';
import { oneOf } from './define.ts';
import { LAYOUTS, THEME_NAMES } from '../../app/settings/settings.ts';

/** Adds the options of the commands that open the screen. */
export function withScreenOptions(command: Command, say: CliWords): Command {
  return command
    .option('--theme <name>', say('option.theme'), oneOf(THEME_NAMES))
    .option('--layout <name>', say('option.layout'), oneOf(LAYOUTS))
    .option('--ascii', say('option.ascii'))
    .option('--screen-reader', say('option.screenReader'))
    .option('--mouse', say('option.mouse'));
}
