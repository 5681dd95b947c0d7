/** Hands out paths that are unique in their text: a second `noting` is `noting (2)`. */
export function pathRegister(): (path: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (path) => {
    let count = counts.get(path) ?? 0;
    let free: string;
    do {
      count++;
      free = count === 1 ? path : `${path} (${count})`;
    } while (taken.has(free));
    counts.set(path, count);
    taken.add(free);
    return free;
  };
}

/** A heading as its path cites it: white space folded to single spaces, no punctuation at its end. */
export function headingPath(heading: string): string {
  return heading
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*[,:،：，]+$/u, '');
}

/**
 * The labels that cite a clause under its heading: `2 ii)`, `5 –2` (bullets are counted), `1.11.2` alone
 * where the number already holds its parents'.
 */
export function labelPath(
  parents: readonly string[],
  label: string | null,
  bulletsBefore: number,
): readonly string[] {
  if (label === null) return parents;
  if (label === '–' || label === '•') return [...parents, `–${bulletsBefore + 1}`];
  const parent = parents[parents.length - 1];
  if (parent !== undefined && label.startsWith(`${parent}.`)) return [...parents.slice(0, -1), label];
  return [...parents, label];
}

/** The name of a division in paths: its first word and its number, `Annex 1`, `Section 2bis`. */
export function divisionName(line: string, number: string | null): string {
  const word = /^[\p{L}\p{M}\u0640]+/u.exec(line.trim())?.[0] ?? 'Annex';
  const own = /^\p{Script=Han}/u.test(word) ? word.slice(0, 2) : word;
  const name = own.charAt(0).toUpperCase() + own.slice(1).toLowerCase();
  return number === null ? name : `${name} ${number}`;
}
