/** Words of a document (lower case), to tell a hyphen of the word from one of the line's end. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}[\p{L}\p{M}\u2010\u2011-]*/gu;
const ENDS_IN_HYPHEN = /(\p{L}[\p{L}\p{M}\u2010\u2011-]*)[-\u2010\u00ad]$/u;
const WIDE_END = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]$/u;
const WIDE_START = /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/u;
/** First parts of compounds that keep their hyphen. */
const COMPOUND =
  /^(?:multi|non|self|co|inter|well|so|sub|pre|post|anti|cross|sous|demi|quasi|ex|vice|e|plurri|socio|из|по|во)$/iu;

/** The words of some lines, without those cut at a line's end. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const end = ENDS_IN_HYPHEN.exec(line.trimEnd().slice(-80))?.[0].length ?? 0;
    const whole = end === 0 ? line : line.trimEnd().slice(0, -end);
    for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase().replace(/[\u2010\u2011]/g, '-'));
  }
  return words;
}

/**
 * What joins two lines of one paragraph: `space`, `glue` (nothing, after Chinese or a hyphen of the word), or
 * `cut` (nothing, and the hyphen at the end goes: the word was cut). A hyphen goes when the joined word stands
 * elsewhere in the document or the hyphenated one does not; "ITU-" + "T" keeps it.
 */
export function jointOf(first: string, second: string, words: Vocabulary): 'space' | 'glue' | 'cut' {
  // Only the two words that meet are looked at.
  const before = first.trimEnd().slice(-80);
  const after = second.trimStart().slice(0, 80);
  if (WIDE_END.test(before) && WIDE_START.test(after)) return 'glue';
  const head = ENDS_IN_HYPHEN.exec(before)?.[1];
  if (head === undefined || !/^\p{L}/u.test(after)) return /[\p{L}\d]-$/u.test(before) ? 'glue' : 'space';
  if (before.endsWith('\u00ad')) return 'cut';
  const tail = /^[\p{L}\p{M}\u2010\u2011-]+/u.exec(after)?.[0] ?? '';
  const key = (text: string): string => text.toLowerCase().replace(/[\u2010\u2011]/g, '-');
  if (words.has(key(`${head}-${tail}`))) return 'glue';
  const isName = /\p{Lu}$/u.test(head) || /^\p{Lu}/u.test(tail);
  const isCompound = isName || head.includes('-') || COMPOUND.test(head);
  return isCompound && !words.has(key(head + tail)) ? 'glue' : 'cut';
}

/** Lines of one paragraph as one line. */
export function joinLines(lines: readonly string[], words: Vocabulary): string {
  const parts: string[] = [];
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    const text = at === 0 ? line.trimEnd() : line.trim();
    const joint = next === undefined ? 'glue' : jointOf(text, next, words);
    parts.push(joint === 'cut' ? text.slice(0, -1) : joint === 'space' ? `${text} ` : text);
  });
  return parts.join('');
}
