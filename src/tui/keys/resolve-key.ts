import type { CommandName } from './commands.ts';
import type { KeyContext, KeyEntry, KeyTable } from './key-table.ts';

export type KeyOutcome =
  | { readonly kind: 'command'; readonly command: CommandName }
  | { readonly kind: 'pending'; readonly pressed: readonly string[] }
  | { readonly kind: 'none'; readonly pressed: readonly string[] };

const startsWith = (keys: readonly string[], start: readonly string[]): boolean =>
  start.every((key, index) => keys[index] === key);

const isText = (context: KeyContext): boolean => context === 'note' || context === 'prompt';

/** Contexts whose keys work in a context besides its own: library and pages are lists, and all three lead on. */
const SHARED: Readonly<Partial<Record<KeyContext, readonly KeyContext[]>>> = {
  library: ['list', 'screens'],
  page: ['list', 'screens'],
  review: ['screens'],
};

/** A context and those whose keys work there too, without those that work everywhere. */
export function contextsOf(context: KeyContext): readonly KeyContext[] {
  return [context, ...(SHARED[context] ?? [])];
}

/** The commands of a context, its own before those that work everywhere; where one types, only control keys. */
export function commandsIn(table: KeyTable, context: KeyContext): readonly KeyEntry[] {
  const own = contextsOf(context).flatMap((name) => table.entries.filter((entry) => entry.context === name));
  const everywhere = table.entries.filter((entry) => entry.context === 'everywhere');
  if (!isText(context)) return [...own, ...everywhere];
  const controls = everywhere.map((entry) => ({
    ...entry,
    keys: entry.keys.filter(([first]) => first?.startsWith('ctrl-')),
  }));
  return [...own, ...controls];
}

/** What the keys pressed so far mean: a command, the start of a longer sequence, or nothing. */
export function resolveKey(
  table: KeyTable,
  context: KeyContext,
  pending: readonly string[],
  key: string,
): KeyOutcome {
  const pressed = [...pending, key];
  let isStart = false;
  for (const { command, keys } of commandsIn(table, context)) {
    for (const sequence of keys) {
      if (!startsWith(sequence, pressed)) continue;
      if (sequence.length === pressed.length) return { kind: 'command', command };
      isStart = true;
    }
  }
  return isStart ? { kind: 'pending', pressed } : { kind: 'none', pressed };
}

/** The commands a pending sequence may still become, for the status line. */
export function continuations(
  table: KeyTable,
  context: KeyContext,
  pending: readonly string[],
): readonly { readonly rest: string; readonly entry: KeyEntry }[] {
  const found: { rest: string; entry: KeyEntry }[] = [];
  for (const entry of commandsIn(table, context)) {
    const sequence = entry.keys.find((keys) => keys.length > pending.length && startsWith(keys, pending));
    if (sequence) found.push({ rest: sequence.slice(pending.length).join(' '), entry });
  }
  return found;
}
