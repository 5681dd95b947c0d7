/** What ends a clause in its list: ";", ",", ".", and "; and" before the last. */
const ENDING = /\s*(?:[;,.؛،。；，]\s*(?:(?:and|or|et|ou|y|e|o|и|или|و|和|及|或)\s*)?)?$/u;

/**
 * Where the list's own punctuation begins at the end of a clause: the clause's own words end there.
 * An abbreviation's full stop ("etc.") is taken with it: at the end of a clause nobody can tell.
 */
export function ownWordsEnd(text: string): number {
  return ENDING.exec(text)?.index ?? text.length;
}
