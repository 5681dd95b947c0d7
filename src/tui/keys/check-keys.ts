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

/** A fault in a user's own keys, and the command it is written at. */
export interface KeyProblem {
  readonly command: string;
  readonly message: string;
}

const NAMED =
  /^(?:enter|tab|shift-tab|space|backspace|delete|esc|up|down|left|right|home|end|pgup|pgdn|f1|wheel-up|wheel-down|ctrl-(?:[a-z]|left|right)|alt-\S+)$/u;
const CHARACTER = /^\P{M}\p{M}*$/u;

const isKey = (key: string): boolean => NAMED.test(key) || CHARACTER.test(key);

/** What is wrong with one command's keys by themselves. */
const ownProblem = (table: KeyTable, command: string, keys: readonly string[]): string | null => {
  const entry = table.entries.find((known) => known.command === command);
  if (!entry) return `there is no command ${command}`;
  for (const key of keys.flatMap((sequence) => sequence.split(' ').filter((part) => part !== ''))) {
    if (!isKey(key)) return `no key is called "${key}"`;
  }
  if (command === 'app.interrupt' && keys.length === 0)
    return `${command} needs a key: it is the last way out`;
  const isTyping = entry.context === 'note' || entry.context === 'prompt';
  const letter = entry.keys.find(([first = '']) => CHARACTER.test(first) || first === 'space');
  if (isTyping && letter) return `${showKeys(letter)} is text where ${command} works`;
  return null;
};

/** What is wrong with a user's own keys: commands and keys that do not exist, keys that clash. */
export function remappingProblems(
  table: KeyTable,
  remapping: Readonly<Record<string, readonly string[]>>,
): readonly KeyProblem[] {
  const own = Object.entries(remapping).flatMap(([command, keys]) => {
    const message = ownProblem(table, command, keys);
    return message === null ? [] : [{ command, message }];
  });
  const clashes = keyConflicts(table).map(({ context, keys, commands }) => ({
    command: commands.find((command) => command in remapping) ?? commands[0],
    message: `${keys} stands for both ${commands.join(' and ')} in ${context}`,
  }));
  return [...own, ...clashes];
}
