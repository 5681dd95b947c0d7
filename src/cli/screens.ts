import { copyText } from '../app/copy-text.ts';
import { editText } from '../app/edit-text.ts';
import type { Context } from '../app/context.ts';
import { openPages } from '../app/pages-session.ts';
import type { Appearance, PagesPort } from '../tui/session.ts';
import { VERSION } from './version.ts';

/** The further screens over a library, with reviews that look the same and can lead on in their turn. */
export function screensOver(now: () => Context, appearance: Appearance): PagesPort {
  const pages = openPages(now, VERSION);
  const port: PagesPort = {
    ...pages,
    open: async (base, revised, language) => ({
      ...(await pages.open(base, revised, language)),
      ...appearance,
      editText,
      copyText,
      pages: port,
      isNested: true,
    }),
  };
  return port;
}
