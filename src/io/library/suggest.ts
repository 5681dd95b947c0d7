import { distance } from 'fastest-levenshtein';

/** Up to three of `known` that come nearest to what was typed, nearest first; none when nothing is near. */
export function nearest(typed: string, known: readonly string[], most = 3): string[] {
  const limit = Math.max(2, Math.ceil(typed.length * 0.4));
  return known
    .map((name) => ({ name, far: name.includes(typed) ? 1 : distance(typed, name) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}
