import { diffWords } from '../diff/diff-words.ts';
import type { Language } from '../model/language.ts';
import { BASE_NAME, type Option, type Piece } from './composite-types.ts';
import { hunksOf, resultOver } from './hunks.ts';

const optionsOf = (texts: readonly (readonly [name: string, text: string])[]): Option[] => {
  const groups = new Map<string, string[]>();
  for (const [name, text] of texts) groups.set(text, [...(groups.get(text) ?? []), name]);
  const support = ({ sponsors }: Option) => sponsors.filter((name) => name !== BASE_NAME).length;
  return [...groups]
    .map(([text, sponsors]) => ({ text, sponsors }))
    .sort(
      (a, b) =>
        support(b) - support(a) ||
        Number(b.sponsors.includes(BASE_NAME)) - Number(a.sponsors.includes(BASE_NAME)),
    );
};

/**
 * Several wordings of one clause as one: words all have stand once, the others as options. The first wording is
 * what the others are compared with. Law: taking at each place the option of one name gives its wording, exactly.
 */
export function composeWords(
  wordings: readonly (readonly [name: string, text: string])[],
  language: Language,
): Piece[] {
  const [, reference] = wordings[0] ?? ['', ''];
  const edits = wordings.map(([name, text]) => ({
    name,
    hunks: text === reference ? [] : hunksOf(diffWords(reference, text, language).spans),
  }));
  const regions: { start: number; end: number }[] = [];
  for (const { start, end } of edits
    .flatMap(({ hunks }) => hunks)
    .sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = regions[regions.length - 1];
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else regions.push({ start, end });
  }
  const pieces: Piece[] = [];
  let at = 0;
  const keep = (end: number) => {
    if (end > at) pieces.push({ kind: 'agreed', text: reference.slice(at, end) });
  };
  for (const { start, end } of regions) {
    keep(start);
    const texts = edits.map(({ name, hunks }) => [name, resultOver(reference, hunks, start, end)] as const);
    pieces.push({ kind: 'options', options: optionsOf(texts) });
    at = end;
  }
  keep(reference.length);
  return pieces;
}
