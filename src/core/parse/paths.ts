/** Hands out paths that are unique in their text: a second `noting` is `noting (2)`. */
export function pathRegister(): (path: string) => string {
  const seen = new Map<string, number>();
  return (path) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path} (${count})`;
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
