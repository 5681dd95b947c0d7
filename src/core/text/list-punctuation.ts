/** What ends a clause in its list: ";", ",", ".", and "; and" before the last. */
const MARKS = new Set([';', ',', '.', '؛', '،', '。', '；', '，']);
const CONNECTORS = new Set(['and', 'or', 'et', 'ou', 'y', 'e', 'o', 'и', 'или', 'و', '和', '及', '或']);
const LONGEST_CONNECTOR = 3;

/**
 * Where the list's own punctuation begins at the end of a clause: the clause's own words end there.
 * An abbreviation's full stop ("etc.") is taken with it: at the end of a clause nobody can tell. Read
 * backwards by hand: a pattern would try every place of the clause.
 */
export function ownWordsEnd(text: string): number {
  const end = trimmedEnd(text, text.length);
  for (let size = 1; size <= LONGEST_CONNECTOR && size < end; size++) {
    if (!CONNECTORS.has(text.slice(end - size, end))) continue;
    const before = trimmedEnd(text, end - size);
    if (before > 0 && MARKS.has(text.charAt(before - 1))) return trimmedEnd(text, before - 1);
  }
  return end > 0 && MARKS.has(text.charAt(end - 1)) ? trimmedEnd(text, end - 1) : end;
}

/** Where white space that ends at `end` begins. */
const trimmedEnd = (text: string, end: number): number => {
  let at = end;
  while (at > 0) {
    const unit = text.charCodeAt(at - 1);
    const isSpace = unit === 32 || unit === 10 || (unit !== 59 && unit < 33) || unit > 127;
    if (!isSpace || text.charAt(at - 1).trim() !== '') break;
    at--;
  }
  return at;
};
