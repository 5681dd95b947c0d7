import type { KeySettings } from '../app/settings/settings.ts';
import { UserError } from '../io/user-error.ts';
import { keyTable } from '../tui/keys/key-table.ts';
import { remappingProblems } from '../tui/keys/check-keys.ts';
import type { Appearance } from '../tui/session.ts';
import type { ScreenOptions } from './options.ts';
import { wantsColor } from './wants-color.ts';
import { uiLanguageOf } from './ui-language.ts';

/** The user's own keys; a UserError names file and line where one can not be. */
const checkedKeys = ({ file, keys, lines }: KeySettings): Appearance['keys'] => {
  const [problem] = remappingProblems(keyTable(keys), keys);
  if (problem === undefined) return keys;
  const hint = '"?" on the screen, and docs/keys.md, list commands and keys';
  throw new UserError(`${file}:${lines[problem.command] ?? 1}: ${problem.message}`, { hint });
};

/** How the screen is to look and to be used, from options and settings. */
export function appearanceOf(options: ScreenOptions): Appearance {
  const { theme, layout, ascii, screenReader, mouse, keys } = options;
  const color = wantsColor(options);
  return {
    uiLanguage: uiLanguageOf(options),
    color,
    themeChoice: { current: color ? (theme ?? 'dark') : 'mono' },
    ...(theme === undefined ? {} : { theme }),
    ...(layout === undefined ? {} : { layout }),
    ...(ascii === undefined ? {} : { ascii }),
    ...(screenReader === undefined ? {} : { isLinear: screenReader }),
    ...(mouse === undefined ? {} : { mouse }),
    ...(keys === undefined ? {} : { keys: checkedKeys(keys) ?? {} }),
  };
}
