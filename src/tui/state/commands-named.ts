import { searchKey } from '../document/highlight.ts';
import type { KeyContext, KeyEntry } from '../keys/key-table.ts';
import type { Desk } from './desk.ts';

const SHOWN: readonly KeyContext[] = ['review', 'screens', 'everywhere'];

/** The commands of the comparison whose name or help holds all words of a filter, in the order of the key table. */
export function commandsNamed(desk: Desk, filter: string): readonly KeyEntry[] {
  const words = searchKey(filter)
    .split(' ')
    .filter((word) => word !== '');
  return desk.keys.entries.filter(({ context, command, help }) => {
    if (!SHOWN.includes(context) || command === 'app.palette') return false;
    const text = searchKey(`${command} ${help[desk.session.uiLanguage]}`);
    return words.every((word) => text.includes(word));
  });
}
