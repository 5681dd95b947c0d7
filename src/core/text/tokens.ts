/** What a token is: spaces never decide an alignment, citations and dates are never cut. */
export type TokenKind = 'word' | 'number' | 'citation' | 'mark' | 'space' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const WORD = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+`;

const PATTERNS = {
  mark: String.raw`\[\^[^\]\s]{1,20}\]`,
  citation: String.raw`\((?:(?:Rev|Rév|Пересм|Rev\.|Rév\.|Пересм\.)\.?,?\s*)?\p{Lu}[\p{L}\p{M} .'’-]{1,40},\s*(?:19|20)\d{2}(?:\s?г\.)?\)|[（(](?:19|20)\d{2}年[,，][^()（）]{1,30}[)）]`,
  number: String.raw`(?<![\p{L}\p{M}\p{N}])(?:(?:No|Nos|n°|N°|№)\.?\s?)?\d+(?:[.,/:]\d+)*%?(?![\p{L}\p{M}])|(?<![\p{L}\p{M}\p{N}])[A-Z]\.\d+(?:\.\d+)*`,
  elision: String.raw`(?<![\p{L}\p{M}\p{N}])(?:[ldsnjmtcLDSNJMTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=[\p{L}])`,
  word: String.raw`\p{Script=Han}|${WORD}(?:[-\u2010\u2011'’./]${WORD})*`,
  space: String.raw`\n+|[^\S\n]`,
  punctuation: '[^]',
} as const;

/**
 * One alternative a kind, tried in order. Atomic: "(Rev. Geneva, 2022)", "No. 13", "E.164", "2 (a)"-like
 * numbers with their separators; a French elision ("l'", "qu'") is a word of its own, "aujourd'hui" is one
 * word; Chinese goes by characters. This is the definition; {@link tokenise} reads the same, faster.
 */
export const TOKEN_PATTERN = Object.entries(PATTERNS)
  .map(([kind, pattern]) => `(?<${kind}>${pattern})`)
  .join('|');

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy');
const ANY = sticky(TOKEN_PATTERN);
const [MARK, CITATION, NUMBER, ELISION] = [
  sticky(PATTERNS.mark),
  sticky(PATTERNS.citation),
  sticky(PATTERNS.number),
  sticky(PATTERNS.elision),
];

/** How far the pattern reaches from here; -1 when it does not match. */
const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const [UNKNOWN, LETTER, UNDERSCORE, HAN, SPACE, LINE_FEED, SURROGATE, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Class of each UTF-16 unit, filled as characters are met: a property escape costs more than the rest together. */
const classes = new Uint8Array(65_536);

const classify = (unit: number): number => {
  const char = String.fromCharCode(unit);
  if (char === '\n') return LINE_FEED;
  if (char === '_') return UNDERSCORE;
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (/\p{Script=Han}/u.test(char)) return HAN;
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) return LETTER;
  return /\s/u.test(char) ? SPACE : OTHER;
};

const classAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return OTHER;
  let found = classes[unit] ?? OTHER;
  if (found === UNKNOWN) classes[unit] = found = classify(unit);
  return found;
};

const APOSTROPHES = new Set(["'", '’']);
/** What may stand inside a word. */
const JOINERS = new Set(['-', '\u2010', '\u2011', "'", '’', '.', '/']);
const LONGEST_ELISION = 6;
const OUT_OF_REACH = -2;

/** Where the word (or elision) that starts here ends; `OUT_OF_REACH` when the pattern itself must say. */
const wordEnd = (text: string, start: number, mayElide: boolean): number => {
  let at = start;
  let isFirst = true;
  for (;;) {
    let found = classAt(text, at);
    while (found === LETTER || found === UNDERSCORE) found = classAt(text, ++at);
    if (found === SURROGATE) return OUT_OF_REACH;
    const char = text.charAt(at);
    if (!JOINERS.has(char)) return at;
    if (isFirst && mayElide && at - start <= LONGEST_ELISION && APOSTROPHES.has(char)) {
      const end = endOf(ELISION, text, start);
      if (end !== -1) return end;
    }
    isFirst = false;
    const next = classAt(text, at + 1);
    if (next === SURROGATE) return OUT_OF_REACH;
    if (next !== LETTER && next !== UNDERSCORE) return at;
    at++;
  }
};

/** "12", "No. 13", "E.164": whether a number may begin with this character. */
const mayStartNumber = (text: string, at: number): boolean => {
  const char = text.charAt(at);
  if (char >= '0' && char <= '9') return true;
  if (char === '№') return true;
  if (char >= 'A' && char <= 'Z' && text.charAt(at + 1) === '.') return true;
  const next = text.charAt(at + 1);
  return (char === 'N' && (next === 'o' || next === '°')) || (char === 'n' && next === '°');
};

/**
 * The tokens of a text. Law: joined they are the text, byte for byte.
 * @example tokenise("l'UIT-T").map((token) => token.text) //=> ["l'", 'UIT-T']
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  scanTokens(text, (kind, start, end) => tokens.push({ kind, text: text.slice(start, end) }));
  return tokens;
}

/** Tells each token of a text in turn, by where it starts and ends: what {@link tokenise} puts in a list. */
export function scanTokens(text: string, visit: (kind: TokenKind, start: number, end: number) => void): void {
  let at = 0;
  let before = OTHER;
  while (at < text.length) {
    const [kind, end] = readToken(text, at, before);
    visit(kind, at, end);
    before = classAt(text, end - 1);
    at = end;
  }
}

const readToken = (text: string, at: number, before: number): readonly [TokenKind, number] => {
  const found = classAt(text, at);
  if (found === SURROGATE || before === SURROGATE) return readByPattern(text, at);
  if (found === SPACE) return ['space', at + 1];
  if (found === HAN) return ['word', at + 1];
  if (found === LINE_FEED) {
    let end = at + 1;
    while (text.charCodeAt(end) === 10) end++;
    return ['space', end];
  }
  const char = text.charAt(at);
  if (char === '[' || char === '(' || char === '（') {
    const end = endOf(char === '[' ? MARK : CITATION, text, at);
    if (end === -1) return ['punctuation', at + 1];
    return [char === '[' ? 'mark' : 'citation', end];
  }
  const isFresh = before !== LETTER && before !== HAN;
  const number = isFresh && mayStartNumber(text, at) ? endOf(NUMBER, text, at) : -1;
  if (number !== -1) return ['number', number];
  if (found === OTHER) return ['punctuation', at + 1];
  const end = wordEnd(text, at, isFresh);
  return end === OUT_OF_REACH ? readByPattern(text, at) : ['word', end];
};

/** A token next to a character beyond the Basic Multilingual Plane: rare, so the pattern itself reads it. */
const readByPattern = (text: string, at: number): readonly [TokenKind, number] => {
  ANY.lastIndex = at;
  const { 0: found = '', groups = {} } = ANY.exec(text) ?? {};
  const kinds = ['space', 'punctuation', 'citation', 'mark', 'number'] as const;
  return [kinds.find((kind) => groups[kind] !== undefined) ?? 'word', at + Math.max(1, found.length)];
};
