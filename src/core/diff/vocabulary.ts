/** Words by number: clauses are compared as lists of small integers. */
export interface Vocabulary {
  /** The number of a word as it is written; case does not tell words apart. */
  readonly numberOf: (written: string) => number;
  readonly wordOf: (number: number) => string;
  readonly size: () => number;
}

export function newVocabulary(): Vocabulary {
  const words: string[] = [];
  const byWord = new Map<string, number>();
  const byWriting = new Map<string, number>();
  return {
    numberOf: (written) => {
      let number = byWriting.get(written);
      if (number !== undefined) return number;
      const word = written.toLowerCase();
      number = byWord.get(word);
      if (number === undefined) {
        number = words.push(word) - 1;
        byWord.set(word, number);
      }
      byWriting.set(written, number);
      return number;
    },
    wordOf: (number) => words[number] ?? '',
    size: () => words.length,
  };
}
