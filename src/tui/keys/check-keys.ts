import type { KeyContext, KeyTable } from './key-table.ts';
import { showKeys } from './key-table.ts';
import { contextsOf } from './resolve-key.ts';

/** Where two commands would have to share a key. */
export interface KeyConflict {
  readonly context: KeyContext;
  readonly keys: string;
  readonly commands: readonly [string, string];
}

const CONTEXTS: readonly KeyContext[] = ['library', 'page', 'review', 'list', 'reader', 'note', 'prompt'];

const isStart = (start: readonly string[], keys: readonly string[]): boolean =>
  start.length <= keys.length && start.every((key, nth) => keys[nth] === key);

/**
 * Keys that could never be pressed: the same sequence for two commands of a screen, or a sequence that starts
 * with another one. A screen's own key may hide one that works everywhere.
 */
export function keyConflicts(table: KeyTable): readonly KeyConflict[] {
  const conflicts: KeyConflict[] = [];
  for (const context of [...CONTEXTS, 'everywhere'] as const) {
    const bound = table.entries
      .filter((entry) => contextsOf(context).includes(entry.context))
      .flatMap(({ command, keys }) => keys.map((sequence) => ({ command, sequence })));
    for (const [nth, one] of bound.entries()) {
      for (const other of bound.slice(nth + 1)) {
        if (one.command === other.command) continue;
        if (!isStart(one.sequence, other.sequence) && !isStart(other.sequence, one.sequence)) continue;
        conflicts.push({ context, keys: showKeys(one.sequence), commands: [one.command, other.command] });
      }
    }
  }
  return conflicts;
}

/** What is wrong with a user's own keys, a line each: commands that do not exist, keys that clash. */
export function remappingProblems(
  table: KeyTable,
  remapping: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const names = new Set<string>(table.entries.map(({ command }) => command));
  const unknown = Object.keys(remapping).filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => `there is no command ${name}`),
    ...keyConflicts(table).map(
      ({ context, keys, commands }) => `${keys} stands for both ${commands.join(' and ')} in ${context}`,
    ),
  ];
}
