/** What a token is: spaces never decide an alignment, citations and dates are never cut. */
export type TokenKind = 'word' | 'number' | 'citation' | 'mark' | 'space' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const WORD = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+`;

/**
 * One alternative a kind, tried in order. Atomic: "(Rev. Geneva, 2022)", "No. 13", "E.164", "2 (a)"-like
 * numbers with their separators; a French elision ("l'", "qu'") is a word of its own, "aujourd'hui" is one
 * word; Chinese goes by characters.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<mark>\[\^[^\]\s]{1,20}\])`,
    String.raw`(?<citation>\((?:(?:Rev|Rév|Пересм|Rev\.|Rév\.|Пересм\.)\.?,?\s*)?\p{Lu}[\p{L}\p{M} .'’-]{1,40},\s*(?:19|20)\d{2}(?:\s?г\.)?\)|[（(](?:19|20)\d{2}年[,，][^()（）]{1,30}[)）])`,
    String.raw`(?<number>(?<![\p{L}\p{M}\p{N}])(?:(?:No|Nos|n°|N°|№)\.?\s?)?\d+(?:[.,/:]\d+)*%?(?![\p{L}\p{M}])|(?<![\p{L}\p{M}\p{N}])[A-Z]\.\d+(?:\.\d+)*)`,
    String.raw`(?<elision>(?<![\p{L}\p{M}\p{N}])(?:[ldsnjmtcLDSNJMTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=[\p{L}]))`,
    String.raw`(?<word>\p{Script=Han}|${WORD}(?:[-\u2010\u2011'’./]${WORD})*)`,
    String.raw`(?<space>\n+|[^\S\n])`,
    String.raw`(?<punctuation>[^])`,
  ].join('|'),
  'gu',
);

/**
 * The tokens of a text. Law: joined they are the text, byte for byte.
 * @example tokenise("l'UIT-T").map((token) => token.text) //=> ["l'", 'UIT-T']
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, groups = {} } of text.matchAll(TOKEN)) {
    const kind: TokenKind =
      groups['space'] !== undefined
        ? 'space'
        : groups['punctuation'] !== undefined
          ? 'punctuation'
          : groups['citation'] !== undefined
            ? 'citation'
            : groups['mark'] !== undefined
              ? 'mark'
              : groups['number'] !== undefined
                ? 'number'
                : 'word';
    tokens.push({ kind, text: found });
  }
  return tokens;
}
