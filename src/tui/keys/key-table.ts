import type { Localised } from '../../core/model/flag.ts';
import source from '../../../data/keys.yaml';
import type { CommandName } from './commands.ts';

/** Where a key means something; in `note` and `prompt` letters are text. */
export type KeyContext =
  'library' | 'page' | 'review' | 'list' | 'reader' | 'note' | 'prompt' | 'screens' | 'everywhere';

/** `data/keys.yaml` as it is written; a test holds the file to this shape. */
interface KeySource {
  readonly groups: Readonly<Record<string, Localised>>;
  readonly commands: readonly {
    readonly command: CommandName;
    readonly keys: readonly string[];
    readonly in: KeyContext;
    readonly group: string;
    readonly help: Localised;
    readonly hint?: Localised;
  }[];
}

/** One command as the key table describes it. */
export interface KeyEntry {
  readonly command: CommandName;
  /** Alternatives, each a sequence of keys. */
  readonly keys: readonly (readonly string[])[];
  readonly context: KeyContext;
  readonly group: string;
  readonly help: Localised;
  readonly hint: Localised | null;
}

export interface KeyTable {
  readonly groups: Readonly<Record<string, Localised>>;
  readonly entries: readonly KeyEntry[];
}

/** New keys for commands, by name: `{ 'review.next': ['n', '] j'] }`. */
export type Remapping = Readonly<Record<string, readonly string[]>>;

const sequence = (keys: string): string[] => keys.split(' ').filter((key) => key !== '');

/** The key table of `data/keys.yaml`, with the user's own keys put in where given. */
export function keyTable(remapping: Remapping = {}): KeyTable {
  const { groups, commands } = source as KeySource;
  const entries = commands.map(({ command, keys, in: context, group, help, hint }): KeyEntry => ({
    command,
    keys: (remapping[command] ?? keys).map(sequence),
    context,
    group,
    help,
    hint: hint ?? null,
  }));
  return { groups, entries };
}

/** How a key sequence is shown: `] c` as `]c`, `ctrl-d` as it is. */
export function showKeys(keys: readonly string[]): string {
  return keys.every((key) => key.length === 1) ? keys.join('') : keys.join(' ');
}
