import type { KeyContext } from '../keys/key-table.ts';
import { helpLines } from '../screens/help-lines.ts';
import { keysShown } from '../screens/keys-shown.ts';
import { cell, plainPage, row } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import type { Page } from './page.ts';

const KEYS_COLUMNS = 12;

/** All commands of some contexts with their keys and what they do; Enter runs one. */
export function palettePage(desk: PagesDesk, contexts: readonly KeyContext[]): Page {
  const language = desk.session.uiLanguage;
  const entries = contexts.flatMap((name) =>
    desk.keys.entries.filter(({ context, command }) => context === name && command !== 'app.palette'),
  );
  return plainPage({
    kind: 'palette',
    title: desk.say('palette.title'),
    blocks: entries.map(({ command, keys, help }) =>
      row(
        command,
        `${command} ${help[language]}`,
        (columns) => {
          const room = Math.max(20, columns - KEYS_COLUMNS - 24);
          return [
            cell(keysShown(keys, KEYS_COLUMNS), KEYS_COLUMNS, 'strong', desk.theme.glyphs.ellipsis),
            cell(` ${help[language]}`, room, 'plain', desk.theme.glyphs.ellipsis),
            { text: ` ${command}`, style: 'dim' },
          ];
        },
        () => ({ kind: 'command', command }),
      ),
    ),
  });
}

/** The keys of some contexts, and what the signs mean. */
export function helpPage(desk: PagesDesk, contexts: readonly KeyContext[]): Page {
  return plainPage({
    kind: 'help',
    title: desk.say('help.title'),
    blocks: [
      {
        key: 'help',
        isStop: true,
        find: '',
        rows: ({ columns }) => helpLines(desk, contexts, columns),
      },
    ],
  });
}
