import { copyText } from '../../app/copy-text.ts';
import { editText } from '../../app/edit-text.ts';
import { openLibrarySession } from '../../app/library-session.ts';
import { appearanceOf } from '../appearance.ts';
import { contextOf, type ScreenOptions } from '../options.ts';
import { screensOver } from '../screens.ts';
import { list } from './list.ts';

/** `clausewatch` alone: the library on the screen; without a terminal the list. */
export async function library(options: ScreenOptions): Promise<number> {
  const isPlain = options.json === true || options.format !== undefined || options.output !== undefined;
  const isDumb = process.env.TERM === 'dumb';
  if (isPlain || isDumb || !process.stdout.isTTY || !process.stdin.isTTY) return list(options);
  const context = contextOf(options);
  const appearance = appearanceOf(options);
  const session = openLibrarySession(options.library, context);
  const { openLibrary } = await import('../../tui/open-library.tsx');
  const pages = screensOver(session.now, appearance);
  return openLibrary({
    ...session,
    ...appearance,
    pages,
    open: async (base, revised, language) => ({
      ...(await session.open(base, revised, language)),
      ...appearance,
      copyText,
      editText,
      pages,
    }),
  });
}
