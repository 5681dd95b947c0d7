/** A run of words of one year. */
interface YearRun {
  readonly text: string;
  readonly origin: number;
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(/\[\^[^\]\s]*\]/gu, ''));

/**
 * Runs of words as a reader can take them: a comma or a footnote mark that came in another year than the words around
 * it says nothing, and goes with the run before it (the first with the one after). Law: the texts joined are the same.
 */
export function readableRuns(runs: readonly YearRun[]): YearRun[] {
  const joined: YearRun[] = [];
  let lead = '';
  for (const { text, origin } of runs) {
    const last = joined[joined.length - 1];
    if (last !== undefined && (last.origin === origin || !hasWords(text)))
      joined[joined.length - 1] = { text: last.text + text, origin: last.origin };
    else if (!hasWords(text)) lead += text;
    else {
      joined.push({ text: lead + text, origin });
      lead = '';
    }
  }
  if (lead !== '') joined.push({ text: lead, origin: runs[0]?.origin ?? 0 });
  return joined;
}
