import iconv from 'iconv-lite';

interface Candidate {
  readonly encoding: string;
  /** Letters that make up most of what is not ASCII in a text of its languages. */
  readonly common: RegExp;
  /** Letters that may occur. */
  readonly possible: RegExp;
  /** True where such letters stand alone among ASCII letters (é), false where they make whole words. */
  readonly isLatin: boolean;
}

const CYRILLIC_COMMON = /[оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф]/;
const CYRILLIC = /[А-Яа-яЁё№«»–—“”„’ \u00a0•…]/;

const CANDIDATES: readonly Candidate[] = [
  {
    encoding: 'windows-1252',
    common: /[éèàêçôîùûâïëñóíáúüöäÉÀÈÊÇÓÁÍÑ’‘“”–—«»\u00a0°ºª…œ•¿¡]/,
    possible: /[\u00a0-\u00ffŒœŸŠšŽž€™‚„†‡‰‹›ƒˆ˜]/,
    isLatin: true,
  },
  { encoding: 'windows-1251', common: CYRILLIC_COMMON, possible: CYRILLIC, isLatin: false },
  { encoding: 'koi8-r', common: CYRILLIC_COMMON, possible: CYRILLIC, isLatin: false },
  { encoding: 'iso-8859-5', common: CYRILLIC_COMMON, possible: CYRILLIC, isLatin: false },
  {
    encoding: 'windows-1256',
    common: /[اليمونترةعدبسفقكحجهأإىش]/,
    possible: /[\u0600-\u06ff«»–—“”’\u00a0•…]/,
    isLatin: false,
  },
  {
    encoding: 'gb18030',
    common:
      /[的一是在和会国决议电信号年第部员成各关于标准与对及有为主任世界发展全大组织请责到考虑识认研究行政]/u,
    possible: /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…·]/u,
    isLatin: false,
  },
];

const SAMPLE = 40_000;

const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char);

/** How well a decoding reads, from about 1 (every sign common and well placed) down to below 0. */
const score = (text: string, { common, possible, isLatin }: Candidate): number => {
  let points = 0;
  let signs = 0;
  const chars = Array.from(text);
  chars.forEach((char, at) => {
    if (char <= '\x7f') return;
    signs++;
    if (common.test(char)) points += 1;
    else if (possible.test(char)) points += 0.35;
    else points -= 2;
    const [before, after] = [chars[at - 1], chars[at + 1]];
    if (!isLetter(char)) return;
    const isForeign = (one: string | undefined): boolean => one !== undefined && /[A-Za-z]/.test(one);
    // "rйsolution" and "Ó÷èòûâàÿ" betray themselves by their neighbours.
    if (!isLatin && (isForeign(before) || isForeign(after))) points -= 1.2;
    if (isLatin && [before, after].every((one) => isLetter(one) && (one ?? '') > '\x7f')) points -= 1.2;
    // A capital inside a word: KOI8 read as 1251 turns every case round.
    if (isLetter(before) && before === before?.toLowerCase() && char !== char.toLowerCase()) points -= 1;
  });
  return signs === 0 ? 0 : points / signs;
};

/**
 * The 8-bit or Chinese encoding in which the text reads best; null when none reads well. `isClear` is false
 * when another one comes near.
 */
export function guessEncoding(
  bytes: Uint8Array,
): { readonly encoding: string; readonly isClear: boolean; readonly runnerUp: string } | null {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE));
  const ranked = CANDIDATES.map((candidate) => {
    const text = iconv.decode(sample, candidate.encoding);
    // The sample may end in the middle of a character.
    return { encoding: candidate.encoding, score: score(text.slice(0, -1), candidate) };
  }).sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || second === undefined || best.score < 0.25) return null;
  return { encoding: best.encoding, isClear: best.score - second.score > 0.25, runnerUp: second.encoding };
}
