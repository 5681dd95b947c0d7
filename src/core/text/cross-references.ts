import type { Language } from '../model/language.ts';
import { keyWithOffsets } from './key-with-offsets.ts';
import { matchKey } from './match-key.ts';
import { referencePatterns, type ReferencePatterns } from './reference-words.ts';

/** One clause that a reference names: offsets of its labels in the text. */
export interface ReferenceLabel {
  readonly start: number;
  readonly end: number;
  /** Labels from the outermost in, as `labelKey` has them: `['2', 'ii']`. */
  readonly path: readonly string[];
}

/** A place in a text that cites clauses of the same text by their labels. Offsets in UTF-16 units, end exclusive. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** Key of the heading it names ("considering further"); null for "paragraph 2 above". */
  readonly heading: string | null;
  readonly labels: readonly ReferenceLabel[];
  readonly direction: 'above' | 'below' | null;
  /** False for words that may be meant otherwise ("item 3" alone, a figure after a verb). */
  readonly isSure: boolean;
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
};

/** A label for comparing, whatever signs it is written with: `b)`, `(b)`, `b.` and Cyrillic `в` look-alikes are one. */
export function labelKey(label: string): string {
  const bare = matchKey(label).replace(/[().、，'\s]/gu, '');
  return bare.replace(/^[асеорху]/u, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** A reference in the key of a text, before its offsets are those of the text. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly heading: string | null;
  /** Where its lists of labels are, the inner one first ("items a) and b) of resolves 2"). */
  readonly lists: readonly { readonly start: number; readonly text: string }[];
  readonly direction: string | null;
  readonly isSure: boolean;
}

/** How far from a heading its labels are looked for. */
const REACH = 120;

const isLettered = (list: string): boolean => /^\(?[^\d\s()]{1,6}\s?(?:bis|ter|quater)?\s?\)/u.test(list);

const listAt = (found: RegExpExecArray, list: string, from: number) => ({
  start: from + found[0].indexOf(list),
  text: list,
});

const byHeading = (
  key: string,
  start: number,
  end: number,
  heading: string,
  patterns: ReferencePatterns,
): Found | null => {
  const behind = key.slice(end, end + REACH);
  const from = Math.max(0, start - REACH);
  const ahead = key.slice(from, start);
  const after = patterns.labelsAfter.exec(behind);
  const before = patterns.labelsBefore.exec(ahead);
  const [afterList, beforeList] = [after?.[1], before?.[1]];
  if (after !== null && afterList !== undefined) {
    const outer = listAt(after, afterList, end);
    const direction = after[2] ?? null;
    const isCited =
      direction !== null ||
      isLettered(afterList) ||
      patterns.counted.test(afterList) ||
      patterns.before.test(ahead);
    if (isCited) {
      // "resolves 3 above, of recognizing b)" are two references, "items a) and b) of resolves 2" is one.
      const isOne = before !== null && before[2] === undefined && !/,\s?\p{L}+\s?$/u.test(before[0]);
      const inner =
        !isOne || beforeList === undefined ? null : listAt(before, beforeList, from + before.index);
      return {
        start: inner === null ? start : from + (before?.index ?? 0),
        end: end + after[0].length,
        heading,
        lists: inner === null ? [outer] : [inner, outer],
        direction,
        isSure: true,
      };
    }
  }
  if (before === null || beforeList === undefined) return null;
  const later = patterns.directionAfter.exec(behind);
  const direction = before[2] ?? later?.[1] ?? null;
  return {
    start: from + before.index,
    end: before[2] === undefined && later !== null ? end + later[0].length : end,
    heading,
    lists: [listAt(before, beforeList, from + before.index)],
    direction,
    isSure: true,
  };
};

/** References that name a heading: "considering b)", "point 3 du décide". */
const findByHeading = (key: string, headings: readonly string[], patterns: ReferencePatterns): Found[] => {
  const all: Found[] = [];
  for (const match of key.matchAll(patterns.heading)) {
    const [phrase] = match;
    const start = match.index;
    const whole = headings.find((one) => one.length > phrase.length && key.startsWith(one, start));
    const tries = whole === undefined ? [phrase] : [whole, phrase];
    for (const heading of tries) {
      const found = byHeading(key, start, start + heading.length, heading, patterns);
      if (found === null) continue;
      all.push(found);
      break;
    }
  }
  return all;
};

const findByDirection = (key: string, patterns: ReferencePatterns): Found[] => {
  const all: Found[] = [];
  for (const match of key.matchAll(patterns.direction)) {
    const from = Math.max(0, match.index - REACH);
    const ahead = key.slice(from, match.index);
    const found = patterns.labelsBeforeDirection.exec(ahead);
    const list = found?.[2];
    if (found === null || list === undefined) continue;
    const isItem = found[1] !== undefined;
    if (!isItem && !isLettered(list) && !patterns.before.test(ahead.slice(0, found.index))) continue;
    all.push({
      start: from + found.index,
      end: match.index + match[0].length,
      heading: null,
      lists: [listAt(found, list, from + found.index)],
      direction: match[0],
      isSure: true,
    });
  }
  return all;
};

const findItems = (key: string, patterns: ReferencePatterns): Found[] =>
  [...key.matchAll(patterns.items)].flatMap((match): Found[] => {
    const list = match[1];
    if (list === undefined) return [];
    const before = patterns.directionBefore.exec(key.slice(Math.max(0, match.index - 12), match.index));
    const start = match.index - (before?.[0].length ?? 0);
    return [
      {
        start,
        end: match.index + match[0].length,
        heading: null,
        lists: [listAt(match, list, match.index)],
        direction: before?.[1] ?? null,
        isSure: before !== null,
      },
    ];
  });

const isForeign = (
  found: Found,
  key: string,
  text: string,
  offset: number,
  patterns: ReferencePatterns,
): boolean => {
  if (found.direction !== null) return false;
  if (patterns.foreignBefore.test(key.slice(Math.max(0, found.start - REACH), found.start))) return true;
  if (patterns.foreignAfter.test(key.slice(found.end, found.end + REACH))) return true;
  // Russian puts the other instrument right behind, in the genitive and with a capital: "пункт 29 Тунисской программы".
  return /^\s(?!МСЭ)\p{Script=Cyrillic}/u.test(text.slice(offset)) && /^\s\p{Lu}/u.test(text.slice(offset));
};

/** The paths of a list ("1, 2 ii) and iii)"): a lone inner label shares the outer ones of the path before. */
const readPaths = (
  list: string,
  patterns: ReferencePatterns,
): { start: number; end: number; path: string[] }[] => {
  const paths: { start: number; end: number; path: string[] }[] = [];
  for (const match of list.matchAll(patterns.path)) {
    const path = [...match[0].matchAll(patterns.label)].map(([label]) => labelKey(label));
    const previous = paths[paths.length - 1]?.path ?? [];
    const isInner = path.length === 1 && previous.length > 1 && /^\p{L}/u.test(path[0] ?? '');
    const start = match.index;
    paths.push({
      start,
      end: start + match[0].length,
      path: isInner ? [...previous.slice(0, -1), ...path] : path,
    });
  }
  return paths;
};

/**
 * The places of a clause's text that cite clauses of the same text: "considering b)", "resolves 2 ii)", "items 1
 * and 2 above". References to other instruments ("resolves 3 of Resolution 101") are left out. Headings of the
 * text itself (as keys) let a reference name one with its addressee. In order, without overlap.
 * @example findReferences('in recognizing d) above', 'en')[0]?.labels[0]?.path //=> ['d']
 */
export function findReferences(
  text: string,
  language: Language,
  headings: readonly string[] = [],
): readonly Reference[] {
  if (!/\d|\)/u.test(text)) return [];
  const patterns = referencePatterns(language);
  const { key, offsets } = keyWithOffsets(text);
  const at = (unit: number) => offsets[unit] ?? text.length;
  const candidates = [
    ...findByHeading(key, headings, patterns),
    ...findByDirection(key, patterns),
    ...findItems(key, patterns),
  ];
  const taken: Found[] = [];
  for (const found of candidates) {
    if (taken.some((other) => found.start < other.end && other.start < found.end)) continue;
    taken.push(found);
  }
  return taken
    .filter((found) => !isForeign(found, key, text, at(found.end), patterns))
    .sort((a, b) => a.start - b.start)
    .map((found) => {
      const [inner, outer] = found.lists;
      const outerPaths = outer === undefined ? [[]] : readPaths(outer.text, patterns).map(({ path }) => path);
      const labels = readPaths(inner?.text ?? '', patterns).map(({ start, end, path }) => ({
        start: at((inner?.start ?? 0) + start),
        end: at((inner?.start ?? 0) + end - 1) + 1,
        path: [...(outerPaths[0] ?? []), ...path],
      }));
      const { heading, direction, isSure } = found;
      const isAbove = direction !== null && patterns.above.has(direction);
      return {
        start: at(found.start),
        end: at(found.end - 1) + 1,
        heading,
        labels,
        direction: direction === null ? null : isAbove ? 'above' : 'below',
        isSure,
      } as const;
    })
    .filter(({ labels }) => labels.length > 0);
}
