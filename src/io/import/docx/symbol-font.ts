/** Signs of Word's symbol fonts that stand in documents as bullets, arrows and marks; by font and code. */
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '\u2212',
  0xa3: '≤',
  0xa7: '♣',
  0xab: '↔',
  0xac: '←',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb9: '≠',
  0xbb: '≈',
  0xbe: '—',
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xfc: '✓',
};

/**
 * The character a sign of a symbol font shows. Word keeps these in the private area (U+F0B7) or as the
 * plain code; a sign without a known picture stays as it is, so that nothing is lost.
 */
export function symbolCharacter(font: string, sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const table = /^symbol/i.test(font) ? SYMBOL : /^wingdings/i.test(font) ? WINGDINGS : null;
  if (table === null) return sign;
  const key = isPrivate ? code - 0xf000 : code;
  if (table[key] !== undefined) return table[key];
  return isPrivate && key >= 0x20 && key < 0x7f && table === SYMBOL ? String.fromCharCode(key) : sign;
}

/** The sign of a bulleted list as text: `o` in Courier is a hollow bullet, an unknown private sign a plain one. */
export function bulletCharacter(font: string, sign: string): string {
  if (font.startsWith('Courier') && sign === 'o') return '◦';
  const shown = symbolCharacter(font, sign);
  return /[\uE000-\uF8FF]/u.test(shown) ? '•' : shown;
}
