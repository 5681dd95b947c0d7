/** What a text of the six languages is made of: Latin, Cyrillic, Arabic, Han, punctuation, line ends. */
const PLAUSIBLE =
  /[\t\n\r\u0020-\u007e\u00a0-\u024f\u0400-\u04ff\u0600-\u06ff\u2010-\u203a\u2022\u3000-\u303f\u4e00-\u9fff\ufb50-\ufdff\ufe70-\ufeff\uff00-\uff65]/g;

/**
 * A text in UTF-16 without a byte order mark, told by its NUL bytes (every line end and every space has
 * one, always on the same side); null for anything else.
 */
export function guessUtf16(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: 'utf-16le' | 'utf-16be' } | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  const most = Math.min(bytes.length, 65_536);
  for (let at = 0; at < most; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (even + odd === 0) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  if (Math.min(even, odd) > Math.max(even, odd) / 50) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const sample = text.slice(0, 32_768);
    const plausible = (sample.match(PLAUSIBLE) ?? []).length;
    return plausible >= sample.length * 0.97 ? { text, encoding } : null;
  } catch {
    return null;
  }
}
