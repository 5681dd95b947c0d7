import type { Row } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { AppState, ListOverlay } from '../state/app-state.ts';
import { commandsNamed } from '../state/commands-named.ts';
import type { Desk } from '../state/desk.ts';
import { keysShown } from './keys-shown.ts';
import { listScreen } from './list-rows.ts';

const KEYS_COLUMNS = 12;
const NAME_COLUMNS = 24;

/** All commands with their keys and what they do: the palette. */
export function paletteRows(desk: Desk, state: AppState, list: ListOverlay): Row[] {
  const named = commandsNamed(desk, list.filter);
  return listScreen(desk, state, list, {
    title: desk.say('palette.title'),
    all: commandsNamed(desk, '').length,
    shown: named.length,
    row: (at) => {
      const entry = named[at];
      if (!entry) return [];
      const isCursor = at === list.cursor;
      const keys = keysShown(entry.keys, KEYS_COLUMNS).padEnd(KEYS_COLUMNS);
      return fitRow(
        [
          { text: isCursor ? '>' : ' ', style: isCursor ? 'cursor' : 'plain' },
          { text: ` ${keys} `, style: 'strong' },
          { text: entry.help[desk.session.uiLanguage].padEnd(NAME_COLUMNS * 2), style: 'plain' },
          { text: entry.command, style: 'dim' },
        ],
        state.size.columns,
      );
    },
  });
}
