import table from '../../data/strings/errors.fr.yaml';

interface Pattern {
  readonly english: RegExp;
  /** How much of it is words and not values. */
  readonly words: number;
  readonly french: string;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** An English message with `{1}`, `{2}` … where values stand. */
const compile = ([english, french]: readonly [string, string]): Pattern => ({
  english: new RegExp(
    `^${english
      .split(/\{\d\}/u)
      .map(escape)
      .join('([^]*?)')}$`,
    'u',
  ),
  french,
  words: english.replace(/\{\d\}/gu, '').length,
});

/**
 * Messages in French where `data/strings/errors.fr.yaml` knows them, else as they are. The English message is the
 * key, as in gettext: whoever writes an error writes it once, and a test asks for its French.
 */
export function inFrench(messages: readonly string[]): string[] {
  // The most specific pattern first: the one with the most words of its own.
  const patterns = Object.entries(table as Readonly<Record<string, string>>)
    .map(compile)
    .sort((a, b) => b.words - a.words);
  const one = (message: string): string => {
    for (const { english, french } of patterns) {
      const found = english.exec(message);
      if (found) return french.replace(/\{(\d)\}/gu, (_, nth: string) => found[Number(nth)] ?? '');
    }
    // A place before the message ("config.yaml:3: …") stays as it is.
    const placed = /^(\S+?:\d+: )([^]+)$/u.exec(message);
    return placed ? `${placed[1] ?? ''}${one(placed[2] ?? '')}` : message;
  };
  return messages.map(one);
}
