/** A sign that deleted and inserted words of tracked changes were run together. */
export interface FlatteningSign {
  readonly kind: 'place' | 'date' | 'year' | 'label' | 'punctuation' | 'words';
  /** Line number of the source. */
  readonly line: number;
  /** What gives it away, as written: "HammametDubai", "20122016", "dc)". */
  readonly text: string;
}

export interface FlatteningSigns {
  /** True when signs of several kinds agree: the text must not be read as clean. */
  readonly isFlattened: boolean;
  /** In reading order. */
  readonly signs: readonly FlatteningSign[];
}

interface Line {
  readonly text: string;
  readonly line: number;
}

const YEAR = String.raw`(?:19|20)\d{2}`;

/** "(HammametDubai, 2016": two names in one word, before the comma of a date. */
const PLACE = /[(（][^()（）]{0,80}?(\p{Lu}[\p{Ll}\p{M}]{2,}\p{Lu}[\p{Ll}\p{M}]{2,})\s?[,،，]/gu;
/** "2012HAMMAMET, 2016": a year and the next place. Nothing innocent looks like it. */
const DATE = new RegExp(String.raw`(?<!\d)${YEAR}\p{L}{3,}(?=\s?[,،，]\s?${YEAR})`, 'gu');
/** "20122016", "(Busan, 20140)", "2012年2016年". */
const YEARS = new RegExp(
  [
    String.raw`(?<!\d)${YEAR}${YEAR}(?!\d)`,
    String.raw`(?<=[,،，]\s?)${YEAR}\d{1,3}(?=\s?[)）])`,
    String.raw`${YEAR}年${YEAR}年`,
    String.raw`${YEAR}\s?г\.${YEAR}`,
  ].join('|'),
  'gu',
);
const PUNCTUATION = /[^\s,;،؛，；]{2}(,;|;,|،؛|؛،|，；|；，|,\.(?!\.)|;\.)(?=\s|$)/gu;
const LABEL = /^\s*((?:\d{1,2}[a-z]|[a-z]\d{1,2}|[a-z]\)[a-z]|[a-z]{2})\))/u;

/** Two letters that are one label: `bb)` after `z)`, a roman figure. */
const isOneLabel = (label: string): boolean => {
  const bare = label.replace(/[()]/gu, '');
  return /^([a-z])\1$/u.test(bare) || /^[ivxl]+$/u.test(bare) || /^\d+$/u.test(bare);
};

/** Shortest half of a glued pair that counts: shorter ones stand in ordinary words ("into", "network"). */
const SHORTEST = 4;

/** Heads of ordinary long words: "entretenir", "pourquoi", "cybersecurity", "Internetworking". */
const PREFIXES = new Set(['anti', 'contra', 'contre', 'cyber', 'electro', 'entre', 'extra', 'hydro', 'infra', 'inter', 'intra', 'macro', 'mega', 'meta', 'micro', 'mono', 'multi', 'nano', 'neuro', 'over', 'para', 'photo', 'post', 'pour', 'pseudo', 'quasi', 'radio', 'retro', 'semi', 'socio', 'sobre', 'sous', 'super', 'supra', 'tele', 'trans', 'ultra', 'under', 'video', 'with']); // prettier-ignore

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Words that fall into two that stand apart elsewhere in the text, and are themselves found nowhere else. */
const gluedWords = (lines: readonly Line[]): FlatteningSign[] => {
  const counts = new Map<string, number>();
  for (const { text } of lines)
    for (const word of wordsOf(text)) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const signs: FlatteningSign[] = [];
  for (const { text, line } of lines) {
    for (const word of wordsOf(text)) {
      if (word.length < 2 * SHORTEST || word.length > 60) continue;
      const key = word.toLowerCase();
      if ((counts.get(key) ?? 0) > 1) continue;
      for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
        const [head, tail] = [key.slice(0, at), key.slice(at)];
        if (PREFIXES.has(head)) continue;
        const isCamel = /\p{Ll}$/u.test(word.slice(0, at)) && /^\p{Lu}\p{Ll}/u.test(word.slice(at));
        const known = Number(counts.has(head)) + Number(counts.has(tail));
        if (known < (isCamel ? 1 : 2)) continue;
        signs.push({ kind: 'words', line, text: word });
        break;
      }
    }
  }
  return signs;
};

/** Signs must be of this many kinds, and this many in all: one alone is a slip of the pen. */
const KINDS = 2;
const IN_ALL = 3;

/**
 * Looks for tracked changes that a copy ran together: "(HammametDubai, 20122016)", "dc)that", "parties,;",
 * "acceleratedorderly". Each sign has an innocent explanation; several kinds in one text have none.
 */
export function findFlattening(lines: readonly Line[]): FlatteningSigns {
  const signs: FlatteningSign[] = [];
  for (const { text, line } of lines) {
    const add = (kind: FlatteningSign['kind'], found: string | undefined) => {
      if (found !== undefined) signs.push({ kind, line, text: found });
    };
    for (const found of text.matchAll(PLACE)) add('place', found[1]);
    for (const found of text.matchAll(DATE)) add('date', found[0]);
    for (const found of text.matchAll(YEARS)) add('year', found[0]);
    for (const found of text.matchAll(PUNCTUATION)) add('punctuation', found[1]);
    const label = LABEL.exec(text)?.[1];
    if (label !== undefined && !isOneLabel(label)) add('label', label);
  }
  const told = new Set(signs.map(({ text }) => text));
  // Glued words alone prove nothing, so they are looked for only beside another sign.
  if (signs.length > 0) signs.push(...gluedWords(lines).filter(({ text }) => !told.has(text)));
  signs.sort((a, b) => a.line - b.line);
  const kinds = new Set(signs.map(({ kind }) => kind));
  const dates = new Set(signs.flatMap(({ kind, line }) => (kind === 'date' ? [line] : [])));
  return { isFlattened: (kinds.size >= KINDS && signs.length >= IN_ALL) || dates.size > 1, signs };
}
