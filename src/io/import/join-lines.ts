/** Words of a document (lower case), to tell a hyphen of the word from one of the line's end. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}[\p{L}\p{M}\u2010\u2011-]*/gu;
const ENDS_IN_HYPHEN = /(\p{L}[\p{L}\p{M}\u2010\u2011-]*)[-\u2010\u00ad]$/u;
/** First parts of compounds that keep their hyphen. */
const COMPOUND =
  /^(?:multi|non|self|co|inter|well|so|sub|pre|post|anti|cross|sous|demi|quasi|ex|vice|e|plurri|socio|из|по|во)$/iu;

/** The words of some lines, without those cut at a line's end. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const whole = line.trimEnd().replace(ENDS_IN_HYPHEN, '');
    for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase().replace(/[\u2010\u2011]/g, '-'));
  }
  return words;
}

/**
 * Two lines of one paragraph as one: with a space between, or without where the first ends in a hyphen or
 * in Chinese. A hyphen at the end goes when the joined word stands elsewhere in the document or the
 * hyphenated one does not; "ITU-" + "T" keeps it.
 */
export function joinLines(first: string, second: string, words: Vocabulary): string {
  const before = first.trimEnd();
  const after = second.trimStart();
  if (
    /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]$/u.test(before) &&
    /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/u.test(after)
  ) {
    return before + after;
  }
  const cut = ENDS_IN_HYPHEN.exec(before);
  if (cut === null || !/^\p{L}/u.test(after))
    return /[-\u2010\u2011/]$/u.test(before) && /[\p{L}\d]-$/u.test(before)
      ? before + after
      : `${before} ${after}`;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  const head = cut[1] ?? '';
  const tail = /^[\p{L}\p{M}\u2010\u2011-]+/u.exec(after)?.[0] ?? '';
  const key = (text: string): string => text.toLowerCase().replace(/[\u2010\u2011]/g, '-');
  if (words.has(key(`${head}-${tail}`))) return before + after;
  const isWord = words.has(key(head + tail));
  const isName = /\p{Lu}$/u.test(head) || /^\p{Lu}/u.test(tail);
  if (!isWord && (isName || head.includes('-') || COMPOUND.test(head))) return before + after;
  return before.slice(0, -1) + after;
}
